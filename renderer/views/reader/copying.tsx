import { useEffect, useState } from 'preact/hooks';
import { ToCopy, toClipboard } from '../../parts/clipboard.tsx';
import { Icon } from '../../parts/icon.tsx';
import { citedName, quotedText } from '../../state/reader-quote.ts';
import { words } from '../../words/index.ts';
import { AddButton } from '../add-to-tour/add-button.tsx';
import { nameOfPlace, type Place } from './plan.ts';
import { wantedAt } from './wanted.ts';
import { said } from './short-name.ts';
import type { Setting } from './setting.ts';

interface CopyingProps {
  readonly place: Place;
  readonly setting: Setting;
}

type Outcome =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'copied'; readonly what: 'quotation' | 'address' }
  | { readonly kind: 'refused'; readonly text: string };

/** How long it is said that something was copied, in milliseconds. */
const saidFor = 4000;

/** Takes the words of a place with their reference, or its full address, to the clipboard. */
export function Copying({ place, setting }: CopyingProps) {
  const [outcome, setOutcome] = useState<Outcome>({ kind: 'nothing' });
  useEffect(() => {
    if (outcome.kind !== 'copied') return;
    const timer = setTimeout(() => setOutcome({ kind: 'nothing' }), saidFor);
    return () => clearTimeout(timer);
  }, [outcome]);

  async function copy(what: 'quotation' | 'address'): Promise<void> {
    const text = what === 'quotation' ? quotationOf(place, setting) : addressOf(place, setting);
    // Said anew, should it be the same.
    setOutcome({ kind: 'nothing' });
    const isCopied = await toClipboard(text);
    setOutcome(isCopied ? { kind: 'copied', what } : { kind: 'refused', text });
  }
  const isCopied = (what: 'quotation' | 'address') =>
    outcome.kind === 'copied' && outcome.what === what;
  return (
    <>
      <div class="copying">
        <button type="button" onClick={() => void copy('quotation')}>
          <Icon name={isCopied('quotation') ? 'check' : 'copy'} />
          {words.reader.copyText}
        </button>
        <button type="button" onClick={() => void copy('address')}>
          <Icon name={isCopied('address') ? 'check' : 'link'} />
          {words.reader.copyAddress}
        </button>
        <AddButton wanted={wantedAt(place, setting)} />
      </div>
      <output class="outcome">
        {outcome.kind === 'copied' && words.reader.copied[outcome.what]}
      </output>
      {outcome.kind === 'refused' && <ToCopy text={outcome.text} />}
    </>
  );
}

const addressOf = ({ address }: Place, { edition }: Setting): string =>
  `${edition.address}#${address}`;

/** “the words” (WTSA Resolution 92 (Rev. New Delhi, 2024), instructs ITU-T Study Group 13, 3) */
function quotationOf(place: Place, { edition }: Setting): string {
  const { section, provision } = place;
  const { summary } = edition;
  const text = provision ?? { text: section.part.heading, provisions: section.part.provisions };
  const opening = said(section.short);
  return words.reader.quotation({
    text: quotedText(text),
    work: citedName(summary, words.bodyShort(summary.body)),
    place: [opening, nameOfPlace(place).slice(opening.length).trim()].filter(Boolean).join(', '),
  });
}
