import type { ActorId } from '../../contract/ids.ts';
import { sectorOf, type Sector } from './bodies.ts';
import { slug } from './fold.ts';
import { yearOfTag } from './meetings.ts';
import { Reader } from './reader.ts';

const hyphen = String.raw`[-\u2010-\u2013]?`;
/** "of the ITU Telecommunication Standardization Sector", "of ITU-T", "of the Sector (ITU-T)". */
const sectorWords = String.raw`(?:(?:ITU|UIT|МСЭ)${hyphen}(?<letter>[RTD])|(?:ITU )?(?<sector>Radiocommunication|Telecommunication Standardization|Telecommunication Development) Sector)`;

const sectorByWord: Readonly<Record<string, Sector>> = {
  r: 'itu-r',
  t: 'itu-t',
  d: 'itu-d',
  radiocommunication: 'itu-r',
  'telecommunication standardization': 'itu-t',
  'telecommunication development': 'itu-d',
};

const pattern = (source: string) => new RegExp(String.raw`(?:${source})(?![\p{L}\p{N}])`, 'iuy');
const ownWords = (name: string): string =>
  sectorWords
    .replaceAll('?<letter>', `?<letter${name}>`)
    .replaceAll('?<sector>', `?<sector${name}>`);
const before = String.raw`(?:${sectorWords}(?: \(ITU${hyphen}[RTD]\))? )?`;
const after = String.raw`(?: of (?:the )?${ownWords('2')})?`;

const numberedGroups = pattern(
  String.raw`${before}Study Groups? (?<numbers>\d{1,2}(?:(?:,|,? and|,? or) \d{1,2}){0,20})${after}`,
);
/** "the study groups of ITU-R and ITU-T" are those of both. */
const allGroups = pattern(
  String.raw`${before}(?:relevant )?study groups?(?: of (?:the )?${ownWords('2')}(?:(?:,|,? and) (?:the )?${ownWords('3')}){0,1}(?:,? and (?:the )?${ownWords('4')})?)?`,
);
const sectorAlone = pattern(String.raw`${sectorWords}(?: \(ITU${hyphen}[RTD]\))?`);
const threeSectors = pattern('(?:three )?(?:ITU )?Sectors(?: of the Union| of ITU)?');

/** The three bureaux, by full or short name; each has one Director. */
const bureaux: readonly (readonly [RegExp, string])[] = [
  [
    pattern(
      'Radiocommunication Bureau|BR|Bureau des radiocommunications|Oficina de Radiocomunicaciones|Бюро радиосвязи|БР',
    ),
    'director-br',
  ],
  [
    pattern(
      'Telecommunication Standardization Bureau|TSB|Bureau de la normalisation des télécommunications|Oficina de Normalización de las Telecomunicaciones|Бюро стандартизации электросвязи|БСЭ',
    ),
    'director-tsb',
  ],
  [
    pattern(
      'Telecommunication Development Bureau|BDT|Bureau de développement des télécommunications|Oficina de Desarrollo de las Telecomunicaciones|Бюро развития электросвязи|БРЭ',
    ),
    'director-bdt',
  ],
];
const directors = pattern('Directors?|Directeurs?|Director(?:es|a)?|Директор(?:а|у|ам|ов)?');
const allDirectors = pattern(
  'Directors of (?:all )?(?:the )?(?:three )?(?:ITU )?Bureaux|(?:all )?(?:the )?three Directors|Directeurs des (?:trois )?Bureaux|Directores de las (?:tres )?Oficinas|Директорам (?:трех )?Бюро',
);

const otherDirectors = pattern('Directors of the (?:other )(?:two )?Bureaux');

/** A conference to come, by its year or its tag: "the 2027 World Radiocommunication Conference", "WRC-27". */
const conferences: readonly (readonly [RegExp, string])[] = [
  [pattern('(?:(?<year>\\d{4}) )?World Radiocommunication Conference'), 'wrc'],
  [pattern('(?:(?<year>\\d{4}) )?World Telecommunication Standardization Assembly'), 'wtsa'],
  [pattern('(?:(?<year>\\d{4}) )?World Telecommunication Development Conference'), 'wtdc'],
  [pattern('(?:(?<year>\\d{4}) )?Radiocommunication Assembly'), 'ra'],
  [pattern('(?:(?<year>\\d{4}) )?Plenipotentiary Conference'), 'pp'],
];
const taggedConference = pattern(`(?<body>WRC|WTSA|WTDC|RA|PP)${hyphen}(?<digits>\\d{2,4})`);
const bareConference = pattern('(?<body>WRC|WTSA|WTDC)');

/** Actors with one name, or several; the longer names stand before those that they begin with. */
const others: readonly (readonly [RegExp, string])[] = [
  [pattern('Telecommunication Standardization Advisory Group|TSAG'), 'tsag'],
  [pattern('Radiocommunication Advisory Group|RAG'), 'rag'],
  [pattern('Telecommunication Development Advisory Group|TDAG'), 'tdag'],
  [pattern(`Deputy Secretary${hyphen} ?General`), 'deputy-secretary-general'],
  [
    pattern(
      `Secretary${hyphen} ?General of the United Nations|United Nations Secretary${hyphen} ?General`,
    ),
    'un-secretary-general',
  ],
  [
    pattern(
      `Secretary${hyphen} ?General|Secrétaire général|Secretario General|Генеральн(?:ому|ый) секретар[юь]|الأمين العام`,
    ),
    'secretary-general',
  ],
  [pattern(`General ?${hyphen}?Secretariat|secretariat`), 'general-secretariat'],
  [pattern('Radio Regulations Board|RRB'), 'radio-regulations-board'],
  [pattern('Coordination Committee'), 'coordination-committee'],
  [pattern('Conference Preparatory Meeting|CPM'), 'conference-preparatory-meeting'],
  [pattern('(?:ITU )?Council Working Groups?|CWGs?'), 'council-working-groups'],
  [pattern('Economic and Social Council'), 'economic-and-social-council'],
  [pattern('Human Rights Council'), 'human-rights-council'],
  [pattern('(?:ITU )?(?:\\d{4} (?:session of the )?)?Council|Conseil|Consejo|Совету?'), 'council'],
  [pattern('(?:United Nations |UN )?General Assembly'), 'general-assembly'],
  [pattern('(?:ITU )?regional offices'), 'regional-offices'],
  [
    pattern(
      '(?:ITU |all )?Member States|États Membres|Etats Membres|Estados Miembros|الدول الأعضاء|Государств(?:а|ам)-Член(?:ы|ам)',
    ),
    'member-states',
  ],
  [
    pattern(
      `(?:ITU${hyphen}[RTD] )?Sector Members|Membres (?:des|de) Secteurs?|Miembros de(?:l| los) Sector(?:es)?|Член(?:ы|ам) Сектор(?:а|ов)`,
    ),
    'sector-members',
  ],
  [pattern('(?:ITU )?membership'), 'membership'],
  [pattern('Members'), 'members'],
  [pattern('Associates|Associés|Asociados|Ассоциированны(?:е|м) член(?:ы|ам)'), 'associates'],
  [
    pattern(
      'Academia|établissements universitaires|Instituciones Académicas|Академически(?:е|м) организаци(?:и|ям)',
    ),
    'academia',
  ],
  [pattern('administrations'), 'administrations'],
  [
    pattern('(?:relevant )?regional telecommunication organizations'),
    'regional-telecommunication-organizations',
  ],
  [
    pattern('regional and international organizations|international and regional organizations'),
    'international-and-regional-organizations',
  ],
  [pattern('regional organizations'), 'regional-organizations'],
  [pattern('international organizations'), 'international-organizations'],
  [pattern('standards development organizations|SDOs'), 'standards-development-organizations'],
  [pattern('intergovernmental organizations'), 'intergovernmental-organizations'],
  [pattern('(?:non-governmental organizations|NGOs)'), 'non-governmental-organizations'],
  [pattern('governments'), 'governments'],
  [pattern('developing countries'), 'developing-countries'],
  [pattern('developed countries'), 'developed-countries'],
  [pattern('civil society'), 'civil-society'],
  [pattern('private sector'), 'private-sector'],
  [pattern('(?:network |telecommunication )?operators'), 'operators'],
  [pattern('manufacturers'), 'manufacturers'],
  [pattern('industry'), 'industry'],
  [pattern('International Civil Aviation Organization|ICAO'), 'icao'],
  [pattern('International Maritime Organization|IMO'), 'imo'],
  [pattern('World Meteorological Organization|WMO'), 'wmo'],
  [pattern('World Health Organization|WHO(?=\\)|,|$)'), 'who'],
  [pattern('International Organization for Standardization|ISO'), 'iso'],
  [pattern('International Electrotechnical Commission|IEC'), 'iec'],
  [pattern('World Bank'), 'world-bank'],
  [pattern('UNESCO'), 'unesco'],
  [pattern('UNICEF'), 'unicef'],
  [pattern('UNDP|United Nations Development Programme'), 'undp'],
  [pattern('United Nations system'), 'united-nations-system'],
];

/** Where an actor may begin. */
const wordStart = /(?<![\p{L}\p{N}])[\p{L}\p{N}]/gu;

/**
 * The actors named in a heading, in order, each once. A study group without a Sector is one of the Sector that the
 * adopting body belongs to; in a body of no Sector it is left out. A Sector named behind one of its own ("the study
 * groups of ITU-T") is no actor by itself.
 *
 * @example findActors('Study Group 13', 'wtsa') // => ['itu-t-sg-13']
 */
export function findActors(heading: string, body: string): readonly ActorId[] {
  const home = sectorOf(body);
  const found = new Set<string>(findChinese(heading));
  let isAboutDirectors = false;
  let end = 0;
  for (const { index } of heading.matchAll(wordStart)) {
    if (index < end) continue;
    const reader = new Reader(heading, index);
    if (reader.take(allDirectors) !== null) {
      found.add('directors');
    } else if (reader.take(otherDirectors) !== null) {
      // The caller leaves out the one that these are the others of.
      for (const [, director] of bureaux) found.add(director);
    } else if (reader.take(directors) !== null) {
      isAboutDirectors = true;
    } else {
      const actors =
        takeGroups(reader, home) ??
        takeConference(reader) ??
        takeOne(reader, others) ??
        takeOne(reader, bureaux) ??
        takeSector(reader, heading, index) ??
        [];
      for (const actor of actors) {
        // "the Radiocommunication Bureau" without its Director is the bureau itself.
        if (actor.startsWith('director-') && !isAboutDirectors) found.add(actor.slice(9));
        else found.add(actor);
      }
    }
    end = reader.at;
  }
  return Array.from(found, (actor) => slug(actor) as ActorId);
}

/** Chinese parts no words, so its names are sought anywhere. */
const chineseNames: readonly (readonly [string, string])[] = [
  ['秘书长', 'secretary-general'],
  ['无线电通信局主任', 'director-br'],
  ['电信标准化局主任', 'director-tsb'],
  ['电信发展局主任', 'director-bdt'],
  ['各局主任', 'directors'],
  ['理事会', 'council'],
  ['成员国', 'member-states'],
  ['部门成员', 'sector-members'],
  ['部门准成员', 'associates'],
  ['学术成员', 'academia'],
];

const findChinese = (heading: string): readonly string[] =>
  chineseNames
    .map(([name, actor]) => ({ at: heading.indexOf(name), actor }))
    .filter(({ at }) => at !== -1)
    .toSorted((a, b) => a.at - b.at)
    .map(({ actor }) => actor);

function takeOne(reader: Reader, names: readonly (readonly [RegExp, string])[]) {
  const hit = names.find(([name]) => reader.take(name) !== null);
  return hit === undefined ? null : [hit[1]];
}

function takeGroups(reader: Reader, home: Sector | null): readonly string[] | null {
  const match = reader.take(numberedGroups) ?? reader.take(allGroups);
  if (match === null) return null;
  const { letter, sector, letter2, sector2, letter3, sector3, letter4, sector4, numbers } =
    match.groups ?? {};
  const owners = [letter ?? sector, letter2 ?? sector2, letter3 ?? sector3, letter4 ?? sector4]
    .filter((word) => word !== undefined)
    .map((word) => sectorByWord[word.toLowerCase()])
    .filter((owner) => owner !== undefined);
  const [owner = home] = owners;
  if (numbers === undefined) {
    if (owners.length > 0) return owners.map((one) => `${one}-study-groups`);
    return [home === null ? 'study-groups' : `${home}-study-groups`];
  }
  return owner === null
    ? []
    : Array.from(numbers.matchAll(/\d+/g), ([number]) => `${owner}-sg-${Number(number)}`);
}

function takeConference(reader: Reader): readonly string[] | null {
  for (const [name, id] of conferences) {
    const match = reader.take(name);
    if (match === null) continue;
    const year = match.groups?.['year'];
    return [year === undefined ? id : `${id}-${year.slice(2)}`];
  }
  const tagged = reader.take(taggedConference)?.groups;
  if (tagged !== undefined) {
    const { body = '', digits = '' } = tagged;
    return [`${body}-${yearOfTag(body, digits).toString().slice(2)}`];
  }
  const bare = reader.take(bareConference)?.groups?.['body'];
  return bare === undefined ? null : [bare];
}

/** A Sector itself: "invites ITU-R". One that only says whose something is ("experts of ITU-T") is none. */
function takeSector(reader: Reader, heading: string, index: number): readonly string[] | null {
  if (reader.take(threeSectors) !== null) return ['sectors'];
  const groups = reader.take(sectorAlone)?.groups;
  if (groups === undefined) return null;
  const isOwner = /(?:of|in|within|from|to) (?:the )?(?:ITU )?$/iu.test(heading.slice(0, index));
  const sector = sectorByWord[(groups['letter'] ?? groups['sector'] ?? '').toLowerCase()];
  return sector === undefined || isOwner ? [] : [sector];
}
