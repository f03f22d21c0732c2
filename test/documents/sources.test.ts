import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { StructuredDocument } from '../../main/contract/document.ts';
import { readDocument, type GivenIdentity } from '../../main/documents/index.ts';
import { wtdc43 } from './expected/wtdc-resolution-43-buenos-aires-2017.ts';
import { wtsa92Of2016 } from './expected/wtsa-resolution-92-hammamet-2016.ts';
import { wtsa92Of2024 } from './expected/wtsa-resolution-92-new-delhi-2024.ts';

const folder = new URL('../../content/resolutions/', import.meta.url);

async function read(name: string): Promise<StructuredDocument> {
  const given = parse(readFileSync(new URL(`${name}.yaml`, folder), 'utf8')) as GivenIdentity & {
    readonly edition: string;
  };
  const { work, edition, number, place, title } = given;
  const result = await readDocument({
    name: `${name}.txt`,
    bytes: readFileSync(new URL(`${name}.txt`, folder)),
    given: { work, edition, number, place, title, year: Number(edition) },
  });
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

describe('the three sources are read without loss', () => {
  const sources = [
    ['wtdc-resolution-43-buenos-aires-2017', wtdc43, 8],
    ['wtsa-resolution-92-hammamet-2016', wtsa92Of2016, 12],
    ['wtsa-resolution-92-new-delhi-2024', wtsa92Of2024, 17],
  ] as const;

  for (const [name, expected, sectionCount] of sources) {
    it(`${name} has ${sectionCount} sections, and each is as its text has it`, async () => {
      const document = await read(name);
      expect(document.sections.map(({ address }) => address)).toEqual(
        expected.sections.map(({ address }) => address),
      );
      expect(document.sections).toHaveLength(sectionCount);
      for (const [index, section] of expected.sections.entries()) {
        expect(document.sections[index]).toEqual(section);
      }
    });

    it(`${name} is complete: identity, history, foreword, formula, warnings`, async () => {
      expect(await read(name)).toEqual(expected);
    });
  }
});
