import { describe, expect, test } from 'vitest';
import type { Address, WorkId } from '../../main/contract/ids.ts';
import type { ListingEntry } from '../../main/contract/listing.ts';
import { createLibrary, presenceOf } from '../../renderer/state/library.ts';
import { wholeLibrary, type LibraryPlace } from '../../renderer/state/places/index.ts';

const entry = (address: string, more: Partial<ListingEntry> = {}): ListingEntry => ({
  address: address as Address,
  kind: 'reference',
  work: null,
  name: address,
  title: '',
  also: [],
  type: address.split('/')[1] ?? '',
  body: address.split('/')[0] ?? null,
  year: null,
  meeting: null,
  status: null,
  isOwn: false,
  language: 'en',
  topics: [],
  ...more,
});

const text = (work: string, year: number, more: Partial<ListingEntry> = {}): ListingEntry =>
  entry(`${work}@${year}`, { kind: 'edition', work: work as WorkId, year, ...more });

const record = (kind: 'body' | 'meeting' | 'term' | 'topic', name: string, more = {}) =>
  entry(`${kind}/${name}`, { kind, type: kind, body: null, name, ...more });

const entries = [
  entry('itu-t/recommendation/y.3101', { year: 2018, status: 'in-force', topics: ['vision'] }),
  entry('itu-t/recommendation/y.900', { year: 2002, status: 'withdrawn' }),
  entry('wtsa/resolution/93', { year: 2024 }),
  entry('wtsa/resolution/92', { year: 2024, topics: ['security', 'vision'] }),
  text('wtsa/resolution/92', 2016, { meeting: 'WTSA-16' }),
  text('wtsa/resolution/92', 2024, { meeting: 'WTSA-24' }),
  text('own/document/plan', 2025, { isOwn: true, name: 'Réseaux du plan' }),
  record('meeting', 'WTSA-24', { body: 'wtsa', year: 2024, meeting: 'WTSA-24' }),
  record('topic', 'vision', { name: 'Visions of IMT' }),
  record('term', 'imt-2020', { name: 'IMT-2020', also: ['5G'] }),
];

const narrowed = (place: Partial<LibraryPlace> = {}) =>
  createLibrary(entries).narrow({ ...wholeLibrary, ...place });
const addressesIn = (place: Partial<LibraryPlace> = {}): readonly string[] =>
  narrowed(place).entries.map(({ address }) => address);

describe('the library', () => {
  test('shows a text and the record of its work as one thing, with the topics of the record', () => {
    expect(addressesIn()).not.toContain('wtsa/resolution/92');
    expect(addressesIn({ topic: 'security' })).toEqual([
      'wtsa/resolution/92@2024',
      'wtsa/resolution/92@2016',
    ]);
  });

  test('begins with one\u2019s own texts, then the conferences by number, newest first', () => {
    expect(addressesIn()).toEqual([
      'own/document/plan@2025',
      'wtsa/resolution/92@2024',
      'wtsa/resolution/92@2016',
      'wtsa/resolution/93',
      'meeting/WTSA-24',
      'itu-t/recommendation/y.900',
      'itu-t/recommendation/y.3101',
      'topic/vision',
      'term/imt-2020',
    ]);
  });

  test('is sorted by year with the newest first and what has none last', () => {
    const years = narrowed({ sort: 'year' }).entries.map(({ year }) => year ?? 0);
    expect(years).toEqual(years.toSorted((a, b) => b - a));
  });

  test('tells what is a text, one\u2019s own, a record alone, or written for the library', () => {
    const found = Object.fromEntries(entries.map((each) => [each.address, presenceOf(each)]));
    expect(found).toMatchObject({
      'wtsa/resolution/92@2024': 'text',
      'own/document/plan@2025': 'own',
      'itu-t/recommendation/y.900': 'record',
      'term/imt-2020': 'written',
    });
    expect(addressesIn({ here: 'yes' })).toHaveLength(3);
    expect(addressesIn({ here: 'no' })).toHaveLength(3);
    expect(addressesIn({ own: 'yes' })).toEqual(['own/document/plan@2025']);
  });

  test('puts a body that adopts texts with them, and any other with its Sector', () => {
    const wtsa = record('body', 'wtsa', { body: 'itu-t' });
    const group = record('body', 'itu-t-sg-13', { body: 'itu-t' });
    const found = createLibrary([...entries, wtsa, group]).narrow({
      ...wholeLibrary,
      kind: 'body',
    });
    expect(found.entries.map(({ body }) => body)).toEqual(['wtsa', 'itu-t']);
  });

  test('gives a meeting its texts, and the references that its body adopted in that year', () => {
    expect(addressesIn({ meeting: 'wtsa-24' })).toEqual([
      'wtsa/resolution/92@2024',
      'wtsa/resolution/93',
      'meeting/WTSA-24',
    ]);
  });

  test('is narrowed by words, whatever their case and accents, other names among them', () => {
    expect(addressesIn({ filter: 'RESEAUX plan' })).toEqual(['own/document/plan@2025']);
    expect(addressesIn({ filter: '5g' })).toEqual(['term/imt-2020']);
  });

  test('counts for each facet what choosing another of its values would leave', () => {
    const { facets } = narrowed({ body: 'itu-t', status: 'in-force' });
    expect(facets.status).toEqual([
      { value: 'in-force', count: 1 },
      { value: 'withdrawn', count: 1 },
    ]);
    expect(facets.year).toEqual([{ value: '2018', count: 1 }]);
  });

  test('keeps what was chosen among the choices, even where it leaves nothing', () => {
    expect(narrowed({ year: '1865' }).facets.year).toContainEqual({ value: '1865', count: 0 });
    expect(addressesIn({ year: '1865' })).toEqual([]);
  });

  test('knows topics and meetings by their names', () => {
    const library = createLibrary(entries);
    expect(library.topicNames.get('vision')).toBe('Visions of IMT');
    expect(library.meetingNames.get('wtsa-16')).toBe('WTSA-16');
  });
});
