import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { compareVersions, isIdentity } from '../../library/packs/names.ts';
import { writeWhole } from '../write-whole.ts';
import { isStem, libraryOf, versionOf } from './files.ts';

/** What is chosen of a pack. */
export interface ChosenPack {
  readonly identity: string;
  readonly isOn: boolean;
  /** The stem of its files (`files.ts`); null: the one that came with the program. */
  readonly current: string | null;
  /** The one before, to roll back to; null: none, or the one that came with the program. */
  readonly previous: string | null;
}

/** In the order in which they are read, after what came with the program. */
export type PackState = readonly ChosenPack[];

const most = 1000;

const isStemOrNone = (value: unknown): value is string | null =>
  value === null || (typeof value === 'string' && isStem(value));

/** It names folders and files, so nothing but such names is taken from it. */
function isChosen(value: unknown): value is ChosenPack {
  const { identity, isOn, current, previous } = value as { [K in keyof ChosenPack]?: unknown };
  return (
    typeof identity === 'string' &&
    isIdentity(identity) &&
    typeof isOn === 'boolean' &&
    isStemOrNone(current) &&
    isStemOrNone(previous)
  );
}

function parse(text: string): PackState | null {
  try {
    const found = JSON.parse(text) as { format?: unknown; packs?: unknown } | null;
    if (found?.format !== 1 || !Array.isArray(found.packs) || found.packs.length > most)
      return null;
    const packs: readonly unknown[] = found.packs;
    const chosen = packs
      .filter((each) => typeof each === 'object' && each !== null)
      .filter(isChosen);
    const identities = new Set(chosen.map(({ identity }) => identity));
    return chosen.length === packs.length && identities.size === packs.length ? chosen : null;
  } catch {
    return null;
  }
}

const stateFile = (folder: string): string => join(folder, 'state.json');

/**
 * The newest of each pack that is there, for a state that was damaged: what a person installed is not lost with it, though which
 * of it was off is.
 */
function recover(folder: string): PackState {
  const namesIn = (...path: string[]): readonly string[] => {
    try {
      return readdirSync(join(folder, ...path));
    } catch {
      return [];
    }
  };
  return namesIn()
    .filter(isIdentity)
    .flatMap((identity) => {
      const stems = namesIn(identity)
        .filter((name) => name.endsWith('.json'))
        .map((name) => name.slice(0, -'.json'.length))
        .filter((stem) => isStem(stem) && existsSync(libraryOf(folder, identity, stem)))
        .toSorted((a, b) => compareVersions(versionOf(b), versionOf(a)));
      const [current, previous = null] = stems;
      return current === undefined ? [] : [{ identity, isOn: true, current, previous }];
    });
}

/** What is chosen in a folder of packs. */
export function readState(folder: string): PackState {
  try {
    return parse(readFileSync(stateFile(folder), 'utf8')) ?? recover(folder);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return code === 'ENOENT' || code === 'ENOTDIR' ? [] : recover(folder);
  }
}

/** THE moment of every change: until the file has its name the old packs are read, and from then on the new ones. */
export const writeState = (folder: string, packs: PackState): Promise<void> =>
  writeWhole(stateFile(folder), `${JSON.stringify({ format: 1, packs }, null, 2)}\n`);

/** Another text once the state has been written by whomever; empty where there is none. */
export function stampOfState(folder: string): string {
  try {
    const about = statSync(stateFile(folder), { throwIfNoEntry: false, bigint: true });
    return about === undefined ? '' : `${about.ino} ${about.size} ${about.mtimeNs}`;
  } catch (error) {
    return String(error);
  }
}
