import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Provision } from '../../../main/contract/document.ts';
import { documentOf } from '../reading.ts';
import { linesOf, outlineOf } from './outline.ts';

const names = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith('.txt'))
  .map((file) => file.slice(0, -4));
const read = (file: string): string => readFileSync(new URL(file, import.meta.url), 'utf8');

describe('documents of every body, written in the manner of the genre', () => {
  it('are at least twelve', () => {
    expect(names.length).toBeGreaterThanOrEqual(12);
  });
  for (const name of names) {
    it(`${name}: every part is as its text has it`, async () => {
      const document = await documentOf(read(`${name}.txt`));
      expect(outlineOf(document)).toEqual(linesOf(read(`${name}.outline`)));
    });
    it(`${name}: the same with other line ends and blank lines behind it`, async () => {
      const source = read(`${name}.txt`);
      const document = await documentOf(`${source.replaceAll('\n', '\r\n')}\r\n\r\n`);
      expect(outlineOf(document)).toEqual(linesOf(read(`${name}.outline`)));
    });
    it(`${name}: no word of its body is lost or moved but what a warning names`, async () => {
      const source = read(`${name}.txt`);
      const { sections, annexes, warnings, formula } = await documentOf(source);
      const dropped = warnings.flatMap(({ code, message }) =>
        code === 'page-mark' || code === 'closing-left-out'
          ? [/^"(.*)" (?:belongs|closes)/u.exec(message)?.[1] ?? '']
          : [],
      );
      const notes: string[] = [];
      const printed = (provision: Provision): string => {
        notes.push(...provision.footnotes.map(({ mark, text }) => `${mark} ${text}`));
        return [provision.label, provision.text, ...provision.provisions.map(printed)].join(' ');
      };
      const isAssembly = formula === 'The General Assembly,';
      const whole = [...sections, ...annexes].map((part) => {
        const body = part.provisions.map(printed).join(' ');
        // There the number stands before the opening words.
        const number = isAssembly ? /^(?:\d+\.)?/.exec(body)?.[0] : '';
        return `${number} ${part.heading} ${body.slice(number?.length ?? 0)}`;
      });
      const all = wordsOf([...whole, ...notes, ...dropped].join(' '));
      const end = lastWords(formula);
      const body = wordsOf(source.slice(source.indexOf(end) + end.length));
      // A mark that lost its raised place hangs on its word.
      const expected = body.map((word) => word.replace(/(?<=\p{Ll}{3})1$/u, ''));
      expect(lacking(expected, all)).toEqual([]);
      const inOrder = wordsOf(whole.join(' '));
      let at = 0;
      for (const word of expected) if (word === inOrder[at]) at += 1;
      expect(inOrder.slice(at)).toEqual([]);
    });
  }
});

/** The words that stand more often in the first list than in the second. */
function lacking(words: readonly string[], among: readonly string[]): readonly string[] {
  const left = new Map<string, number>();
  for (const word of among) left.set(word, (left.get(word) ?? 0) + 1);
  return words.filter((word) => {
    const count = left.get(word) ?? 0;
    left.set(word, count - 1);
    return count <= 0;
  });
}

const wordsOf = (text: string): readonly string[] => text.match(/[\p{L}\p{N}]+/gu) ?? [];
/** The end of the formula, which may be broken over lines. */
const lastWords = (formula: string): string => formula.split(' ').slice(-2).join(' ');
