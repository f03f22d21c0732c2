import { join } from 'node:path';
import { expect, it } from 'vitest';
import { libraryFile } from '../../main/app/library-file.ts';

const place = {
  isPackaged: false,
  resources: join('/opt', 'recital', 'resources'),
  appFolder: join('/src', 'out', 'app'),
  named: '',
};

it('finds the library of the project where the project compiles it to', () => {
  expect(libraryFile(place)).toBe(join('/src', 'out', 'library.sqlite'));
});

it('takes another file that was named, in the project', () => {
  expect(libraryFile({ ...place, named: 'other.sqlite' })).toBe('other.sqlite');
});

it('finds the library of the packaged program beside it, whatever was named', () => {
  const expected = join('/opt', 'recital', 'resources', 'library.sqlite');
  expect(libraryFile({ ...place, isPackaged: true })).toBe(expected);
  expect(libraryFile({ ...place, isPackaged: true, named: 'other.sqlite' })).toBe(expected);
});
