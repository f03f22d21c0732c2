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
 */
const meetings: readonly Meeting[] = [
  { body: 'pp', tag: 'PP-94', place: 'Kyoto', year: 1994 },
  { body: 'pp', tag: 'PP-98', place: 'Minneapolis', year: 1998 },
  { body: 'pp', tag: 'PP-02', place: 'Marrakesh', year: 2002 },
  { body: 'pp', tag: 'PP-06', place: 'Antalya', year: 2006 },
  { body: 'pp', tag: 'PP-10', place: 'Guadalajara', year: 2010 },
  { body: 'pp', tag: 'PP-14', place: 'Busan', year: 2014 },
  { body: 'pp', tag: 'PP-18', place: 'Dubai', year: 2018 },
  { body: 'pp', tag: 'PP-22', place: 'Bucharest', year: 2022 },
  { body: 'pp', tag: 'PP-26', place: 'Doha', year: 2026 },
  { body: 'wtsa', tag: 'WTSA-04', place: 'Florianópolis', year: 2004 },
  { body: 'wtsa', tag: 'WTSA-08', place: 'Johannesburg', year: 2008 },
  { body: 'wtsa', tag: 'WTSA-12', place: 'Dubai', year: 2012 },
  { body: 'wtsa', tag: 'WTSA-16', place: 'Hammamet', year: 2016 },
  { body: 'wtsa', tag: 'WTSA-20', place: 'Geneva', year: 2022 },
  { body: 'wtsa', tag: 'WTSA-24', place: 'New Delhi', year: 2024 },
  { body: 'wtdc', tag: 'WTDC-02', place: 'Istanbul', year: 2002 },
  { body: 'wtdc', tag: 'WTDC-06', place: 'Doha', year: 2006 },
  { body: 'wtdc', tag: 'WTDC-10', place: 'Hyderabad', year: 2010 },
  { body: 'wtdc', tag: 'WTDC-14', place: 'Dubai', year: 2014 },
  { body: 'wtdc', tag: 'WTDC-17', place: 'Buenos Aires', year: 2017 },
  { body: 'wtdc', tag: 'WTDC-22', place: 'Kigali', year: 2022 },
  { body: 'wtdc', tag: 'WTDC-25', place: 'Baku', year: 2025 },
  { body: 'wrc', tag: 'WRC-07', place: 'Geneva', year: 2007 },
  { body: 'wrc', tag: 'WRC-12', place: 'Geneva', year: 2012 },
  { body: 'wrc', tag: 'WRC-15', place: 'Geneva', year: 2015 },
  { body: 'wrc', tag: 'WRC-19', place: 'Sharm el-Sheikh', year: 2019 },
  { body: 'wrc', tag: 'WRC-23', place: 'Dubai', year: 2023 },
  { body: 'ra', tag: 'RA-07', place: 'Geneva', year: 2007 },
  { body: 'ra', tag: 'RA-12', place: 'Geneva', year: 2012 },
  { body: 'ra', tag: 'RA-15', place: 'Geneva', year: 2015 },
  { body: 'ra', tag: 'RA-19', place: 'Sharm el-Sheikh', year: 2019 },
  { body: 'ra', tag: 'RA-23', place: 'Dubai', year: 2023 },
];

const byPlace = Map.groupBy(meetings, ({ place, year }) => `${foldPlace(place)} ${year}`);
const byTag = new Map(meetings.map((meeting) => [meeting.tag, meeting]));

/** The body that met there in that year; null where none is known. */
export const bodyThatMet = (place: string, year: number): string | null =>
  byPlace.get(`${foldPlace(place)} ${year}`)?.[0]?.body ?? null;

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
