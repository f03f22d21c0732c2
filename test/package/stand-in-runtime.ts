import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What stands before the fuses in Electron's binary, by which tools find them. */
const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
/** Version 1, eight fuses, as Electron is delivered: some on, some off. */
const fuses = Buffer.from([1, 8, ...Buffer.from('10110010')]);

/**
 * A stand-in for the folder of Electron's runtime for Linux: the files that the packager looks for, none of which runs. Its
 * binary is nothing but fuses.
 */
export async function writeStandInRuntime(folder: string): Promise<void> {
  await mkdir(join(folder, 'locales'), { recursive: true });
  await mkdir(join(folder, 'resources'));
  const binary = Buffer.concat([Buffer.from(`no program ${sentinel}`), fuses, Buffer.alloc(64)]);
  await writeFile(join(folder, 'electron'), binary, { mode: 0o755 });
  for (const file of ['LICENSE', 'LICENSES.chromium.html', 'version', 'chrome-sandbox'])
    await writeFile(join(folder, file), `stand-in for ${file}`);
  await writeFile(join(folder, 'resources/default_app.asar'), 'no archive');
  const languages = 'am ar cs de en-GB en-US es es-419 fil fr hi pt-BR ru sw zh-CN zh-TW';
  for (const language of languages.split(' '))
    await writeFile(join(folder, 'locales', `${language}.pak`), '');
}
