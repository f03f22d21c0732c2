import type { ShownEdition } from '../../contract/answers.ts';
import { bodyInFull } from '../cite/bodies.ts';
import { clean } from './clean.ts';
import { recitalLink } from './link.ts';
import { plain, provisionBlocks } from './runs.ts';
import type { Sheet, SheetBlock } from './sheet.ts';
import { wordsIn, type SheetWords } from './words.ts';

/** The meeting's days, or its year where they are not known. */
const datesOf = ({
  meeting,
  meetingFrom,
  meetingTo,
  place,
  year,
}: ShownEdition['summary']): string =>
  meeting === ''
    ? [place, year > 0 ? `${year}` : ''].filter(Boolean).join(', ')
    : `${meeting}, ${place}, ${meetingFrom} \u2013 ${meetingTo}`;

/** A place whose address is the id of it in the sheet, as long as an id can be so. */
const asId = (address: string): string => address;

function* blocksOf(edition: ShownEdition): Generator<SheetBlock> {
  const { preface, formula, history, sections, annexes } = edition;
  for (const { text } of preface) yield { kind: 'paragraph', runs: plain(text) };
  if (history.length > 0) {
    const places = history.map(({ place, year }) => `${place}, ${year}`).join('; ');
    yield { kind: 'paragraph', look: 'small', runs: plain(`(${places})`) };
  }
  if (formula !== '') yield { kind: 'paragraph', look: 'formula', runs: plain(formula) };
  for (const { address, heading, provisions } of [...sections, ...annexes]) {
    if (heading !== '')
      yield { kind: 'heading', level: 1, id: asId(address), runs: plain(heading) };
    yield* provisionBlocks(provisions, asId);
  }
}

function colophonOf({ provenance, address }: ShownEdition, words: SheetWords): Sheet['colophon'] {
  const { source, rights, sha256 } = provenance;
  const facts = [source, rights === '' ? '' : `${words.rights}: ${rights}`, `SHA-256: ${sha256}`];
  return {
    title: words.provenance,
    lines: [
      ...facts.filter((fact) => fact !== '').map(plain),
      [{ text: `${words.address}: ` }, { text: address, to: recitalLink(address) }],
    ],
  };
}

/** A whole edition to be printed. */
export function editionSheet(edition: ShownEdition): Sheet {
  const { summary, language, direction, sections, annexes } = edition;
  const words = wordsIn(language);
  return {
    language,
    direction,
    title: clean(summary.title),
    lines: [summary.name, bodyInFull(summary.body), datesOf(summary)]
      .map(clean)
      .filter((line) => line !== ''),
    contents: [...sections, ...annexes]
      .filter(({ heading }) => heading !== '')
      .map(({ address, heading }) => ({ id: address, text: clean(heading) })),
    blocks: blocksOf(edition),
    colophon: colophonOf(edition, words),
    words,
  };
}
