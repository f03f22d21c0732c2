import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { done, failed, type Result } from '../contract/failure.ts';

/** One built file, whole in memory. */
export interface Page {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly type: string;
  /** Changes with the bytes; quoted, as the header wants it. */
  readonly tag: string;
  /** Whether its name changes with its bytes, so that it may be kept for ever. */
  readonly isImmutable: boolean;
}

/** Every page that may be served, by its path from the root: `/browser.html`, `/assets/browser-Dk3x9a.js`. */
export type Pages = ReadonlyMap<string, Page>;

/** A file of any other kind in the folder is not served. */
const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
};

/** Deeper than any build; a folder that holds itself by a link ends here. */
const maxDepth = 8;

/**
 * Reads the folder of built pages once. What it finds is the complete list of what can be served: a request is looked
 * up in it as it stands, never made into a path, so no request can reach another file.
 *
 * @param folder where the pages were built to
 * @param first the page that must be there, for example `browser.html`
 * @returns `file-missing` where that page is not there
 */
export function readPages(folder: string, first: string): Result<Pages> {
  const pages = new Map<string, Page>();
  try {
    readFolder(folder, '/', pages, 0);
  } catch {
    // Told below: a folder that cannot be read has no first page.
  }
  return pages.has(`/${first}`)
    ? done(pages)
    : failed(
        'file-missing',
        `The pages of Recital are not built: there is no ${join(folder, first)}.`,
      );
}

// Not readdir's own recursion: inside Electron's archive only the plain call is sure to work.
function readFolder(folder: string, path: string, pages: Map<string, Page>, depth: number): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const file = join(folder, entry.name);
    if (entry.isDirectory() && depth < maxDepth) {
      readFolder(file, `${path}${entry.name}/`, pages, depth + 1);
    }
    const type = types[extname(entry.name)];
    if (entry.isFile() && type !== undefined) {
      const bytes = new Uint8Array(readFileSync(file));
      const hash = createHash('sha256').update(bytes).digest('base64url').slice(0, 22);
      pages.set(`${path}${entry.name}`, {
        bytes,
        type,
        tag: `"${hash}"`,
        // The bundler writes a hash into the name of everything in assets/.
        isImmutable: /^\/assets\/.+-[\w-]{8,}\.\w+$/.test(path + entry.name),
      });
    }
  }
}
