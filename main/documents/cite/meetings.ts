import { foldPlace } from './fold.ts';

/** One sitting of a conference or assembly: what "(Rev. Dubai, 2014)" stands for. */
interface Meeting {
  readonly body: string;
  readonly tag: string;
  readonly place: string;
  readonly year: number;
}

/**
 * Where and when each body met. Where a radiocommunication assembly and a conference met in one place and year,
 * the conference stands first: its resolutions are cited without "ITU-R", the assembly's with it.
 * It rests on pages and documents of ITU, news of administrations and, for some WRCs, Wikipedia (`content/meetings.yaml`
 * names the sources of the sittings that it holds); the place of WARC-92 alone is general knowledge.
 */
const meetings: readonly Meeting[] = [
  { body: 'pp', tag: 'PP-47', place: 'Atlantic City', year: 1947 },
  { body: 'pp', tag: 'PP-52', place: 'Buenos Aires', year: 1952 },
  { body: 'pp', tag: 'PP-59', place: 'Geneva', year: 1959 },
  { body: 'pp', tag: 'PP-65', place: 'Montreux', year: 1965 },
  { body: 'pp', tag: 'PP-73', place: 'Malaga-Torremolinos', year: 1973 },
  { body: 'pp', tag: 'PP-82', place: 'Nairobi', year: 1982 },
  { body: 'pp', tag: 'PP-89', place: 'Nice', year: 1989 },
  { body: 'pp', tag: 'APP-92', place: 'Geneva', year: 1992 },
  { body: 'pp', tag: 'PP-94', place: 'Kyoto', year: 1994 },
  { body: 'pp', tag: 'PP-98', place: 'Minneapolis', year: 1998 },
  { body: 'pp', tag: 'PP-02', place: 'Marrakesh', year: 2002 },
  { body: 'pp', tag: 'PP-06', place: 'Antalya', year: 2006 },
  { body: 'pp', tag: 'PP-10', place: 'Guadalajara', year: 2010 },
  { body: 'pp', tag: 'PP-14', place: 'Busan', year: 2014 },
  { body: 'pp', tag: 'PP-18', place: 'Dubai', year: 2018 },
  { body: 'pp', tag: 'PP-22', place: 'Bucharest', year: 2022 },
  { body: 'pp', tag: 'PP-26', place: 'Doha', year: 2026 },
  { body: 'wtsa', tag: 'WTSC-93', place: 'Helsinki', year: 1993 },
  { body: 'wtsa', tag: 'WTSC-96', place: 'Geneva', year: 1996 },
  { body: 'wtsa', tag: 'WTSA-2000', place: 'Montreal', year: 2000 },
  { body: 'wtsa', tag: 'WTSA-04', place: 'Florianópolis', year: 2004 },
  { body: 'wtsa', tag: 'WTSA-08', place: 'Johannesburg', year: 2008 },
  { body: 'wtsa', tag: 'WTSA-12', place: 'Dubai', year: 2012 },
  { body: 'wtsa', tag: 'WTSA-16', place: 'Hammamet', year: 2016 },
  { body: 'wtsa', tag: 'WTSA-20', place: 'Geneva', year: 2022 },
  { body: 'wtsa', tag: 'WTSA-24', place: 'New Delhi', year: 2024 },
  { body: 'wtdc', tag: 'WTDC-94', place: 'Buenos Aires', year: 1994 },
  { body: 'wtdc', tag: 'WTDC-98', place: 'Valletta', year: 1998 },
  { body: 'wtdc', tag: 'WTDC-02', place: 'Istanbul', year: 2002 },
  { body: 'wtdc', tag: 'WTDC-06', place: 'Doha', year: 2006 },
  { body: 'wtdc', tag: 'WTDC-10', place: 'Hyderabad', year: 2010 },
  { body: 'wtdc', tag: 'WTDC-14', place: 'Dubai', year: 2014 },
  { body: 'wtdc', tag: 'WTDC-17', place: 'Buenos Aires', year: 2017 },
  { body: 'wtdc', tag: 'WTDC-22', place: 'Kigali', year: 2022 },
  { body: 'wtdc', tag: 'WTDC-25', place: 'Baku', year: 2025 },
  { body: 'wrc', tag: 'WARC-79', place: 'Geneva', year: 1979 },
  { body: 'wrc', tag: 'WARC-92', place: 'Malaga-Torremolinos', year: 1992 },
  { body: 'wrc', tag: 'WRC-95', place: 'Geneva', year: 1995 },
  { body: 'wrc', tag: 'WRC-97', place: 'Geneva', year: 1997 },
  { body: 'wrc', tag: 'WRC-2000', place: 'Istanbul', year: 2000 },
  { body: 'wrc', tag: 'WRC-03', place: 'Geneva', year: 2003 },
  { body: 'wrc', tag: 'WRC-07', place: 'Geneva', year: 2007 },
  { body: 'wrc', tag: 'WRC-12', place: 'Geneva', year: 2012 },
  { body: 'wrc', tag: 'WRC-15', place: 'Geneva', year: 2015 },
  { body: 'wrc', tag: 'WRC-19', place: 'Sharm el-Sheikh', year: 2019 },
  { body: 'wrc', tag: 'WRC-23', place: 'Dubai', year: 2023 },
  { body: 'ra', tag: 'RA-93', place: 'Geneva', year: 1993 },
  { body: 'ra', tag: 'RA-95', place: 'Geneva', year: 1995 },
  { body: 'ra', tag: 'RA-97', place: 'Geneva', year: 1997 },
  { body: 'ra', tag: 'RA-2000', place: 'Istanbul', year: 2000 },
  { body: 'ra', tag: 'RA-03', place: 'Geneva', year: 2003 },
  { body: 'ra', tag: 'RA-07', place: 'Geneva', year: 2007 },
  { body: 'ra', tag: 'RA-12', place: 'Geneva', year: 2012 },
  { body: 'ra', tag: 'RA-15', place: 'Geneva', year: 2015 },
  { body: 'ra', tag: 'RA-19', place: 'Sharm el-Sheikh', year: 2019 },
  { body: 'ra', tag: 'RA-23', place: 'Dubai', year: 2023 },
  { body: 'wtpf', tag: 'WTPF-09', place: 'Lisbon', year: 2009 },
  { body: 'wtpf', tag: 'WTPF-13', place: 'Geneva', year: 2013 },
  { body: 'wcit', tag: 'WCIT-12', place: 'Dubai', year: 2012 },
];

/** Places as other languages print them, folded. */
const otherNames: Readonly<Record<string, string>> = {
  geneve: 'geneva',
  ginebra: 'geneva',
  женева: 'geneva',
  'nueva delhi': 'new delhi',
  'нью-дели': 'new delhi',
  bucarest: 'bucharest',
  бухарест: 'bucharest',
  marrakech: 'marrakesh',
  марракеш: 'marrakesh',
  пусан: 'busan',
  дубаи: 'dubai',
  доха: 'doha',
  анталия: 'antalya',
  гвадалахара: 'guadalajara',
  хаммамет: 'hammamet',
  кигали: 'kigali',
  'буэнос-аирес': 'buenos aires',
  'charm el-cheikh': 'sharm el-sheikh',
  estambul: 'istanbul',
  johannesbourg: 'johannesburg',
  johannesburgo: 'johannesburg',
  'малага-торремолинос': 'malaga-torremolinos',
};
const placeKey = (place: string): string => {
  const folded = foldPlace(place);
  return otherNames[folded] ?? folded;
};

const byPlace = Map.groupBy(meetings, ({ place, year }) => `${placeKey(place)} ${year}`);
const byTag = new Map(meetings.map((meeting) => [meeting.tag, meeting]));

/** The body that met there in that year; null where none is known. */
export const bodyThatMet = (place: string, year: number): string | null =>
  byPlace.get(`${placeKey(place)} ${year}`)?.[0]?.body ?? null;

/**
 * The year in which a meeting with this tag was held. A tag's own digits are right for all but a meeting that was
 * put off (WTSA-20 met in 2022): those are in the table.
 *
 * @example yearOfTag('WRC', '15') // => 2015
 */
export function yearOfTag(body: string, digits: string): number {
  const known = byTag.get(`${body.toUpperCase()}-${digits}`);
  if (known !== undefined) return known.year;
  const number = Number(digits);
  if (digits.length === 4) return number;
  return number < 50 ? 2000 + number : 1900 + number;
}
