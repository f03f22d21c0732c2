import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Problem } from './problem.ts';

const folders = new Set(['resolutions', 'references', 'bodies', 'handbooks', 'tours']);
const files = new Set([
  'glossary.yaml',
  'meetings.yaml',
  'topics.yaml',
  'sources.yaml',
  'pack.yaml',
  'publishers.yaml',
]);

/** Folders and YAML files at the top that would be passed over in silence: a slip in their names. */
export async function findStrangers(contentFolder: string): Promise<Problem[]> {
  const entries = await readdir(contentFolder, { withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => !entry.name.startsWith('.'))
    .filter((entry) =>
      entry.isDirectory()
        ? !folders.has(entry.name)
        : /\.ya?ml$/.test(entry.name) && !files.has(entry.name),
    )
    .map(({ name }) => ({
      file: join(contentFolder, name),
      line: null,
      message: 'is nothing that content holds; see its README',
    }));
}
