import type { Catalogue } from './en.ts';
import type { Say } from './say.ts';

/** Names of what the library's keys stand for. A key that no catalogue has speaks for itself. */
export interface Names {
  /** "World Telecommunication Standardization Assembly (WTSA)". */
  body(key: string): string;
  /** "WTSA" where the body is known by its letters, else its name. */
  bodyShort(key: string): string;
  /** "ITU-T Study Group 13", "Director of the …". */
  actor(key: string): string;
  /** "Recommendations". */
  type(key: string): string;
}

const nameIn = (names: Readonly<Record<string, string>>, key: string): string | undefined =>
  Object.hasOwn(names, key) ? names[key] : undefined;

export function createNames({ names }: Catalogue, say: Say): Names {
  const body = (key: string): string => nameIn(names.bodies, key) ?? key.toUpperCase();
  const bodyShort = (key: string): string =>
    /[(（](?<letters>[^)）]+)[)）]/.exec(body(key))?.groups?.['letters'] ?? body(key);
  return {
    body,
    bodyShort,
    actor(key) {
      const group = /^(?<sector>itu-[trd])-sg-(?<number>\d+)$/.exec(key)?.groups;
      const { sector, number } = group ?? {};
      if (sector === undefined || number === undefined)
        return nameIn(names.actors, key) ?? key.replaceAll('-', ' ');
      const said = say(names.studyGroup, { sector: bodyShort(sector), number });
      // The number stays on the line of its group.
      return said.replace(/ (?=\S+$)/, '\u00a0');
    },
    type: (key) =>
      nameIn(names.types, key) ?? key.charAt(0).toUpperCase() + key.slice(1).replaceAll('-', ' '),
  };
}
