import { describe, expect, test } from 'vitest';
import { editionId, type EditionId, type WorkId } from '../../main/contract/ids.ts';
import type { LibraryReader } from '../../main/library/index.ts';
import { newer, older, other } from '../fixtures/documents.ts';
import { smallLibrary } from '../fixtures/library.ts';

const work = 'wtsa/resolution/7' as WorkId;

const rowOf = (library: LibraryReader, edition: string): number =>
  library.edition(edition as EditionId)!.row;

const numbered = (number: string) => ({
  ...other,
  identity: { ...other.identity, number, work: `wtdc/resolution/${number}` as WorkId },
});

describe('reading a library', () => {
  test.each([newer, older, other])(
    '$identity.work@$identity.edition comes back as it went in',
    async (document) => {
      const library = await smallLibrary();
      const { identity } = document;
      const stored = library.edition(editionId(identity.work, identity.edition))!;
      expect(stored.summary).toMatchObject({ title: identity.title, year: identity.year });
      expect({
        identity,
        ...stored.head,
        ...library.structure(stored.row),
        preface: library.preface(stored.row),
      }).toEqual(document);
    },
  );

  test('editions are listed by body and number, newest first within a work', async () => {
    const library = await smallLibrary();
    expect(library.editions().map(({ edition }) => edition)).toEqual([
      'wtdc/resolution/30@2017',
      'wtsa/resolution/7@2024',
      'wtsa/resolution/7@2016',
    ]);
  });

  test('numbers of works are ordered as numbers', async () => {
    const library = await smallLibrary([numbered('10'), numbered('9'), numbered('100')]);
    expect(library.editions().map(({ number }) => number)).toEqual(['9', '10', '100']);
  });

  test('every provision is counted, those inside provisions and in annexes too', async () => {
    const library = await smallLibrary();
    expect(library.edition('wtsa/resolution/7@2024' as EditionId)!.summary.provisionCount).toBe(6);
  });

  test('an edition that is not here is null, and so is the name of an unheard-of work', async () => {
    const library = await smallLibrary();
    expect(library.edition('wtsa/resolution/7@2020' as EditionId)).toBeNull();
    expect(library.nameOfWork('wtsa/resolution/999' as WorkId)).toBeNull();
    expect(library.nameOfWork('ra/resolution/56' as WorkId)).toBe('Work ra/resolution/56');
  });
});

describe('citations', () => {
  test('those of an edition come in document order, with the name of what is cited', async () => {
    const library = await smallLibrary();
    const found = library.citationsIn({ edition: rowOf(library, 'wtsa/resolution/7@2024') });
    expect(found.map(({ from, name, opens }) => ({ from, name, opens }))).toEqual([
      { from: 'wtsa/resolution/7@2024', name: 'Work wtsa/resolution/1', opens: null },
      {
        from: 'wtsa/resolution/7@2024#considering.a',
        name: 'Work ra/resolution/56 (2023)',
        opens: null,
      },
    ]);
  });

  test('they open the edition that is cited, or the newest where none is named', async () => {
    const library = await smallLibrary();
    const found = library.citationsIn({ edition: rowOf(library, 'wtdc/resolution/30@2017') });
    expect(found.map(({ opens }) => opens)).toEqual([
      'wtsa/resolution/7@2016',
      'wtsa/resolution/7@2024',
    ]);
  });

  test('they can be those of a section or of one provision only', async () => {
    const library = await smallLibrary();
    const edition = rowOf(library, 'wtdc/resolution/30@2017');
    expect(library.citationsIn({ edition, section: 'recalling' })).toHaveLength(2);
    expect(library.citationsIn({ edition, section: 'recalling', path: 'b' })).toHaveLength(1);
    expect(library.citationsIn({ edition, section: 'invites-member-states' })).toEqual([]);
  });

  test('a work is cited by provisions, with their words and the place of the citation', async () => {
    const library = await smallLibrary();
    expect(library.citationsOf(work, null)[1]).toEqual({
      from: 'wtdc/resolution/30@2017#recalling.a',
      fromName: 'Resolution 30 (Buenos Aires, 2017)',
      heading: 'recalling',
      label: 'a',
      text: 'WTSA Resolution 7 (2016)',
      start: 0,
      end: 24,
      edition: '2016',
    });
  });

  test('those that name the edition come first, then those that name none, then the others', async () => {
    const library = await smallLibrary();
    const editions = (edition: string) =>
      library.citationsOf(work, edition).map((each) => each.edition);
    expect(editions('2016')).toEqual(['2016', null]);
    expect(editions('2024')).toEqual([null, '2016']);
  });
});
