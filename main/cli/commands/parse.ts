import { basename } from 'node:path';
import { done, type Result } from '../../contract/failure.ts';
import { parse as parseDocument } from '../../service/index.ts';
import { readInput } from '../input.ts';
import type { Common } from '../common.ts';
import { bold, dim, paragraph, print, printJson, remark, safe } from '../output.ts';
import { documentText } from '../structure-text.ts';

/** Prints the structure of a document. Needs no library. */
export async function parse(file: string, options: Common): Promise<Result<void>> {
  const input = await readInput(file);
  if (!input.ok) return input;
  const parsed = await parseDocument({ name: basename(file), bytes: input.value });
  if (!parsed.ok) return parsed;
  const document = parsed.value;
  if (options.json === true) {
    printJson(document);
    return done(undefined);
  }

  const { identity } = document;
  print(bold(paragraph(safe(identity.title))));
  print(dim(`${identity.work}@${identity.edition}`));
  print(`\n${documentText(document)}`);
  for (const { line, code, message } of document.warnings) {
    remark(`${file}${line === null ? '' : `:${line}`}: ${code}: ${message}`);
  }
  return done(undefined);
}
