/** A body that adopts resolutions, decisions or recommendations: its id, its full name, how citations name it. */
interface Body {
  readonly id: string;
  readonly name: string;
  /** Short forms, the printed one first. */
  readonly short: readonly string[];
  /** The Sector whose study groups it speaks to when it names none. */
  readonly sector: Sector | null;
}

export type Sector = 'itu-r' | 'itu-t' | 'itu-d';

const bodies: readonly Body[] = [
  {
    id: 'wtsa',
    name: 'World Telecommunication Standardization Assembly',
    short: ['WTSA'],
    sector: 'itu-t',
  },
  {
    id: 'wtdc',
    name: 'World Telecommunication Development Conference',
    short: ['WTDC'],
    sector: 'itu-d',
  },
  {
    id: 'wrc',
    name: 'World Radiocommunication Conference',
    short: ['WRC', 'WARC'],
    sector: 'itu-r',
  },
  { id: 'ra', name: 'Radiocommunication Assembly', short: ['RA'], sector: 'itu-r' },
  { id: 'pp', name: 'Plenipotentiary Conference', short: ['PP'], sector: null },
  { id: 'unga', name: 'United Nations General Assembly', short: ['UNGA'], sector: null },
  { id: 'council', name: 'ITU Council', short: ['Council'], sector: null },
  { id: 'wtpf', name: 'World Telecommunication/ICT Policy Forum', short: ['WTPF'], sector: null },
  {
    id: 'wcit',
    name: 'World Conference on International Telecommunications',
    short: ['WCIT'],
    sector: null,
  },
];

const byId = new Map(bodies.map((body) => [body.id, body]));
const byName = new Map(
  bodies.flatMap(({ id, name, short }) =>
    [name, ...short].map((word) => [word.toLowerCase(), id] as const),
  ),
);
/** Other names of the same bodies: older ones, and those in French and Spanish. */
const aliases: readonly (readonly [string, string])[] = [
  ['UN General Assembly', 'unga'],
  ['General Assembly', 'unga'],
  ['General Assembly of the United Nations', 'unga'],
  ['World Administrative Radio Conference', 'wrc'],
  ['World Telecommunication Standardization Conference', 'wtsa'],
  ['WTSC', 'wtsa'],
  ['Administrative Council', 'council'],
  ['Conférence de plénipotentiaires', 'pp'],
  ['Conferencia de Plenipotenciarios', 'pp'],
  ['AMNT', 'wtsa'],
  ['CMDT', 'wtdc'],
  ['CMR', 'wrc'],
];
for (const [name, id] of aliases) byName.set(name.toLowerCase(), id);

/** Every name of every body, as one alternative of a pattern, the longer names first. */
export const bodyNames = [...byName.keys()]
  .toSorted((a, b) => b.length - a.length)
  .map((name) => name.replaceAll(' ', String.raw`\s{1,20}`))
  .join('|');

/** The id of a body by its full or short name, in any case; null where there is none. */
export const bodyByName = (name: string): string | null =>
  byName.get(name.toLowerCase().replaceAll(/\s+/g, ' ')) ?? null;

/** Sectors, and texts whose body is the Union itself, by what stands first in an address. */
const others: Readonly<Record<string, string>> = {
  'itu-t': 'Telecommunication Standardization Sector of ITU',
  'itu-r': 'Radiocommunication Sector of ITU',
  'itu-d': 'Telecommunication Development Sector of ITU',
  rr: 'International Telecommunication Union',
  cs: 'International Telecommunication Union',
  cv: 'International Telecommunication Union',
  itr: 'International Telecommunication Union',
};

/** A body as a list of references names it; empty where it is not known, as that of somebody's own document. */
export const bodyInFull = (body: string): string => byId.get(body)?.name ?? others[body] ?? '';

export const sectorOf = (body: string): Sector | null => byId.get(body)?.sector ?? null;

/** How a body is printed before the word "Resolution": "WTSA", "PP", "UNGA". */
export const shortNameOf = (body: string): string => byId.get(body)?.short[0] ?? body.toUpperCase();
