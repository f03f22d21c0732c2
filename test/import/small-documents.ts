import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a small resolution of a test says; all of it has a usual value. */
export interface SmallResolution {
  readonly number: number;
  readonly place?: string;
  readonly year?: number;
  readonly title?: string;
  /** What it resolves. */
  readonly says?: readonly string[];
}

/** The text of a resolution of the Plenipotentiary Conference, of our own invention. */
export function smallResolution({
  number,
  place = 'Bucharest',
  year = 2022,
  title = `Buoys of harbour ${number}`,
  says = ['to paint buoys red'],
}: SmallResolution): string {
  const items = says.map((text, at) => `${at + 1}\t${text};`).join('\n');
  return `RESOLUTION ${number} (REV. ${place.toUpperCase()}, ${year})

${title}

The Plenipotentiary Conference of the International Telecommunication Union (${place}, ${year}),

considering
a)\tthat harbour ${number} has buoys;
b)\tResolution 92 (Rev. New Delhi, 2024) of the World Telecommunication Standardization Assembly,

resolves
${items}

instructs the Secretary-General
to count buoys.
`;
}

/** Writes such a text to a file of the folder and answers the file's path. */
export function writeResolution(folder: string, name: string, resolution: SmallResolution): string {
  const file = join(folder, name);
  writeFileSync(file, smallResolution(resolution));
  return file;
}
