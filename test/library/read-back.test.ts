import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, test } from 'vitest';
import type { StructuredDocument } from '../../main/contract/document.ts';
import { editionId } from '../../main/contract/ids.ts';
import { openLibrary, readBack, type NewEdition } from '../../main/library/index.ts';
import { openOwnLibrary } from '../../main/library/writers.ts';
import { parse } from '../../main/service/index.ts';
import { asEdition, naming, newer, older, other } from '../fixtures/documents.ts';
import { projectFolder } from '../fixtures/command.ts';
import { writeLibrary } from '../fixtures/library.ts';
import { temporaryFolder } from '../fixtures/temporary.ts';

const idOf = ({ identity }: StructuredDocument) => editionId(identity.work, identity.edition);

/** Writes editions to a person's own library and reads one of them back. */
async function writtenAndRead(entry: NewEdition): Promise<NewEdition | null> {
  const folder = temporaryFolder();
  const [compiled, own] = [join(folder, 'library.sqlite'), join(folder, 'own.sqlite')];
  await writeLibrary(compiled, []);
  const writer = openOwnLibrary(own, naming);
  if (!writer.ok) throw new Error(writer.error.message);
  const added = writer.value.add(entry);
  if (!added.ok) throw new Error(added.error.message);
  writer.value.close();
  const library = openLibrary({ compiled: [compiled], own });
  if (!library.ok) throw new Error(library.error.message);
  onTestFinished(() => library.value.close());
  return readBack(library.value, idOf(entry.document));
}

describe('an edition read back', () => {
  test.each([newer, older, other])(
    'is what was written, word for word and field for field: $identity.title',
    async (document) => {
      const entry = asEdition(document);
      expect(await writtenAndRead(entry)).toStrictEqual(entry);
    },
  );

  test.each([newer, older, other])(
    'is the same from a compiled library: $identity.title',
    async (document) => {
      const file = join(temporaryFolder(), 'library.sqlite');
      await writeLibrary(file);
      const library = openLibrary({ compiled: [file], own: null });
      if (!library.ok) throw new Error(library.error.message);
      onTestFinished(() => library.value.close());
      expect(readBack(library.value, idOf(document))).toStrictEqual(asEdition(document));
    },
  );

  it('does not know a place or a year that were not known', async () => {
    const identity = { ...newer.identity, place: null, year: null };
    const entry = { ...asEdition(newer), document: { ...newer, identity } };
    expect((await writtenAndRead(entry))?.document.identity).toStrictEqual(identity);
  });

  test.each([
    'resolution.docx',
    'resolution.html',
    'resolution.odt',
    'arabic.docx',
    'chinese.docx',
    'pdf/resolution.pdf',
    'pdf/columns.pdf',
    'pdf/recommendation.pdf',
    'pdf/report.pdf',
    'pdf/arabic.pdf',
  ])('is what a file was read as: %s', async (name) => {
    const file = join(projectFolder, 'test/fixtures/files', name);
    const bytes = new Uint8Array(readFileSync(file));
    const read = await parse({ name, bytes });
    if (!read.ok) throw new Error(read.error.message);
    expect(read.value.sections.length).toBeGreaterThan(0);
    const entry = asEdition(read.value);
    expect(await writtenAndRead(entry)).toStrictEqual(entry);
  });

  it('is null where there is none', async () => {
    const file = join(temporaryFolder(), 'library.sqlite');
    await writeLibrary(file, []);
    const library = openLibrary({ compiled: [file], own: null });
    if (!library.ok) throw new Error(library.error.message);
    onTestFinished(() => library.value.close());
    expect(readBack(library.value, idOf(newer))).toBeNull();
  });
});
