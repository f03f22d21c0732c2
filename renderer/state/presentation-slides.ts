import type { EditionSummary, Mark, Shown } from '../../main/contract/answers.ts';
import type { ComparisonStatus, DiffPart } from '../../main/contract/comparison.ts';
import type { Provision, Table } from '../../main/contract/document.ts';
import type { Address } from '../../main/contract/ids.ts';
import type { Prose } from '../../main/contract/prose.ts';
import type { Stop } from '../../main/contract/records.ts';
import type { ComparedSection } from './compare.ts';
import { figuresOf, type Figures } from './compare-figures.ts';
import { cutText } from './presentation-cut.ts';
import { whatMatters } from './presentation-marks.ts';
import type { RecordShown } from './screens/screen.ts';

/** As much as can be read from the back of a room at once, in letters. */
const mostLetters = 560;
/** Where changes are marked, which want more room. */
const mostOfChange = 460;
const mostRows = 6;

/** Words of one provision, whole or a piece of it. */
export interface Piece {
  readonly address: Address;
  /** As printed, on its first piece; else empty. */
  readonly label: string;
  /** How many provisions it stands under, of those shown with it. */
  readonly depth: number;
  readonly text: string;
  /** Where in the provision's text the piece begins. */
  readonly at: number;
  readonly isEnd: boolean;
  readonly marks: readonly Mark[];
}

/** What a document says of itself where some of it is shown. */
export type OfText = Pick<EditionSummary, 'name' | 'language'>;

/** What a room sees at once. */
export type Content =
  | { readonly kind: 'title'; readonly title: string }
  | {
      readonly kind: 'words';
      readonly of: OfText;
      readonly heading: string;
      /** Its place by its labels: "2 ii)"; empty where it has none. */
      readonly place: string;
      readonly pieces: readonly Piece[];
    }
  | {
      readonly kind: 'table';
      readonly of: OfText;
      readonly heading: string;
      readonly place: string;
      readonly table: Table;
    }
  | {
      readonly kind: 'note';
      readonly of: OfText;
      readonly heading: string;
      readonly place: string;
      readonly mark: string;
      readonly text: string;
    }
  | {
      readonly kind: 'change';
      readonly from: OfText;
      readonly to: OfText;
      readonly heading: string;
      readonly place: string;
      readonly status: ComparisonStatus;
      readonly isMoved: boolean;
      readonly diff: readonly DiffPart[];
    }
  | {
      readonly kind: 'changes';
      readonly from: OfText;
      readonly to: OfText;
      readonly figures: Figures;
    }
  | { readonly kind: 'record'; readonly shown: RecordShown | Named }
  | { readonly kind: 'question'; readonly question: string; readonly answers: readonly string[] }
  /** What the library cannot show, by the name that the tour has for it. */
  | { readonly kind: 'missing'; readonly name: string };

/** What is shown by its name and what is known of it. */
type Named = Extract<Shown, { readonly kind: 'work' | 'edition' }>;

/** What a room sees at once, and where in its stop: `step` as in the contract's `Stage`, `part` of `parts` from 0. */
export type Slide = Content & {
  readonly step: number;
  readonly part: number;
  readonly parts: number;
};

/** The slides of a stop: its title, what it shows one by one, and its question. */
export function slidesOf(
  { title, question, answers }: Pick<Stop, 'title' | 'question' | 'answers'>,
  exhibits: readonly (readonly Content[])[],
): readonly Slide[] {
  const asked: readonly Content[] =
    question.trim() === '' ? [] : [{ kind: 'question', question, answers }];
  const steps = [[{ kind: 'title', title } as const], ...exhibits, asked];
  return steps.flatMap((contents, step) =>
    contents.map((content, part) => ({ ...content, step, part, parts: contents.length })),
  );
}

/** What is shown of whatever stands at an address. Of a section one provision after the other. */
export function contentsOf(shown: Shown, notes: Prose): readonly Content[] {
  switch (shown.kind) {
    case 'provision': {
      const { summary, section, provision } = shown;
      return ofProvision(summary, section.heading, provision, labelsAbove(provision), notes);
    }
    case 'section': {
      const { summary, section } = shown;
      return section.provisions.flatMap((provision) =>
        ofProvision(summary, section.heading, provision, [], notes),
      );
    }
    default:
      return [{ kind: 'record', shown }];
  }
}

function ofProvision(
  of: EditionSummary,
  heading: string,
  provision: Provision,
  above: readonly string[],
  notes: Prose,
): readonly Content[] {
  const place = placeOf(provision, above);
  const pieces = piecesOf(of, provision, 0, notes);
  const texts = packed(pieces).map((together): Content => ({
    kind: 'words',
    of,
    heading,
    place,
    pieces: together,
  }));
  return [...texts, ...besides(of, heading, provision, above)];
}

/** Tables, captions and footnotes come after the words, each by itself. */
function besides(
  of: EditionSummary,
  heading: string,
  provision: Provision,
  above: readonly string[],
): readonly Content[] {
  const place = placeOf(provision, above);
  const { table, figure, footnotes, provisions } = provision;
  return [
    ...(table === undefined ? [] : tables(table)).map((part): Content => ({
      kind: 'table',
      of,
      heading,
      place,
      table: part,
    })),
    ...(figure === undefined ? [] : [figure.caption]).map((text): Content => ({
      kind: 'note',
      of,
      heading,
      place,
      mark: '',
      text,
    })),
    ...footnotes.flatMap(({ mark, text }) =>
      cutText(text, mostLetters).map((cut): Content => ({
        kind: 'note',
        of,
        heading,
        place,
        mark,
        text: cut.text,
      })),
    ),
    ...provisions.flatMap((inner) => besides(of, heading, inner, [...above, labelIn(provision)])),
  ];
}

function piecesOf(
  of: EditionSummary,
  { address, label, text, provisions }: Provision,
  depth: number,
  notes: Prose,
): readonly Piece[] {
  const marks = whatMatters(notes, text);
  const cuts = cutText(text, mostLetters);
  return [
    ...cuts
      .filter((cut) => cut.text.trim() !== '')
      .map((cut, order): Piece => {
        const end = cut.at + cut.text.length;
        return {
          address: `${of.edition}#${address}` as Address,
          label: order === 0 ? label : '',
          depth,
          text: cut.text,
          at: cut.at,
          isEnd: order === cuts.length - 1,
          marks: marks
            .filter(([start, last]) => start < end && last > cut.at)
            .map(([start, last]): Mark => [
              Math.max(start, cut.at) - cut.at,
              Math.min(last, end) - cut.at,
            ]),
        };
      }),
    ...provisions.flatMap((inner) => piecesOf(of, inner, depth + 1, notes)),
  ];
}

/** Pieces that belong together, as many as are read at once. */
function packed(pieces: readonly Piece[]): readonly (readonly Piece[])[] {
  const together: Piece[][] = [];
  let letters = 0;
  for (const piece of pieces) {
    const last = together.at(-1);
    letters += piece.text.length;
    if (last !== undefined && letters <= mostLetters) last.push(piece);
    else {
      together.push([piece]);
      letters = piece.text.length;
    }
  }
  return together;
}

const isHead = (row: Table['rows'][number]): boolean => row.every(({ isHeader }) => isHeader);

/** A long table in pieces, each under the rows of headers. */
function tables(table: Table): readonly Table[] {
  const body = table.rows.findIndex((row) => !isHead(row));
  const head = table.rows.slice(0, Math.max(0, body));
  const rows = table.rows.slice(Math.max(0, body));
  // A cell that spans rows may not be cut.
  if (rows.length <= mostRows || rows.flat().some((cell) => cell.rows > 1)) return [table];
  return Array.from({ length: Math.ceil(rows.length / mostRows) }, (_none, order) => ({
    caption: table.caption,
    rows: [...head, ...rows.slice(order * mostRows, (order + 1) * mostRows)],
  }));
}

/** A label without what printing puts about it, as a path has it. */
const labelIn = ({ path, label }: Provision): string =>
  label === '' ? '' : (path.split('.').at(-1) ?? '');

/** Under which labels a provision stands that is shown by itself. */
const labelsAbove = ({ path }: Provision): readonly string[] => path.split('.').slice(0, -1);

/** A decimal label says by itself what it stands under. */
const placeOf = ({ label }: Provision, above: readonly string[]): string =>
  label === '' || label.includes('.')
    ? label
    : [...above.filter((one) => one !== ''), label].join('\u00a0');

export interface Compared {
  readonly from: OfText;
  readonly to: OfText;
  readonly sections: readonly ComparedSection[];
}

/**
 * A comparison as change: of one place, or of a section change after change; of two whole texts how much of them changed.
 * `at`: a provision or section by its name within the later text.
 */
export function changesOf({ from, to, sections }: Compared, at: string | null): readonly Content[] {
  if (at === null) return [{ kind: 'changes', from, to, figures: figuresOf(sections) }];
  return sections.flatMap((section) => {
    const { key, heading, status, diff, entries } = section;
    const isWhole = key === at;
    const isRetitled = isWhole && status !== 'same' && diff.some(({ op }) => op !== 'same');
    const rows = entries.flatMap((entry) =>
      entry.kind === 'row' && (isWhole ? entry.status !== 'same' : entry.key === at) ? [entry] : [],
    );
    return [
      ...(isRetitled
        ? [
            {
              kind: 'change',
              from,
              to,
              heading: '',
              place: '',
              status,
              isMoved: false,
              diff,
            } as const,
          ]
        : []),
      ...rows.flatMap((row) => {
        const { status: became, isMoved } = row;
        const here = row.to ?? row.from;
        const place = here?.labelInPlace ?? '';
        const within = here?.heading ?? heading;
        return cutDiff(row.diff).map(
          (part) =>
            ({
              kind: 'change',
              from,
              to,
              heading: within,
              place,
              status: became,
              isMoved,
              diff: part,
            }) as const,
        );
      }),
    ];
  });
}

/** The marks of a long text in pieces. */
function cutDiff(diff: readonly DiffPart[]): readonly (readonly DiffPart[])[] {
  const cuts = cutText(diff.map(({ text }) => text).join(''), mostOfChange);
  return cuts.map(({ at, text }) => {
    const end = at + text.length;
    let start = 0;
    return diff.flatMap((part) => {
      const first = start;
      start += part.text.length;
      const cut = part.text.slice(Math.max(0, at - first), Math.max(0, end - first));
      return cut === '' ? [] : [{ op: part.op, text: cut }];
    });
  });
}
