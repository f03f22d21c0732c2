import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  formatAddress,
  parseAddress,
  parseRecordAddress,
  recordPrefixes,
  type Address,
} from '../../main/contract/ids.ts';
import { editionStatuses } from '../../main/contract/records.ts';
import {
  addHref,
  editHref,
  hrefOf,
  libraryHref,
  libraryOrders,
  listHref,
  listNames,
  packsHref,
  readAddress,
  readHash,
  routeOfAddress,
  searchFor,
  searchHref,
  settingsHref,
  whetherHere,
  wholeLibrary,
  type LibraryPlace,
  type ListName,
  type SearchPlace,
} from '../../renderer/state/places/index.ts';

const hashOf = (href: string): string => new URL(href, 'http://recital.example/').hash;

test('an empty hash is the first screen', () => {
  for (const hash of ['', '#', '#/']) expect(readHash(hash)).toEqual({ kind: 'home' });
});

test('a provision of an edition is written into the hash with slashes only', () => {
  const address = 'wtsa/resolution/92@2024#instructs-itu-t-sg-13.3' as Address;
  expect(hrefOf(address)).toBe('#/wtsa/resolution/92@2024/instructs-itu-t-sg-13.3');
  expect(readHash(hrefOf(address))).toEqual({
    kind: 'edition',
    edition: 'wtsa/resolution/92@2024',
    work: 'wtsa/resolution/92',
    target: 'instructs-itu-t-sg-13.3',
  });
});

test('every address survives the way into a link and back', () => {
  const word = fc.stringMatching(/^[a-z]{1,8}$/);
  const number = fc.stringMatching(/^[a-zéж0-9]{1,4}([.-][a-z0-9]{1,3})?$/);
  fc.assert(
    fc.property(
      word,
      word,
      number,
      fc.nat(3000),
      word,
      number,
      (body, type, n, year, section, path) => {
        const address = `${body}/${type}/${n}@${year}#${section}.${path}`;
        const read = parseAddress(address);
        fc.pre(read.ok);
        const written = formatAddress(read.ok ? read.value : ({} as never));
        expect(readHash(hashOf(hrefOf(written)))).toEqual(routeOfAddress(written));
      },
    ),
  );
});

test('a chapter of a handbook is written into the hash with slashes only', () => {
  const address = 'handbook/reading-a-resolution#verbs' as Address;
  expect(hrefOf(address)).toBe('#/handbook/reading-a-resolution/verbs');
  expect(readHash(hrefOf(address))).toEqual({ kind: 'record', address });
});

test('every address of a record survives the way into a link and back', () => {
  const slug = fc.stringMatching(/^[a-z0-9]{1,5}(-[a-z0-9]{1,5}){0,2}$/);
  const part = fc.option(slug, { nil: undefined });
  fc.assert(
    fc.property(fc.constantFrom(...recordPrefixes), slug, part, (prefix, name, own) => {
      const address = `${prefix}/${name}${own === undefined ? '' : `#${own}`}`;
      expect(parseRecordAddress(address)).not.toBeNull();
      expect(readHash(hashOf(hrefOf(address as Address)))).toEqual({ kind: 'record', address });
    }),
  );
});

test('an address as a person types it is found whatever its case, and other words are none', () => {
  expect(readAddress(' Body/ITU-T-SG-13 ')).toBe('body/itu-t-sg-13');
  expect(readAddress('WTSA/Resolution/92@2024#considering.a')).toBe(
    'wtsa/resolution/92@2024#considering.a',
  );
  expect(readAddress('network slicing')).toBeNull();
});

test('a pack file that is looked at is in the address, wherever it lies', () => {
  for (const file of ['/media/a stick/imt & 6g.recital', 'D:\\stick\\imt#1.recital', null])
    expect(readHash(hashOf(packsHref(file)))).toEqual({ kind: 'packs', place: { file } });
  for (const [href, kind] of [
    [addHref, 'add'],
    [settingsHref, 'settings'],
  ] as const)
    expect(readHash(hashOf(href))).toEqual({ kind });
});

test('every list has a place of its own, with what was typed to narrow it', () => {
  for (const list of Object.keys(listNames) as ListName[]) {
    expect(readHash(`#/${list}`)).toEqual({ kind: 'list', place: { list, filter: '' } });
  }
  const place = { list: 'glossary', filter: 'Y.31 & more' } as const;
  expect(readHash(hashOf(listHref(place)))).toEqual({ kind: 'list', place });
});

test('every part of the library survives the way into a link and back', () => {
  const word = fc.option(fc.stringMatching(/^[a-z0-9-]{1,8}$/), { nil: null });
  const place = fc.record({
    kind: word,
    body: word,
    topic: word,
    year: word,
    meeting: word,
    status: fc.constantFrom(null, ...editionStatuses),
    here: fc.constantFrom(null, ...whetherHere),
    own: fc.constantFrom(null, 'yes' as const),
    sort: fc.constantFrom(...libraryOrders),
    filter: fc.string(),
  });
  fc.assert(
    fc.property(place, (asked: LibraryPlace) => {
      expect(readHash(hashOf(libraryHref(asked)))).toEqual({ kind: 'library', place: asked });
    }),
  );
});

test('what narrows the library in a way that there is not narrows nothing', () => {
  expect(readHash('#/library?status=lost&here=perhaps&own=no&sort=colour')).toEqual({
    kind: 'library',
    place: wholeLibrary,
  });
});

test('the list that references once had is a part of the library', () => {
  expect(readHash('#/references?filter=y.31&status=withdrawn&by=year')).toEqual({
    kind: 'library',
    place: { ...wholeLibrary, here: 'no', filter: 'y.31', status: 'withdrawn', sort: 'year' },
  });
});

test('every search survives the way into a link and back', () => {
  const search = fc.record({
    query: fc.string(),
    filters: fc.record(
      {
        type: fc.constantFrom('body', 'term'),
        body: fc.constantFrom('wtsa', 'pp'),
        year: fc.constantFrom('2016', '2024'),
        topic: fc.constantFrom('security'),
        edition: fc.constantFrom('wtsa/resolution/92@2024'),
      },
      { requiredKeys: [] },
    ),
    from: fc.nat(200),
    sort: fc.constantFrom('relevance', 'date', 'document'),
    asTyped: fc.boolean(),
    without: fc.array(fc.string({ minLength: 1 }), { maxLength: 3 }),
    hasAll: fc.boolean(),
    at: fc.constantFrom(null, 'wtsa/resolution/92@2024#considering.a', 'tour/resolution-92#3'),
  });
  fc.assert(
    fc.property(search, (found) => {
      const place = found as SearchPlace;
      expect(readHash(hashOf(searchHref(place)))).toEqual({ kind: 'search', search: place });
    }),
  );
});

test('a work without an edition is a place of its own', () => {
  expect(readHash('#/itu-r/report/m.2078')).toEqual({ kind: 'work', work: 'itu-r/report/m.2078' });
});

test('a hash that names nothing is nowhere, and keeps its text to be shown', () => {
  expect(readHash('#/nonsense')).toEqual({ kind: 'nowhere', text: 'nonsense' });
  expect(readHash('#/50%/of/it')).toEqual({ kind: 'nowhere', text: '50%/of/it' });
});

test('a page of results that is no number is the first page', () => {
  for (const from of ['-3', 'x', '1.5']) {
    expect(readHash(`#/search?q=a&from=${from}`)).toEqual({
      kind: 'search',
      search: searchFor('a'),
    });
  }
});

test('an order of results that there is not is that of relevance', () => {
  expect(readHash('#/search?q=a&sort=colour')).toEqual({ kind: 'search', search: searchFor('a') });
});

test('a tour in the editor survives the way into a link and back, the open stop with it', () => {
  const tour = 'tour/own-resolution-92' as Address;
  for (const stop of [null, 1, 12]) {
    const href = editHref({ tour, stop });
    expect(readHash(href)).toEqual({ kind: 'edit', place: { tour, stop } });
  }
  expect(editHref({ tour, stop: 3 })).toBe('#/edit/own-resolution-92/3');
});

test('only a tour of one\u2019s own is edited', () => {
  for (const hash of ['#/edit/', '#/edit/resolution-92', '#/edit/own-a/0', '#/edit/own-a/1/2'])
    expect({ hash, kind: readHash(hash).kind }).toEqual({ hash, kind: 'nowhere' });
});
