import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { project } from '../../../../build/tools.ts';
import { isOperative } from '../../../../main/contract/document.ts';
import { schemaVersion } from '../../../../main/library/schema.ts';
import type { Took } from '../processes.ts';
import { generatorVersion, makeEditions, type CorpusShape } from './editions.ts';
import { createVocabulary } from './words.ts';

/** One provision as the peers get it. */
export interface TextLine {
  readonly address: string;
  readonly name: string;
  readonly title: string;
  readonly heading: string;
  readonly label: string;
  readonly text: string;
  readonly isOperative: boolean;
  readonly type: string;
  readonly body: string;
  readonly year: number;
  readonly section: string;
  readonly actor: string;
}

/** The texts of a corpus on the disk, a line of JSON each, in the order in which the library gets them. */
export interface KeptTexts {
  readonly folder: string;
  readonly file: string;
  readonly provisions: number;
  readonly editions: number;
  /** Bytes of the provisions' words alone. */
  readonly bytes: number;
}

export interface KeptLibrary {
  readonly file: string;
  readonly bytes: number;
  readonly took: Took;
}

/** Runs `make` where the mark of an earlier, finished run is missing; what it answers is kept in the mark. */
export async function kept<T>(mark: string, make: () => Promise<T> | T): Promise<T> {
  if (existsSync(mark)) return JSON.parse(readFileSync(mark, 'utf8'));
  const made = await make();
  writeFileSync(`${mark}.part`, JSON.stringify(made));
  renameSync(`${mark}.part`, mark);
  return made;
}

/** Has something made again. */
export const forget = (folder: string, mark: string): void =>
  rmSync(join(folder, `${mark}.json`), { force: true });

/** Where everything of a size is kept: under the ignored `out/`, so that a second run need not make it again. */
export function folderOf(name: string): string {
  const folder = join(project, 'out/bench', `search-${name}-g${generatorVersion}`);
  mkdirSync(folder, { recursive: true });
  return folder;
}

export async function keepTexts(folder: string, shape: CorpusShape): Promise<KeptTexts> {
  const file = join(folder, 'texts.jsonl');
  const made = await kept(join(folder, 'texts.json'), () => {
    const out = openSync(file, 'w');
    let provisions = 0;
    let editions = 0;
    let bytes = 0;
    for (const { document, name } of makeEditions(createVocabulary(), shape)) {
      const { work, edition, title, type, body, year } = document.identity;
      const lines = document.sections.flatMap((section) =>
        section.provisions.map((provision): TextLine => ({
          address: `${work}@${edition}#${provision.address}`,
          name,
          title,
          heading: section.heading,
          label: provision.label,
          text: provision.text,
          isOperative: isOperative(section.kind),
          type,
          body,
          year: year ?? 0,
          section: section.kind,
          actor: section.actors[0] ?? '',
        })),
      );
      editions += 1;
      provisions += lines.length;
      bytes += lines.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
      writeSync(out, lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
    }
    closeSync(out);
    return { provisions, editions, bytes };
  });
  return { folder, file, ...made };
}

/** Of everything that decides what a library file holds. */
function hashOfWriter(): string {
  const hash = createHash('sha256').update(`${schemaVersion}`);
  const room = join(project, 'main/library');
  for (const name of readdirSync(room, { recursive: true, encoding: 'utf8' }).toSorted()) {
    if (name.endsWith('.ts')) hash.update(name).update(readFileSync(join(room, name)));
  }
  return hash.digest('hex').slice(0, 12);
}

/**
 * The library of a shape, compiled in a process of its own; again whenever the writer has changed, unless `isAnyGood`
 * says that one of the same schema will do.
 */
export async function keepLibrary(
  folder: string,
  shape: CorpusShape,
  isAnyGood: boolean,
): Promise<KeptLibrary> {
  const file = join(folder, 'library.sqlite');
  const mark = join(folder, 'library.json');
  const writer = hashOfWriter();
  if (existsSync(mark)) {
    const made = JSON.parse(readFileSync(mark, 'utf8'));
    if (made.schema !== schemaVersion || (made.writer !== writer && !isAnyGood)) rmSync(mark);
  }
  const made = await kept(mark, () => {
    const script = fileURLToPath(new URL('compile-process.ts', import.meta.url));
    const { status, stdout } = spawnSync(
      process.execPath,
      ['--max-old-space-size=6000', script, file, JSON.stringify(shape)],
      { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] },
    );
    if (status !== 0) throw new Error('The library could not be compiled.');
    const took: Took = JSON.parse(stdout);
    return { bytes: statSync(file).size, took, schema: schemaVersion, writer };
  });
  return { file, bytes: made.bytes, took: made.took };
}
