import { basename, join } from 'node:path';
import { filesUnder, isAside } from './folder.ts';
import type { Problem } from './problem.ts';

const slugFile = /^[a-z0-9]+(?:-[a-z0-9]+)*\.yaml$/;

/** The records of a folder, one a YAML file that is named by its slug. Other files are problems, not passed over. */
export async function yamlFilesIn(
  folder: string,
  problems: Problem[],
): Promise<{ readonly file: string; readonly id: string }[]> {
  const files = ((await filesUnder(folder)) ?? []).filter((name) => !isAside(name));
  for (const name of files.filter((each) => !slugFile.test(each))) {
    const message = 'is no record: its name is not one such as itu-t-sg-13.yaml';
    problems.push({ file: join(folder, name), line: null, message });
  }
  return files
    .filter((name) => slugFile.test(name))
    .map((name) => ({ file: join(folder, name), id: basename(name, '.yaml') }));
}
