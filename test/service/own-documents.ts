import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { StructuredDocument } from '../../main/contract/document.ts';
import type { WorkId } from '../../main/contract/ids.ts';
import { openOwnLibrary } from '../../main/library/writers.ts';
import { ownLibraryIn } from '../../main/service/data-folder.ts';
import { asEdition, naming, newer, provision, section } from '../fixtures/documents.ts';

/** A document of a person's own, with a word that stands nowhere else. */
const ownResolution = (number: string, word: string): StructuredDocument => ({
  ...newer,
  identity: {
    work: `pp/resolution/${number}` as WorkId,
    edition: '2022',
    body: 'pp',
    type: 'resolution',
    number,
    place: 'Bucharest',
    year: 2022,
    title: `On ${word}`,
  },
  history: [],
  preface: [],
  sections: [
    section('resolves', 'resolves', [
      provision('resolves', 'p1', `that ${word} be weighed in every harbour office`),
    ]),
  ],
  annexes: [],
  terms: [],
  warnings: [],
});

export const ownDocuments = {
  quicksilver: 'pp/resolution/901@2022',
  saltpetre: 'pp/resolution/902@2022',
} as const;

/** Puts two documents into a person's own library. */
export function fillOwnLibrary(dataFolder: string): void {
  const writer = openOwnLibrary(ownLibraryIn(dataFolder), naming);
  if (!writer.ok) throw new Error(writer.error.message);
  for (const document of [ownResolution('901', 'quicksilver'), ownResolution('902', 'saltpetre')]) {
    const added = writer.value.add(asEdition(document));
    if (!added.ok) throw new Error(added.error.message);
  }
  writer.value.close();
}

/** The files anywhere in a folder in whose bytes a word stands, however it is written. */
export const grepFolder = (folder: string, word: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => {
      const text = readFileSync(file).toString('latin1').toLowerCase();
      return text.includes(word.toLowerCase());
    });
