import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** The folders and files of the project that the command knows. */
export const contentFolder = join(root, 'content');
export const defaultLibrary = join(root, 'out', 'library.sqlite');
export const pagesFolder = join(root, 'out', 'renderer');

export const hasContent = (): boolean => existsSync(join(contentFolder, 'resolutions'));

const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  version: string;
};
export const version = manifest.version;
