import type { Catalogue } from './en.ts';
import type { Say } from './say.ts';

/** Names of what the library's keys stand for. A key that no catalogue has speaks for itself. */
export interface Names {
  /** "World Telecommunication Standardization Assembly (WTSA)"; of a body that has no name in words, the name given. */
  body(key: string, given?: string): string;
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
  const body = (key: string, given?: string): string =>
    nameIn(names.bodies, key) ??
    given ??
    (/^itu-[trd]-sg-\d+$/.test(key) ? actor(key) : key.toUpperCase());
  const bodyShort = (key: string): string =>
    /[(（](?<letters>[^)）]+)[)）]/.exec(body(key))?.groups?.['letters'] ?? body(key);
  function actor(key: string): string {
    const group = /^(?<sector>itu-[trd])-sg-(?<number>\d+)$/.exec(key)?.groups;
    const { sector, number } = group ?? {};
    if (sector === undefined || number === undefined)
      return nameIn(names.actors, key) ?? key.replaceAll('-', ' ');
    const said = say(names.studyGroup, { sector: bodyShort(sector), number });
    // The number stays on the line of its group.
    return said.replace(/ (?=\S+$)/, '\u00a0');
  }
  return {
    body,
    bodyShort,
    actor,
    type: (key) =>
      nameIn(names.types, key) ?? key.charAt(0).toUpperCase() + key.slice(1).replaceAll('-', ' '),
  };
}
