import { expect, test } from 'vitest';
import { compareDocuments } from '../../main/documents/compare/index.ts';
import type { ActorId } from '../../main/contract/ids.ts';
import { sectionsOf, type ComparedSection, type Entry } from '../../renderer/state/compare.ts';
import { figuresOf, headingFiguresOf } from '../../renderer/state/compare-figures.ts';
import { isChange, linesOf, threadsOf, type Line } from '../../renderer/state/compare-lines.ts';
import { editionOf, sectionOf } from '../documents/compare/comparing.ts';
import { wtsa92Of2016 } from '../documents/expected/wtsa-resolution-92-hammamet-2016.ts';
import { wtsa92Of2024 } from '../documents/expected/wtsa-resolution-92-new-delhi-2024.ts';

type Text = Parameters<typeof sectionsOf>[0] & Parameters<typeof compareDocuments>[0];

const compared = (from: Text, to: Text) => sectionsOf(from, to, compareDocuments(from, to));

const everything = { onlyChanges: false, onlyOperative: false, actor: null };
const resolution92 = compared(wtsa92Of2016, wtsa92Of2024);

const sectionAt = (sections: readonly ComparedSection[], key: string): ComparedSection => {
  const section = sections.find((one) => one.key === key);
  if (section === undefined) throw new Error(`There is no section ${key}.`);
  return section;
};

const headings = (lines: readonly Line[]) =>
  lines.flatMap((line) => (line.kind === 'section' ? [line.key] : []));

/** An entry as a margin has it: "f) -> c)" for a provision, "f) ..." for the place that it left. */
const margin = (entry: Entry): string =>
  entry.kind === 'former'
    ? `${entry.row.from?.label} ...`
    : `${entry.from?.label ?? ''} -> ${entry.to?.label ?? ''}`;

// Counted by hand from the table in test/documents/compare/resolution-92.test.ts.
test('the figures of Resolution 92 are those that a careful person counts', () => {
  expect(figuresOf(resolution92)).toEqual({
    amended: 26,
    alsoMoved: 2,
    moved: 0,
    new: 24,
    removed: 7,
    same: 2,
  });
  expect(headingFiguresOf(resolution92)).toMatchObject({ amended: 6, new: 5, removed: 0 });
  expect(figuresOf([sectionAt(resolution92, 'noting')])).toMatchObject({ amended: 1, removed: 5 });
  expect(figuresOf([sectionAt(resolution92, 'instructs-itu-t-sg-17')])).toMatchObject({
    amended: 1,
    new: 2,
  });
});

test('provisions stand in the order of the later text, and what moved left its mark where it stood', () => {
  const { entries } = sectionAt(resolution92, 'considering');
  expect(entries.slice(0, 11).map(margin)).toEqual([
    'a) -> a)',
    'b) -> b)',
    'f) -> c)',
    ' -> d)',
    'c) -> e)',
    'd) -> f)',
    'e) ...',
    'f) ...',
    'g) -> g)',
    'e) -> h)',
    'h) -> i)',
  ]);
});

test('what only one text has is told apart from its namesake in the other', () => {
  const keys = sectionAt(resolution92, 'considering').entries.map(({ key }) => key);
  expect(keys.filter((key) => key.endsWith('considering.k'))).toEqual([
    'considering.k',
    '-considering.k',
  ]);
  const all = resolution92.flatMap(({ key, entries }) => [key, ...entries.map((one) => one.key)]);
  expect(new Set(all).size).toBe(all.length);
});

test('a label is told with those that it stands under', () => {
  const text = editionOf('2020', [
    sectionOf('resolves', [
      { text: 'to keep every lighthouse', inside: ['on the northern coast'] },
    ]),
  ]);
  const [section] = compared(text, text);
  expect(section?.entries.map((entry) => entry.kind === 'row' && entry.to?.labelInPlace)).toEqual([
    'a)',
    'a\u00a0a)',
  ]);
});

test('only changes are left of a comparison, with the headings that they stand under', () => {
  const lines = linesOf(resolution92, { ...everything, onlyChanges: true });
  expect(lines.filter(isChange)).toHaveLength(26 + 24 + 7);
  expect(lines.some(({ key }) => key === 'considering.b')).toBe(false);
  expect(lines.some(({ key }) => key === 'instructs-director-tsb.1')).toBe(false);
  expect(lines.some(({ key }) => key === 'instructs-director-tsb')).toBe(true);
});

test('only the operative part, or what one actor is told, is left of it', () => {
  const operative = headings(linesOf(resolution92, { ...everything, onlyOperative: true }));
  expect(operative).not.toContain('considering');
  expect(operative).not.toContain('noting');
  expect(operative).toContain('resolves-to-invite-tsag');
  const actor = 'itu-t-sg-13' as ActorId;
  expect(headings(linesOf(resolution92, { ...everything, actor }))).toEqual([
    'instructs-itu-t-sg-13',
  ]);
});

test('threads join what moved with where it stood, each in a lane of its own', () => {
  const lines = linesOf(resolution92, everything);
  const ends = threadsOf(lines).map(({ first, last, leadsUp, lane }) => [
    lines[first]?.key,
    lines[last]?.key,
    leadsUp,
    lane,
  ]);
  expect(ends).toEqual([
    ['considering.c', '-considering.f', true, 0],
    ['-considering.e', 'considering.h', false, 1],
  ]);
});

test('a thread whose other end is left out is left out too', () => {
  const lines = linesOf(resolution92, everything).filter(({ key }) => key !== 'considering.c');
  expect(threadsOf(lines)).toHaveLength(1);
});

test('a provision that changed its section leaves its mark in the section that it left', () => {
  const words = 'that lighthouses guide ships of every flag past the reefs of the northern coast';
  const sections = compared(
    editionOf('2020', [
      sectionOf('considering', ['that fog is frequent in spring', words]),
      sectionOf('noting', ['the report of the keepers']),
    ]),
    editionOf('2024', [
      sectionOf('considering', ['that fog is frequent in spring']),
      sectionOf('noting', ['the report of the keepers', words]),
    ]),
  );
  expect(sectionAt(sections, 'considering').entries.map(margin)).toEqual(['a) -> a)', 'b) ...']);
  const [, moved] = sectionAt(sections, 'noting').entries;
  expect(moved).toMatchObject({ status: 'moved', leavesSection: true });
});
