import { done, failed, type Result } from '../../contract/failure.ts';
import { cite as findCitations } from '../../service/index.ts';
import { readInput, readStandardInput } from '../input.ts';
import type { Common } from '../common.ts';
import { bold, dim, print, printJson, remark, safe } from '../output.ts';

/** Null: the bytes are not UTF-8. A byte-order mark is kept, since offsets count it. */
function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Prints the citations in a file or in standard input. Needs no library. */
export async function cite(file: string | undefined, options: Common): Promise<Result<void>> {
  const input = file === undefined ? await readStandardInput() : await readInput(file);
  if (!input.ok) return input;
  const text = decode(input.value);
  if (text === null) return failed('not-text', `${file ?? 'Standard input'} is not UTF-8 text.`);
  const found = await findCitations({ text });
  if (!found.ok) return found;
  if (options.json === true) {
    printJson(
      found.value.map(({ start, end, text: words, work, edition }) => ({
        start,
        end,
        text: words,
        work,
        edition,
      })),
    );
    return done(undefined);
  }

  for (const { start, end, text: words, work, edition } of found.value) {
    const target = edition === null ? work : `${work}@${edition}`;
    print(`${bold(target)}  ${safe(words)}  ${dim(`${start}-${end}`)}`);
  }
  if (found.value.length === 0) remark('No citation was found.');
  return done(undefined);
}
