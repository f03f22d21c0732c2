import { stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { Exported, ExportFormat } from '../../contract/export.ts';
import { done, failed, type Result } from '../../contract/failure.ts';
import { writeWhole } from '../../service/index.ts';
import { withService } from '../chosen-library.ts';
import type { Common } from '../common.ts';
import { printJson, remark } from '../output.ts';
import { writeOut } from '../writing.ts';

interface ExportOptions extends Common {
  readonly format: ExportFormat;
  readonly out?: string;
}

const contentOf = ({ content }: Exported): string | Uint8Array =>
  'text' in content ? content.text : Buffer.from(content.base64, 'base64');

const notWritable = (file: string, why: string): Result<never> =>
  failed('not-writable', `${file} cannot be written (${why}).`);

/** The folder has to be there: a name with a mistake in it makes no new ones. */
async function write(file: string, content: string | Uint8Array): Promise<Result<void>> {
  const folder = dirname(resolve(file));
  try {
    if (!(await stat(folder)).isDirectory()) return notWritable(file, `${folder} is not a folder`);
    await writeWhole(resolve(file), content);
    return done(undefined);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EISDIR' || code === 'EEXIST') return notWritable(file, 'it is a folder');
    return notWritable(file, code ?? 'unknown reason');
  }
}

/** Writes what is exported to a file, or to standard output. With `--json` one JSON value tells of it. */
export async function exportFile(address: string, options: ExportOptions): Promise<Result<void>> {
  const { format, json } = options;
  const file = options.out === undefined || options.out === '-' ? null : options.out;
  return withService(options, async ({ api }) => {
    const answer = await api.export({ address, format });
    if (!answer.ok) return answer;
    const exported = answer.value;
    const content = contentOf(exported);
    if (file !== null) {
      const written = await write(file, content);
      if (!written.ok) return written;
      const { name, mediaType } = exported;
      if (json === true) printJson({ file, name, mediaType, bytes: Buffer.byteLength(content) });
      else remark(`${file}: ${Buffer.byteLength(content)} bytes`);
    } else if (json === true) {
      printJson(exported);
    } else if (typeof content === 'string') {
      writeOut(content);
    } else if (process.stdout.isTTY) {
      return failed(
        'invalid-request',
        `A ${format} file is no text for a terminal: name a file for it with --out.`,
      );
    } else {
      writeOut(content);
    }
    return done(undefined);
  });
}
