import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { expect } from 'vitest';
import type { Case } from './cases.ts';
import { packFiles } from './pack-files.ts';

const wrong = { ok: false, error: { code: 'invalid-request' } };

/** What a person chooses in the dialogue for files. */
export const pickedFile = join(
  import.meta.dirname,
  '../../content/resolutions/wtsa-resolution-92-hammamet-2016.txt',
);
/** A stick with packs on it. */
export const stick = dirname(packFiles.first);
/** Where a person has their data moved to; it is gone again when the program starts anew. */
export const movedTo = join(tmpdir(), `recital-moved-${process.pid}`);

const picked = {
  path: pickedFile,
  name: basename(pickedFile),
  kind: 'document',
  bytes: expect.any(Number) as number,
};

/** What a person hands over and where their data is; one after the other. */
const handing: readonly Case[] = [
  {
    name: 'has nothing before somebody hands something over',
    method: 'offered',
    request: {},
    expected: { ok: true, value: { files: [] } },
  },
  {
    name: 'gives what a person chose',
    method: 'pickFiles',
    request: {},
    expected: { ok: true, value: { files: [picked] } },
  },
  {
    name: 'has what a person chose',
    method: 'offered',
    request: {},
    expected: { ok: true, value: { files: [picked] } },
  },
  {
    name: 'forgets what was put aside',
    method: 'putAside',
    request: { paths: [pickedFile] },
    expected: { ok: true, value: null },
  },
  {
    name: 'keeps bytes under the plain name of a file',
    method: 'offer',
    request: { name: '../note.txt', bytes: new TextEncoder().encode('note') },
    expected: { ok: true, value: { name: 'note.txt', kind: 'document', bytes: 4 } },
  },
  {
    name: 'gives the folder that a person chose',
    method: 'pickFolder',
    request: {},
    expected: { ok: true, value: { folder: movedTo } },
  },
  {
    name: 'shows the log',
    method: 'reveal',
    request: { what: 'log' },
    expected: { ok: true, value: null },
  },
  {
    name: 'says where the data is',
    method: 'dataPlace',
    request: {},
    expected: { ok: true, value: { isPortable: false, canMove: true } },
  },
  {
    name: 'moves the data',
    method: 'moveData',
    request: { to: movedTo },
    expected: { ok: true, value: { folder: movedTo, isPortable: false, canMove: true } },
  },
];

export const casesOfDesk: readonly Case[] = [
  {
    name: 'names the packs on a stick',
    method: 'sticks',
    request: {},
    expected: {
      ok: true,
      value: {
        files: expect.arrayContaining([
          {
            path: packFiles.first,
            name: basename(packFiles.first),
            stick: basename(stick),
            bytes: expect.any(Number) as number,
          },
        ]) as unknown,
      },
    },
  },
  ...handing.map((one): Case => Object.assign({ changes: true as const }, one)),
  ...[
    ['offered', 1],
    ['offer', { name: '', bytes: new Uint8Array() }],
    ['putAside', { paths: '' }],
    ['sticks', { folder: '/' }],
    ['pickFiles', 1],
    ['pickFolder', 1],
    ['reveal', { what: 'everything' }],
    ['dataPlace', 1],
    ['moveData', {}],
  ].map(([method, request]): Case => ({
    name: 'knows what it is asked',
    method: method as string,
    request,
    expected: wrong,
  })),
];
