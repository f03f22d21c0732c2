import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join, relative } from 'node:path';
import { project } from '../../build/tools.ts';
import { writeStandInRuntime } from './stand-in-runtime.ts';

/** What electron-builder itself packs with, at the versions that it uses. */
const packagers = createRequire(join(project, 'node_modules/app-builder-lib/package.json'));
export const asar = packagers('@electron/asar') as {
  /** Paths from the root, folders too; `isPack` tells those that stand beside the archive. */
  listPackage(archive: string, options: { readonly isPack: boolean }): string[];
  /** Also what stands beside the archive. */
  extractAll(archive: string, folder: string): void;
};
export const { getCurrentFuseWire } = packagers('@electron/fuses') as {
  /** By number; 48 is off, 49 on. */
  getCurrentFuseWire(binary: string): Promise<Readonly<Record<number, number>>>;
};

const realRuntime = join(project, 'node_modules/electron/dist');

/** The real runtime wherever it is installed; no stand-in can be made of a program for macOS or Windows. */
export const runtime = existsSync(realRuntime)
  ? { isReal: true, line: "Electron's runtime, since it is installed" }
  : process.platform === 'linux'
    ? { isReal: false, line: "a stand-in runtime, since Electron's is not installed" }
    : null;

/** The unpacked program, in the form of this system. */
export interface Unpacked {
  readonly folder: string;
  readonly resources: string;
  /** The file, or on macOS the folder, in which the fuses are. */
  readonly binary: string;
}

/** Runs `npm run dist -- --dir`. */
export async function makeUnpacked(folder: string): Promise<Unpacked> {
  const standIn = join(folder, 'runtime');
  if (runtime?.isReal !== true) await writeStandInRuntime(standIn);
  const out = join(folder, 'release');
  const dist = runtime?.isReal === true ? realRuntime : standIn;
  const args = ['build/package/dist.ts', '--dir', '--electron-dist', dist, '--out', out];
  await new Promise<void>((resolve, reject) => {
    execFile(process.execPath, args, { cwd: project }, (error, printed, complaints) => {
      if (error === null) resolve();
      else reject(new Error(`${printed}${complaints}`, { cause: error }));
    });
  });
  const [name = ''] = (await readdir(out, { withFileTypes: true }))
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);
  const made = join(out, name);
  if (process.platform === 'darwin') {
    const bundle = join(made, 'Recital.app');
    return { folder: bundle, resources: join(bundle, 'Contents/Resources'), binary: bundle };
  }
  const binary = join(made, process.platform === 'win32' ? 'Recital.exe' : 'recital');
  return { folder: made, resources: join(made, 'resources'), binary };
}

/** The files under a folder with their sizes in bytes, by paths with slashes. */
export async function filesUnder(folder: string): Promise<ReadonlyMap<string, number>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return new Map(
    await Promise.all(
      files.map(async (entry): Promise<[string, number]> => {
        const file = join(entry.parentPath, entry.name);
        return [relative(folder, file).replaceAll('\\', '/'), (await stat(file)).size];
      }),
    ),
  );
}
