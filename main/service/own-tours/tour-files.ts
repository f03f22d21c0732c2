import { mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { done, failed, type Result } from '../../contract/failure.ts';
import { ownTourPrefix, type Address } from '../../contract/ids.ts';
import { tourLimits, type OwnTour } from '../../contract/own-tours.ts';
import { writeFlushed, writeWhole } from '../write-whole.ts';
import { readTourText, tourText } from './tour-file.ts';

/** More are not read: nobody makes so many, and a folder that is not ours may hold anything. */
const mostTours = 1000;

export interface TourFiles {
  /** Those that can be read, the one changed last first. */
  all(): Promise<readonly OwnTour[]>;
  /** Null: there is none. Errors: `file-unreadable`. */
  read(address: Address): Promise<Result<OwnTour> | null>;
  /** Writes a tour that is not there yet under an address that none has or had, made from its title. */
  add(tour: Omit<OwnTour, 'address'>): Promise<Result<OwnTour>>;
  /** After a crash at any instant the file holds the tour as it was before or as it is now. */
  write(tour: OwnTour): Promise<Result<null>>;
  /** False: there is none. The file goes to a folder beside, from where `write` makes it anew. */
  putAway(address: Address): Promise<Result<boolean>>;
}

const slugOf = (address: Address): string => address.slice(address.indexOf('/') + 1);

/** @example slugFrom('Réseaux 5G & après') // => 'own-reseaux-5g-apres' */
function slugFrom(title: string): string {
  const words = title
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 40)
    .replaceAll(/^-+|-+$/g, '');
  return `${ownTourPrefix}${words === '' ? 'tour' : words}`;
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : '';

/** Trouble of the disk as a failure; anything else is a bug. */
function failureOf(error: unknown): Result<never> {
  const code = codeOf(error);
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return failed('disk-full', 'The disk is full; the tour could not be saved.');
  if (/^E[A-Z]+$/.test(code))
    return failed('not-writable', `The folder of your tours cannot be written to (${code}).`);
  throw error;
}

const isThere = (file: string): Promise<boolean> =>
  stat(file).then(
    () => true,
    () => false,
  );

/** `folder`: where the tours stand; it is made when the first one is written. */
export function createTourFiles(folder: string): TourFiles {
  const removed = join(folder, 'removed');
  const fileOf = (address: Address, where = folder): string =>
    join(where, `${slugOf(address)}.json`);

  /** One change after another, in the order in which they were asked for. */
  let last: Promise<unknown> = Promise.resolve();
  function inOrder<T>(change: () => Promise<Result<T>>): Promise<Result<T>> {
    const own = last.then(change).catch((error: unknown) => failureOf(error));
    last = own.catch(() => undefined);
    return own;
  }

  async function read(address: Address): Promise<Result<OwnTour> | null> {
    const file = fileOf(address);
    try {
      if ((await stat(file)).size > tourLimits.file)
        return failed('file-unreadable', `The file of ${address} is too large to be a tour.`);
      const tour = readTourText(await readFile(file, 'utf8'));
      if (!tour.ok) return failed('file-unreadable', `${address}: ${tour.error.message}`);
      // Its name is its address, whatever somebody who copied the file left in it.
      return done({ ...tour.value, address });
    } catch (error) {
      const code = codeOf(error);
      if (code === 'ENOENT') return null;
      return failed('file-unreadable', `The file of ${address} cannot be read (${code}).`);
    }
  }

  return {
    read,
    async all() {
      const names = await readdir(folder).catch((): string[] => []);
      const addresses = names
        .filter((name) => new RegExp(`^${ownTourPrefix}[a-z0-9-]+\\.json$`).test(name))
        .slice(0, mostTours)
        .map((name) => `tour/${name.replace(/\.json$/, '')}` as Address);
      const found = await Promise.all(
        addresses.map(async (address) => {
          const changed = await stat(fileOf(address)).catch(() => null);
          return { tour: await read(address), at: changed?.mtimeMs ?? 0 };
        }),
      );
      return found
        .toSorted((a, b) => b.at - a.at)
        .flatMap(({ tour }) => (tour?.ok === true ? [tour.value] : []));
    },
    add: (tour) =>
      inOrder(async () => {
        await mkdir(folder, { recursive: true });
        const wanted = slugFrom(tour.title);
        for (let copy = 1; ; copy += 1) {
          const address = `tour/${wanted}${copy === 1 ? '' : `-${copy}`}` as Address;
          if (await isThere(fileOf(address, removed))) continue;
          const named = { ...tour, address };
          try {
            await writeFlushed(fileOf(address), tourText(named), 'wx');
            return done(named);
          } catch (error) {
            if (codeOf(error) !== 'EEXIST') throw error;
          }
        }
      }),
    write: (tour) =>
      inOrder(async () => {
        await writeWhole(fileOf(tour.address), tourText(tour));
        await rm(fileOf(tour.address, removed), { force: true });
        return done(null);
      }),
    putAway: (address) =>
      inOrder(async () => {
        if (!(await isThere(fileOf(address)))) return done(false);
        await mkdir(removed, { recursive: true });
        await rename(fileOf(address), fileOf(address, removed));
        return done(true);
      }),
  };
}
