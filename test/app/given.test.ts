import { EventEmitter } from 'node:events';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { hearArrivals } from '../../main/app/arrivals.ts';
import { readGiven, type Given } from '../../main/app/given.ts';

const folder = resolve('somewhere');

it('tells links, files and switches of a command line apart', () => {
  const args = ['--lang=fr', 'a.recital', '-x', 'recital:wtsa/resolution/92', '', 'sub/b.docx'];
  expect(readGiven(args, folder)).toEqual({
    places: ['#/wtsa/resolution/92'],
    files: [join(folder, 'a.recital'), join(folder, 'sub/b.docx')],
  });
});

it('takes everything after two dashes for files, and a file’s address for the file', () => {
  const file = join(folder, 'with space.pdf');
  expect(readGiven([pathToFileURL(file).href, '--', '--odd', 'recital:x'], folder).files).toEqual([
    file,
    join(folder, '--odd'),
    resolve(folder, 'recital:x'),
  ]);
});

it('passes over a link that a stranger may not open', () => {
  expect(readGiven(['recital://settings'], folder)).toEqual({ places: [], files: [] });
});

it('keeps what arrives until the program takes it, by every way', () => {
  const app = new EventEmitter();
  const arrivals = hearArrivals(app as never, { args: ['a.txt'], folder });
  let wasPrevented = 0;
  const event = { preventDefault: () => (wasPrevented += 1) };
  app.emit('open-url', event, 'recital:wtsa/resolution/92');
  const taken: Given[] = [];
  arrivals.take((given) => taken.push(given));
  app.emit('open-file', event, join(folder, 'b.txt'));
  app.emit('second-instance', {}, ['--odd'], '', { args: ['c.txt'], folder });
  app.emit('second-instance', {}, ['evil.txt'], '', 'nonsense');
  expect(taken).toEqual([
    { places: [], files: [join(folder, 'a.txt')] },
    { places: ['#/wtsa/resolution/92'], files: [] },
    { places: [], files: [join(folder, 'b.txt')] },
    { places: [], files: [join(folder, 'c.txt')] },
    { places: [], files: [] },
  ]);
  expect(wasPrevented).toBe(2);
});
