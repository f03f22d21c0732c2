import { join, relative } from 'node:path';
import { checkContent } from '../../main/service/index.ts';
import { project } from '../tools.ts';
import { checkSpelling } from './spelling.ts';

interface ProjectContent {
  /** How many sources and records were looked at. */
  readonly sources: number;
  readonly records: number;
  /** What does not fit, as `file:line: what`. */
  readonly lines: readonly string[];
}

/** Checks the project's own content: what every content folder is held to, and spelling. */
export async function checkProjectContent(): Promise<ProjectContent> {
  const folder = relative('', join(project, 'content'));
  const { checked, records, lines, texts, names } = await checkContent(folder);
  const misspelled = await checkSpelling(folder, texts, names);
  return { sources: checked, records, lines: [...lines, ...misspelled] };
}
