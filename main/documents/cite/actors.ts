import type { ActorId } from '../../contract/ids.ts';
import { sectorOf, type Sector } from './bodies.ts';
import { slug } from './fold.ts';
import { Reader } from './reader.ts';

const hyphen = String.raw`[-\u2010-\u2013]?`;
/** "of the ITU Telecommunication Standardization Sector", "of ITU-T", "of the Sector (ITU-T)". */
const sectorWords = String.raw`(?:ITU${hyphen}(?<letter>[RTD])|(?:ITU )?(?<sector>Radiocommunication|Telecommunication Standardization|Telecommunication Development) Sector)`;

const sectorByWord: Readonly<Record<string, Sector>> = {
  r: 'itu-r',
  t: 'itu-t',
  d: 'itu-d',
  radiocommunication: 'itu-r',
  'telecommunication standardization': 'itu-t',
  'telecommunication development': 'itu-d',
};

const pattern = (source: string) => new RegExp(String.raw`(?:${source})(?![\p{L}\p{N}])`, 'iuy');
const before = String.raw`(?:${sectorWords}(?: \(ITU${hyphen}[RTD]\))? )?`;
const after = String.raw`(?: of (?:the )?${sectorWords.replaceAll('?<letter>', '?<letter2>').replaceAll('?<sector>', '?<sector2>')})?`;

const numberedGroups = pattern(
  String.raw`${before}Study Groups? (?<numbers>\d{1,2}(?:(?:,|,? and) \d{1,2}){0,20})${after}`,
);
const allGroups = pattern(`${before}study groups${after}`);

/** The three bureaux, by full or short name; each has one Director. */
const bureaux: readonly (readonly [RegExp, string])[] = [
  [pattern('Radiocommunication Bureau|BR'), 'director-br'],
  [pattern('Telecommunication Standardization Bureau|TSB'), 'director-tsb'],
  [pattern('Telecommunication Development Bureau|BDT'), 'director-bdt'],
];
const directors = pattern('Directors?');
const allDirectors = pattern(
  'Directors of (?:all )?(?:the )?(?:three )?Bureaux|(?:all )?(?:the )?three Directors',
);

/** Actors with one name, or two. */
const others: readonly (readonly [RegExp, string])[] = [
  [pattern('Telecommunication Standardization Advisory Group|TSAG'), 'tsag'],
  [pattern('Radiocommunication Advisory Group|RAG'), 'rag'],
  [pattern('Telecommunication Development Advisory Group|TDAG'), 'tdag'],
  [pattern(`Secretary${hyphen} ?General`), 'secretary-general'],
  [pattern('Radio Regulations Board'), 'radio-regulations-board'],
  [pattern('(?:ITU )?Council'), 'council'],
  [pattern('Member States'), 'member-states'],
  [pattern(`(?:ITU${hyphen}[RTD] )?Sector Members`), 'sector-members'],
  [pattern('Associates'), 'associates'],
  [pattern('Academia'), 'academia'],
  [pattern('administrations'), 'administrations'],
  [pattern('regional telecommunication organizations'), 'regional-telecommunication-organizations'],
];

/** Where an actor may begin. */
const wordStart = /(?<![\p{L}\p{N}])\p{L}/gu;

/**
 * The actors named in a heading, in order, each once. A study group without a Sector is one of the Sector that the
 * adopting body belongs to; in a body of no Sector it is left out.
 *
 * @example findActors('Study Group 13', 'wtsa') // => ['itu-t-sg-13']
 */
export function findActors(heading: string, body: string): readonly ActorId[] {
  const home = sectorOf(body);
  const found = new Set<string>();
  let isAboutDirectors = false;
  let end = 0;
  for (const { index } of heading.matchAll(wordStart)) {
    if (index < end) continue;
    const reader = new Reader(heading, index);
    if (reader.take(allDirectors) !== null) {
      found.add('directors');
    } else if (reader.take(directors) !== null) {
      isAboutDirectors = true;
    } else {
      const actors =
        takeGroups(reader, home) ?? takeOne(reader, others) ?? takeOne(reader, bureaux) ?? [];
      for (const actor of actors) {
        if (!actor.startsWith('director-') || isAboutDirectors) found.add(actor);
      }
    }
    end = reader.at;
  }
  return Array.from(found, (actor) => slug(actor) as ActorId);
}

function takeOne(reader: Reader, names: readonly (readonly [RegExp, string])[]) {
  const hit = names.find(([name]) => reader.take(name) !== null);
  return hit === undefined ? null : [hit[1]];
}

function takeGroups(reader: Reader, home: Sector | null): readonly string[] | null {
  const match = reader.take(numberedGroups) ?? reader.take(allGroups);
  if (match === null) return null;
  const { letter, sector, letter2, sector2, numbers } = match.groups ?? {};
  const word = (letter ?? sector ?? letter2 ?? sector2)?.toLowerCase();
  const owner = word === undefined ? home : (sectorByWord[word] ?? home);
  if (numbers === undefined) return [owner === null ? 'study-groups' : `${owner}-study-groups`];
  return owner === null
    ? []
    : Array.from(numbers.matchAll(/\d+/g), ([number]) => `${owner}-sg-${Number(number)}`);
}
