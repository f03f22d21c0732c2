import type { EditionSummary } from '../../contract/answers.ts';
import type { ComparisonRow, DiffPart } from '../../contract/comparison.ts';
import type { Provision } from '../../contract/document.ts';
import type { Address } from '../../contract/ids.ts';
import { plainText, type Prose } from '../../contract/prose.ts';
import type { Source, Stop, TourRecord } from '../../contract/records.ts';
import { bodyInFull } from '../cite/bodies.ts';
import { clean } from './clean.ts';
import { recitalLink } from './link.ts';
import { plain, provisionBlocks } from './runs.ts';
import { tongueOf, type Sheet, type SheetBlock, type SheetRun } from './sheet.ts';
import { minutesIn, wordsIn, type SheetWords } from './words.ts';

type Places = ReadonlyMap<string, string>;

/** What a stop shows, with everything that is printed of it. */
export type HandoutExhibit =
  | {
      readonly kind: 'quotation';
      readonly address: Address;
      readonly source: EditionSummary;
      readonly heading: string;
      /** "considering a)"; of a whole section its heading. */
      readonly place: string;
      readonly provisions: readonly Provision[];
    }
  | {
      readonly kind: 'comparison';
      /** Where a code leads. */
      readonly address: Address;
      readonly from: EditionSummary;
      readonly to: EditionSummary;
      readonly rows: readonly ComparisonRow[];
      /** How the places that the rows name are printed, on either side. */
      readonly places: { readonly from: Places; readonly to: Places };
    }
  | {
      readonly kind: 'record';
      readonly address: Address;
      readonly name: string;
      readonly detail: string;
      readonly text: string;
      readonly language: string;
      /** For the list of sources; null where it is none. */
      readonly source: string | null;
    }
  | { readonly kind: 'absent'; readonly address: Address };

export interface HandoutStop extends Pick<Stop, 'title' | 'minutes' | 'question' | 'answers'> {
  readonly exhibits: readonly HandoutExhibit[];
}

export interface Handout extends Pick<TourRecord, 'address' | 'title' | 'lead' | 'language'> {
  readonly stops: readonly HandoutStop[];
  readonly sources: readonly Source[];
}

/** The library's own texts are in English, whatever language a tour is in. */
export const ownLanguage = 'en';

/**
 * Most changes of one comparison that are printed; how many more there are is said. Of two whole editions a few show how
 * they differ, and who wants them all has the editions.
 */
const mostChanges = { ofPlace: 40, ofWhole: 6 } as const;

/** Lines to write on below a question, and below one that has answers to tick. */
const linesToWrite = { open: 4, ticked: 1 } as const;

const blank = (): null => null;

/** "World … Assembly. Resolution 92 (Rev. New Delhi, 2024): Title." */
function fullReference({ name, title, body }: EditionSummary): string {
  const author = bodyInFull(body);
  return clean(`${author === '' ? '' : `${author}. `}${name}: ${title}`);
}

function* proseBlocks(prose: Prose): Generator<SheetBlock> {
  for (const block of prose) {
    if (block.kind === 'list') {
      const items = block.items.map((item) => item.map(({ text }) => ({ text: clean(text) })));
      yield { kind: 'list', isOrdered: block.isOrdered, items };
    } else {
      const runs = block.runs.map(({ text, style }) =>
        style === undefined ? { text: clean(text) } : { text: clean(text), style },
      );
      yield { kind: 'paragraph', runs };
    }
  }
}

const styles = { same: null, added: 'added', removed: 'removed' } as const;

/** Marks stand on words, and not on the spaces beside them. */
function markedRuns({ op, text }: DiffPart): SheetRun[] {
  const style = styles[op];
  const words = clean(text);
  const inner = words.trim();
  if (style === null || inner === '') return [{ text: words }];
  const at = words.indexOf(inner);
  return [
    { text: words.slice(0, at) },
    { text: inner, style },
    { text: words.slice(at + inner.length) },
  ].filter((run) => run.text !== '');
}

function remarkOf({ status, moved }: ComparisonRow, words: SheetWords): string {
  if (status === 'new') return words.isNew;
  if (status === 'removed') return words.isGone;
  return status === 'moved' || moved === true ? words.isMoved : '';
}

const printedIn = (side: Places, place: string | null): string =>
  place === null ? '' : (side.get(place) ?? place);

function* rowBlocks(
  row: ComparisonRow,
  { places, to }: Extract<HandoutExhibit, { kind: 'comparison' }>,
  words: SheetWords,
  printed: string,
): Generator<SheetBlock> {
  const tongue = tongueOf(to.language);
  const before = printedIn(places.from, row.from);
  const now = printedIn(places.to, row.to);
  const moved =
    before !== '' && now !== '' && before !== now ? `${before} \u2192 ${now}` : now || before;
  const remark = remarkOf(row, words);
  yield {
    kind: 'paragraph',
    look: 'small',
    runs: [
      { text: clean(moved), style: 'strong' },
      ...(remark === '' ? [] : [{ text: ` (${remark})` }]),
    ],
  };
  const runs =
    row.status === 'new' || row.status === 'removed'
      ? [{ text: clean(printed), style: row.status === 'new' ? 'added' : 'removed' } as const]
      : row.diff.flatMap(markedRuns);
  yield { kind: 'paragraph', tongue, runs };
}

const smallLine = (text: string): SheetBlock => ({
  kind: 'paragraph',
  look: 'small',
  runs: plain(text),
});

function* comparisonBlocks(
  exhibit: Extract<HandoutExhibit, { kind: 'comparison' }>,
  words: SheetWords,
): Generator<SheetBlock> {
  const { from, to, address } = exhibit;
  const changed = exhibit.rows.filter(({ status }) => status !== 'same');
  const printed = changed.slice(
    0,
    address.includes('#') ? mostChanges.ofPlace : mostChanges.ofWhole,
  );
  const blocks = printed.flatMap((row) => [
    ...rowBlocks(row, exhibit, words, row.diff.map(({ text }) => text).join('')),
  ]);
  const rest = changed.length - printed.length;
  const remark = changed.length === 0 ? words.isSame : words.legend;
  yield {
    kind: 'quotation',
    blocks: [
      smallLine(`${words.changes}. ${remark}`),
      ...blocks,
      ...(rest === 0 ? [] : [smallLine(`${words.furtherChanges} ${rest}`)]),
    ],
    from: plain(`${clean(from.name)} \u2192 ${fullReference(to)}`),
    fromTongue: tongueOf(to.language),
    link: recitalLink(address),
  };
}

function* exhibitBlocks(exhibit: HandoutExhibit, words: SheetWords): Generator<SheetBlock> {
  const link = recitalLink(exhibit.address);
  switch (exhibit.kind) {
    case 'quotation': {
      const { source, heading, place, provisions } = exhibit;
      const tongue = tongueOf(source.language);
      yield {
        kind: 'quotation',
        tongue,
        blocks: [
          ...(heading === ''
            ? []
            : [
                { kind: 'paragraph', runs: [{ text: clean(heading), style: 'emphasis' }] } as const,
              ]),
          ...provisionBlocks(provisions, blank),
        ],
        from: plain([clean(place), fullReference(source)].filter(Boolean).join('. ')),
        fromTongue: tongue,
        link,
      };
      break;
    }
    case 'comparison':
      yield* comparisonBlocks(exhibit, words);
      break;
    case 'record': {
      const { name, detail, text, language } = exhibit;
      const tongue = tongueOf(language);
      yield {
        kind: 'card',
        tongue,
        name: clean(name),
        detail: clean(detail),
        text: clean(text),
        link,
      };
      break;
    }
    case 'absent':
      yield { kind: 'card', name: words.notHere, detail: '', text: '', link };
      break;
  }
}

/** What is printed of whatever the stops show and the tour rests on, each once, in the order in which it comes. */
function sourcesOf({ stops, sources }: Handout): SheetRun[][] {
  const lines = new Map<string, SheetRun[]>();
  const add = (key: string, text: string, address: string): void => {
    if (!lines.has(key))
      lines.set(key, [
        { text: `${clean(text)} ` },
        { text: recitalLink(address), to: recitalLink(address) },
      ]);
  };
  for (const exhibit of stops.flatMap((stop) => stop.exhibits)) {
    if (exhibit.kind === 'quotation')
      add(exhibit.source.edition, fullReference(exhibit.source), exhibit.source.edition);
    if (exhibit.kind === 'comparison')
      for (const side of [exhibit.from, exhibit.to])
        add(side.edition, fullReference(side), side.edition);
    if (exhibit.kind === 'record' && exhibit.source !== null)
      add(exhibit.address, exhibit.source, exhibit.address);
  }
  for (const { id, title, url, address } of sources) {
    const key = address ?? url ?? id;
    if (lines.has(key)) continue;
    if (address !== null) add(key, title, address);
    else if (url === null) lines.set(key, [{ text: clean(title) }]);
    else lines.set(key, [{ text: `${clean(title)} ` }, { text: clean(url), ...safeLink(url) }]);
  }
  return [...lines.values()];
}

/** Where a source is on the network: nothing else than a page is led to. */
const safeLink = (url: string): { to?: string } => (/^https?:\/\//i.test(url) ? { to: url } : {});

const stopId = (at: number): string => `stop-${at + 1}`;
const stopTitle = ({ title }: HandoutStop, at: number): string => `${at + 1}. ${clean(title)}`;

function* blocksOf(handout: Handout, words: SheetWords): Generator<SheetBlock> {
  const { lead, stops, language } = handout;
  yield* proseBlocks(lead);
  for (const [at, stop] of stops.entries()) {
    const { minutes, exhibits, question, answers } = stop;
    yield { kind: 'heading', level: 1, id: stopId(at), runs: plain(stopTitle(stop, at)) };
    yield { kind: 'paragraph', look: 'small', runs: plain(minutesIn(language, minutes)) };
    for (const exhibit of exhibits) yield* exhibitBlocks(exhibit, words);
    if (question !== '') {
      yield {
        kind: 'question',
        text: clean(question),
        answers: answers.map(clean),
        lines: answers.length > 0 ? linesToWrite.ticked : linesToWrite.open,
      };
    }
  }
  const sources = sourcesOf(handout);
  if (sources.length > 0) {
    yield { kind: 'heading', level: 1, id: 'sources', runs: plain(words.sources) };
    yield { kind: 'list', isOrdered: false, items: sources };
  }
}

/** What a tour leaves in people's hands. What its presenter says is not in it. */
export function handoutSheet(handout: Handout): Sheet {
  const { title, language, stops } = handout;
  const words = wordsIn(language);
  const minutes = stops.reduce((sum, stop) => sum + stop.minutes, 0);
  return {
    ...tongueOf(language),
    title: clean(title),
    lines: [words.handout, minutesIn(language, minutes)],
    contents: stops.map((stop, at) => ({ id: stopId(at), text: stopTitle(stop, at) })),
    blocks: blocksOf(handout, words),
    colophon: null,
    words,
  };
}

/** The first lines of a text: whole sentences while they fit, and always something. */
export function firstLines(prose: Prose, most = 320): string {
  const [text = ''] = plainText(prose).split('\n');
  if (text.length <= most) return text;
  const cut = text.slice(0, most);
  const end = Math.max(...['. ', '? ', '! '].map((mark) => cut.lastIndexOf(mark)));
  return end > most / 3 ? cut.slice(0, end + 1) : `${cut.replace(/\s+\S*$/, '')} \u2026`;
}
