import { versionOf } from './files.ts';
import type { Source } from './source.ts';
import type { ChosenPack, PackState } from './state.ts';

/** A pack of which an installed version is read, or would be were it on. */
export type InstalledChoice = ChosenPack & { readonly current: string };

/** What a state says of packs, beside what came with the program. */
export interface Choices {
  isInstalled(chosen: ChosenPack | undefined): chosen is InstalledChoice;
  /** The stem of what rolling back leads to; null: what came with the program; undefined: there is nothing. */
  before(identity: string, chosen: ChosenPack | undefined): string | null | undefined;
  /** The version of that. */
  versionBefore(identity: string, chosen: ChosenPack | undefined): string | null;
  /** The identities of those that a list shows, the program's own first. */
  listed(state: PackState): readonly string[];
  isAnyOn(state: PackState): boolean;
}

export const ofIdentity = (state: PackState, identity: string): ChosenPack | undefined =>
  state.find((each) => each.identity === identity);

/** The choice of a pack; of one that nobody chose anything of, the usual one. */
export const asChosen = (state: PackState, identity: string): ChosenPack =>
  ofIdentity(state, identity) ?? { identity, isOn: true, current: null, previous: null };

/** The state with another choice of one pack, which is added at the end where it was not there. */
export const withChosen = (state: PackState, chosen: ChosenPack): PackState =>
  ofIdentity(state, chosen.identity) === undefined
    ? [...state, chosen]
    : state.map((each) => (each.identity === chosen.identity ? chosen : each));

export function readChoices(source: Source): Choices {
  const isInstalled = (chosen: ChosenPack | undefined): chosen is InstalledChoice =>
    chosen !== undefined &&
    chosen.current !== null &&
    source.isNewer(chosen.identity, versionOf(chosen.current));

  function before(identity: string, chosen: ChosenPack | undefined): string | null | undefined {
    const previous = chosen?.previous ?? null;
    if (previous !== null && source.isNewer(identity, versionOf(previous))) return previous;
    return isInstalled(chosen) && identity === source.identity() ? null : undefined;
  }

  function listed(state: PackState): readonly string[] {
    const ofProgram = source.identity();
    const others = state.filter((each) => each.identity !== ofProgram && isInstalled(each));
    return [ofProgram, ...others.map(({ identity }) => identity)];
  }

  return {
    isInstalled,
    before,
    versionBefore: (identity, chosen) => {
      const previous = before(identity, chosen);
      if (previous === undefined) return null;
      return previous === null ? (source.shipped()?.manifest.version ?? null) : versionOf(previous);
    },
    listed,
    isAnyOn: (state) => listed(state).some((identity) => asChosen(state, identity).isOn),
  };
}
