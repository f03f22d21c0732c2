import { readdirSync, readFileSync } from 'node:fs';
import type { StructuredDocument } from '../../main/contract/document.ts';
import { wtdc43 } from '../documents/expected/wtdc-resolution-43-buenos-aires-2017.ts';
import { wtsa92Of2016 } from '../documents/expected/wtsa-resolution-92-hammamet-2016.ts';
import { wtsa92Of2024 } from '../documents/expected/wtsa-resolution-92-new-delhi-2024.ts';
import { linesOf, outlineOf } from '../documents/genre/outline.ts';
import { documentOf } from '../documents/reading.ts';

/** Shares of 1. `n` is how many facts are expected. */
interface Accuracy {
  readonly n: number;
  readonly precision: number;
  readonly recall: number;
}

interface Facts {
  /** A provision with its address, label and text, or a section with its kind, heading and actors. */
  readonly structure: ReadonlySet<string>;
  /** A citation with its words, work and edition, in its provision. */
  readonly citations: ReadonlySet<string>;
}

const genre = new URL('../documents/genre/', import.meta.url);
const sources = new URL('../../content/resolutions/', import.meta.url);

/** How far reading agrees with every expectation of the tests: the three sources and the documents of the genre. */
export async function measureAccuracy(): Promise<{
  readonly documents: number;
  readonly parse: Accuracy;
  readonly citations: Accuracy;
}> {
  const pairs = await Promise.all([...genrePairs(), ...sourcePairs()]);
  return {
    documents: pairs.length,
    parse: accuracy(pairs.map(([expected, found]) => [expected.structure, found.structure])),
    citations: accuracy(pairs.map(([expected, found]) => [expected.citations, found.citations])),
  };
}

const genrePairs = (): Promise<readonly [Facts, Facts]>[] =>
  readdirSync(genre)
    .filter((file) => file.endsWith('.txt'))
    .map(async (file): Promise<readonly [Facts, Facts]> => {
      const outline = readFileSync(new URL(file.replace('.txt', '.outline'), genre), 'utf8');
      const found = await documentOf(readFileSync(new URL(file, genre)));
      return [factsOf(linesOf(outline)), factsOf(outlineOf(found))];
    });

const sourcePairs = (): Promise<readonly [Facts, Facts]>[] =>
  (
    [
      ['wtdc-resolution-43-buenos-aires-2017', wtdc43],
      ['wtsa-resolution-92-hammamet-2016', wtsa92Of2016],
      ['wtsa-resolution-92-new-delhi-2024', wtsa92Of2024],
    ] satisfies [string, StructuredDocument][]
  ).map(async ([name, expected]): Promise<readonly [Facts, Facts]> => {
    const found = await documentOf(readFileSync(new URL(`${name}.txt`, sources)));
    return [factsOf(outlineOf(expected)), factsOf(outlineOf(found))];
  });

/** The facts in an outline: a line is one together with the lines that it stands under. */
function factsOf(lines: readonly string[]): Facts {
  const structure = new Set<string>();
  const citations = new Set<string>();
  let section = '';
  let provision = '';
  for (const line of lines) {
    const depth = line.search(/\S/);
    if (depth === 0) {
      if (!/^(?:section|annex) /.test(line)) continue;
      section = line;
      structure.add(line);
    } else if (depth === 2) {
      provision = `${section}${line}`;
      structure.add(provision);
    } else if (line.trimStart().startsWith('cite ')) {
      citations.add(`${provision}${line}`);
    }
  }
  return { structure, citations };
}

function accuracy(
  pairs: readonly (readonly [ReadonlySet<string>, ReadonlySet<string>])[],
): Accuracy {
  let n = 0;
  let given = 0;
  let right = 0;
  for (const [expected, found] of pairs) {
    n += expected.size;
    given += found.size;
    for (const fact of found) right += expected.has(fact) ? 1 : 0;
  }
  return { n, precision: share(right, given), recall: share(right, n) };
}

const share = (part: number, whole: number): number =>
  whole === 0 ? 1 : Math.round((part / whole) * 10_000) / 10_000;
