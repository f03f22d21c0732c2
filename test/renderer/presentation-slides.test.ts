import { describe, expect, it } from 'vitest';
import type { EditionSummary, Shown } from '../../main/contract/answers.ts';
import type { Provision } from '../../main/contract/document.ts';
import type { Address } from '../../main/contract/ids.ts';
import type { Prose } from '../../main/contract/prose.ts';
import type { ComparedSection } from '../../renderer/state/compare.ts';
import { cutText } from '../../renderer/state/presentation-cut.ts';
import { whatMatters } from '../../renderer/state/presentation-marks.ts';
import { nextMark } from '../../renderer/state/presentation-highlight.ts';
import {
  changesOf,
  contentsOf,
  slidesOf,
  type Slide,
} from '../../renderer/state/presentation-slides.ts';

const summary = { edition: 'a/b/1@2024', name: 'Text 1', language: 'en' } as EditionSummary;

const provision = (path: string, text: string, more: Partial<Provision> = {}): Provision => ({
  address: `resolves.${path}`,
  path,
  label: `${path})`,
  text,
  footnotes: [],
  citations: [],
  provisions: [],
  ...more,
});

const shownProvision = (one: Provision): Shown =>
  ({
    kind: 'provision',
    summary,
    section: { heading: 'resolves' },
    provision: one,
  }) as unknown as Shown;

const said = (...runs: { text: string; to?: string }[]): Prose =>
  [{ kind: 'paragraph', runs }] as unknown as Prose;

const missing = (name: string) => ({ kind: 'missing', name }) as const;
const cell = (text: string, isHeader = false) => ({ text, isHeader, columns: 1, rows: 1 });
const place = (label: string) => ({ heading: 'instructs', labelInPlace: label });

const row = (key: string, status: string, more: object = {}) => ({
  kind: 'row',
  key,
  status,
  isMoved: false,
  diff: [{ op: 'same', text: key }],
  from: null,
  to: place(key),
  ...more,
});

const sentence = 'that the roadmap is kept and brought up to date by the two groups; ';

describe('the slides of a stop', () => {
  it('are its title, what it shows one by one, and its question, each step with its parts', () => {
    const slides = slidesOf({ title: 'One', question: 'Why?', answers: [] }, [
      [missing('a'), missing('b')],
      [missing('c')],
    ]);
    expect(slides.map(({ kind, step, part, parts }) => [kind, step, part, parts])).toEqual([
      ['title', 0, 0, 1],
      ['missing', 1, 0, 2],
      ['missing', 1, 1, 2],
      ['missing', 2, 0, 1],
      ['question', 3, 0, 1],
    ]);
  });

  it('have no question where the stop asks none', () => {
    const slides = slidesOf({ title: 'One', question: ' ', answers: [] }, []);
    expect(slides.map(({ kind }) => kind)).toEqual(['title']);
  });

  it('show of a section one provision after the other', () => {
    const shown = {
      kind: 'section',
      summary,
      section: { heading: 'resolves', provisions: [provision('a', 'one'), provision('b', 'two')] },
    } as unknown as Shown;
    expect(contentsOf(shown, [])).toMatchObject([
      { kind: 'words', place: 'a)', pieces: [{ text: 'one' }] },
      { kind: 'words', place: 'b)', pieces: [{ text: 'two' }] },
    ]);
  });

  it('show a footnote after the words that it belongs to', () => {
    const one = provision('a', 'developing countries', {
      footnotes: [{ mark: '1', text: 'These include others.', at: 20 }],
    });
    expect(contentsOf(shownProvision(one), [])).toMatchObject([
      { kind: 'words' },
      { kind: 'note', mark: '1', text: 'These include others.' },
    ]);
  });

  it('show what stands under a provision with it where there is room, and name the place as printed', () => {
    const inner = provision('2.ii', 'the second', { address: 'resolves.2.ii', label: 'ii)' });
    const [content] = contentsOf(
      shownProvision(provision('2', 'to ask:', { provisions: [inner] })),
      [],
    );
    expect(content).toMatchObject({
      place: '2)',
      pieces: [
        { label: '2)', depth: 0 },
        { label: 'ii)', depth: 1, address: 'a/b/1@2024#resolves.2.ii' },
      ],
    });
    expect(contentsOf(shownProvision(inner), [])).toMatchObject([{ place: '2\u00a0ii)' }]);
  });

  it('cut a long provision into parts that together are all of its words', () => {
    const text = sentence.repeat(30).trim();
    const parts = contentsOf(shownProvision(provision('a', text)), []).map((content) =>
      content.kind === 'words' ? content.pieces : [],
    );
    expect(parts.length).toBeGreaterThan(2);
    const pieces = parts.flat();
    expect(pieces.map((piece) => piece.label)).toEqual(['a)', ...pieces.slice(1).map(() => '')]);
    expect(pieces.map((piece) => piece.isEnd)).toEqual([...pieces.slice(1).map(() => false), true]);
    for (const { at, text: words } of pieces) expect(text.slice(at, at + words.length)).toBe(words);
    expect(pieces.map((piece) => piece.text).join(' ')).toBe(text);
  });

  it('keep the marks at their words in a later part', () => {
    const text = `${sentence.repeat(12)}what matters most of all`;
    const pieces = contentsOf(
      shownProvision(provision('a', text)),
      said({ text: 'Note the words "what matters most".' }),
    ).flatMap((content) => (content.kind === 'words' ? content.pieces : []));
    expect(
      pieces.flatMap(({ text: words, marks }) =>
        marks.map(([start, end]) => words.slice(start, end)),
      ),
    ).toEqual(['what matters most']);
  });

  it('cut a long table between rows and repeat its headers', () => {
    const rows = [
      [cell('Name', true)],
      ...Array.from({ length: 9 }, (_none, at) => [cell(`${at}`)]),
    ];
    const one = provision('a', '', { table: { caption: '', rows } });
    const tables = contentsOf(shownProvision(one), []).flatMap((content) =>
      content.kind === 'table' ? [content.table.rows.map(([first]) => first?.text)] : [],
    );
    expect(tables).toEqual([
      ['Name', '0', '1', '2', '3', '4', '5'],
      ['Name', '6', '7', '8'],
    ]);
  });
});

describe('a comparison on the stage', () => {
  const sections = [
    {
      key: 'instructs',
      heading: 'instructs the Director',
      status: 'same',
      diff: [],
      entries: [
        row('instructs.1', 'same'),
        row('instructs.2', 'amended'),
        row('instructs.3', 'new'),
      ],
    },
    {
      key: 'invites',
      heading: 'invites',
      status: 'same',
      diff: [],
      entries: [row('invites.1', 'removed')],
    },
  ] as unknown as readonly ComparedSection[];
  const compared = {
    from: { name: 'Old', language: 'en' },
    to: { name: 'New', language: 'en' },
    sections,
  };

  it('of a section is its changes one after the other', () => {
    expect(changesOf(compared, 'instructs')).toMatchObject([
      { kind: 'change', status: 'amended', place: 'instructs.2' },
      { kind: 'change', status: 'new', place: 'instructs.3' },
    ]);
  });

  it('of a provision is that provision, changed or not', () => {
    expect(changesOf(compared, 'instructs.1')).toMatchObject([{ status: 'same' }]);
  });

  it('of two whole texts says how much of them became what', () => {
    expect(changesOf(compared, null)).toMatchObject([
      { kind: 'changes', figures: { same: 1, amended: 1, new: 1, removed: 1, moved: 0 } },
    ]);
  });

  it('loses none of a long change', () => {
    const diff = Array.from({ length: 12 }, (_none, at) => ({
      op: at % 2 === 0 ? 'same' : 'added',
      text: sentence,
    }));
    const long = [{ ...sections[0], entries: [row('instructs.2', 'amended', { diff })] }];
    const parts = changesOf({ ...compared, sections: long as never }, 'instructs');
    expect(parts.length).toBeGreaterThan(1);
    const words = parts.flatMap((part) => (part.kind === 'change' ? part.diff : []));
    expect(
      words
        .map(({ text }) => text)
        .join('')
        .replaceAll(/\s+/g, ''),
    ).toBe(sentence.repeat(12).replaceAll(/\s+/g, ''));
  });
});

describe('a text that is cut', () => {
  it('ends its pieces behind sentences rather than within them', () => {
    const pieces = cutText(sentence.repeat(6).trim(), 200);
    for (const { text } of pieces) expect(text).toMatch(/;$/);
  });

  it('has pieces of about one length, and none too long', () => {
    const lengths = cutText('word '.repeat(300).trim(), 500).map(({ text }) => text.length);
    expect(Math.max(...lengths)).toBeLessThanOrEqual(500);
    expect(Math.min(...lengths)).toBeGreaterThan(250);
  });

  it('is cut where it has no space at all, and never within a letter', () => {
    const text = '😀'.repeat(101);
    const pieces = cutText(text, 51);
    expect(pieces.map((piece) => piece.text).join('')).toBe(text);
    for (const piece of pieces) expect(piece.text.isWellFormed()).toBe(true);
  });

  it('takes the letters of Chinese for twice as wide', () => {
    expect(cutText('国际电信联盟。'.repeat(30), 280).length).toBe(2);
  });
});

describe('marking by a key', () => {
  const [slide] = slidesOf({ title: '', question: '', answers: [] }, [
    contentsOf(shownProvision(provision('a', sentence.repeat(3).trim())), []),
  ]).slice(1);
  if (slide === undefined) throw new Error('There is no slide.');

  it('goes from phrase to phrase, and after the last one marks nothing', () => {
    const marks = [];
    for (let mark = nextMark(slide, null); mark !== null; mark = nextMark(slide, mark))
      marks.push(mark);
    const text = sentence.repeat(3).trim();
    expect(marks.map(({ start, end }) => text.slice(start, end)).join(' ')).toBe(text);
    expect(marks).toHaveLength(3);
  });

  it('goes on from what was marked with the pointer', () => {
    const chosen = { address: 'a/b/1@2024#resolves.a' as Address, start: 20, end: 24 };
    expect(nextMark(slide, chosen)?.start).toBe(sentence.length);
  });

  it('marks nothing where no document’s words are shown', () => {
    expect(nextMark({ ...slide, kind: 'title', title: '' } as Slide, null)).toBeNull();
  });
});

describe('what matters in a text', () => {
  const text = 'that IMT is the root name of all Systems, and affordable';
  const marked = (notes: Prose) =>
    whatMatters(notes, text).map(([start, end]) => text.slice(start, end));

  it('is what the presenter quotes, without the comma that a quotation takes in', () => {
    expect(marked(said({ text: 'Mind the words "is the root name," here.' }))).toEqual([
      'is the root name',
    ]);
  });

  it('is what leads to the glossary, in whichever case it stands', () => {
    expect(marked(said({ text: 'systems', to: 'term/system' }))).toEqual(['Systems']);
  });

  it('is no part of a word, no link to elsewhere and no word too short to tell', () => {
    expect(
      marked(
        said(
          { text: 'afford', to: 'term/afford' },
          { text: 'affordable', to: 'a/b/1' },
          { text: 'IMT', to: 'term/imt' },
        ),
      ),
    ).toEqual([]);
  });
});
