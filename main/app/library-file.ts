import { join } from 'node:path';

/**
 * Where the library stands: beside the packaged program, or where the project compiles it to. In the project another
 * file can be named with `--library=FILE`.
 */
export function libraryFile(place: {
  readonly isPackaged: boolean;
  readonly resources: string;
  readonly appFolder: string;
  /** Empty where none was named. */
  readonly named: string;
}): string {
  if (place.isPackaged) return join(place.resources, 'library.sqlite');
  return place.named === '' ? join(place.appFolder, '../library.sqlite') : place.named;
}
