import type { Section, StructuredDocument } from '../../contract/document.ts';
import type { WorkId } from '../../contract/ids.ts';
import { done, type Result } from '../../contract/failure.ts';
import { readDocument } from '../../documents/index.ts';
import type { NewEdition } from '../../library/index.ts';
import { createLibrary } from '../../library/writers.ts';
import { readDocuments, type JudgedDocument } from './collection.ts';

/** The number of the document at which a hit stands; null where it is none of ours. */
export function numberAt(address: string): number | null {
  const digits = /^collection\/documents\/\d+@1#document-(\d+)\./.exec(address)?.[1];
  return digits === undefined ? null : Number(digits);
}

/** U+0000 would end a text for SQLite. */
const whole = (text: string): string => text.replaceAll('\0', ' ');

/** A document as a section: the title is its heading, and the text its one provision. */
function asSection({ title, text }: JudgedDocument, number: number): Section {
  const address = `document-${number}`;
  return {
    address,
    kind: 'heading',
    heading: whole(title),
    actors: [],
    collaborators: [],
    provisions: [
      {
        address: `${address}.p1`,
        path: 'p1',
        label: '',
        text: whole(text),
        footnotes: [],
        citations: [],
        provisions: [],
      },
    ],
  };
}

/**
 * How many documents share an edition. Titles of editions are entries too, which are found beside provisions and count in the
 * average length of an entry; so there are few, and they say nothing. A whole collection in one would not fit in memory.
 */
const batchSize = 1000;

/** Sections as an edition without a title or a name. */
function asEdition(sections: readonly Section[], number: number, language: string): NewEdition {
  const document: StructuredDocument = {
    form: 'plain',
    language,
    direction: language === 'ar' ? 'rtl' : 'ltr',
    identity: {
      work: `collection/documents/${number}` as WorkId,
      edition: '1',
      body: 'collection',
      type: 'documents',
      number: `${number}`,
      place: null,
      year: null,
      title: '',
    },
    history: [],
    preface: [],
    formula: '',
    sections,
    annexes: [],
    terms: [],
    warnings: [],
  };
  return {
    document,
    name: '',
    meeting: '',
    meetingFrom: '',
    meetingTo: '',
    provenance: { source: '', rights: '', sha256: '' },
  };
}

const naming = { nameOfWork: () => '', namesOfActor: () => [''] as const };

/** Characters of a collection by which its language is told. */
const sampleSize = 20_000;

async function languageOf(sample: string): Promise<string> {
  const bytes = new TextEncoder().encode(sample);
  const read = await readDocument({ name: 'sample.txt', bytes });
  return read.ok ? read.value.language : 'und';
}

/** Adds every document of a folder, and answers their ids, by number. */
async function addDocuments(
  folder: string,
  language: string,
  addEdition: (edition: NewEdition) => void,
): Promise<Result<string[]>> {
  const ids: string[] = [];
  let batch: Section[] = [];
  let batches = 0;
  const addBatch = (): void => {
    batches += 1;
    addEdition(asEdition(batch, batches, language));
    batch = [];
  };
  const read = await readDocuments(folder, (document) => {
    batch.push(asSection(document, ids.length));
    ids.push(document.id);
    if (batch.length === batchSize) addBatch();
  });
  if (!read.ok) return read;
  if (batch.length > 0) addBatch();
  return done(ids);
}

/**
 * Writes the documents of a folder to a library file, as any library is written. Answers their ids, by number.
 *
 * Errors: those of `readDocuments` and of a library's writer.
 */
export async function writeCollection(folder: string, file: string): Promise<Result<string[]>> {
  let sample = '';
  const sampled = await readDocuments(folder, ({ title, text }) => {
    if (sample.length < sampleSize) sample += `${title}\n\n${text}\n\n`;
  });
  if (!sampled.ok) return sampled;
  const language = await languageOf(sample);

  const created = createLibrary(file, naming);
  if (!created.ok) return created;
  const writer = created.value;
  let added: Result<string[]>;
  try {
    added = await addDocuments(folder, language, (edition) => writer.addEdition(edition));
  } catch (error) {
    writer.abandon();
    throw error;
  }
  if (!added.ok) {
    writer.abandon();
    return added;
  }
  const finished = await writer.finish();
  return finished.ok ? added : finished;
}
