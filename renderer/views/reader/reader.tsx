import { useEffect } from 'preact/hooks';
import { isOperative, type Section } from '../../../main/contract/document.ts';
import type { ShownEdition } from '../../../main/contract/answers.ts';
import { Text } from '../../parts/text.tsx';
import { placeId } from '../../parts/place.ts';
import type { Cards } from '../../state/card.ts';
import type { Definitions } from '../../state/definitions.ts';
import { hrefWithin } from '../../state/places.ts';
import type { Screen } from '../../state/screens.ts';
import { words } from '../../words/index.ts';
import { createCitationIndex } from './citation-index.ts';
import { Foot } from './foot.tsx';
import { ContextOfPlace, explanationsOf } from './in-library.tsx';
import { Outline } from './outline.tsx';
import { Provisions, SelfLink, type Setting } from './provisions.tsx';

interface ReaderProps {
  readonly screen: Screen & { readonly kind: 'reader' };
  readonly cards: Cards;
  readonly definitions: Definitions;
}

/** One edition, set like a good printed volume, with its outline beside it. */
export function Reader({ screen: { edition, target }, cards, definitions }: ReaderProps) {
  // After the text is painted.
  useEffect(() => definitions.load(), [definitions]);
  const setting: Setting = {
    edition: edition.address,
    citationsAt: createCitationIndex(edition.citations),
    target,
    context:
      target === null ? [] : explanationsOf(`${edition.address}#${target}`, edition.linkedFrom),
    cards,
    definitions,
  };
  return (
    // Keyed, so that another edition starts with its foreword and outline folded.
    <div class="reader" key={edition.address}>
      <Outline edition={edition} />
      <article
        class="document"
        aria-labelledby="document-title"
        lang={edition.language}
        dir={edition.direction}
      >
        <Head edition={edition} />
        {target !== null && !hasPlace(edition, target) && (
          <p class="notice">{words.noSuchPlace(target)}</p>
        )}
        <Preface edition={edition} setting={setting} />
        {edition.formula !== '' && <p class="formula">{edition.formula}</p>}
        {edition.sections.map((section) => (
          <SectionView key={section.address} section={section} setting={setting} />
        ))}
        {edition.annexes.map((annex) => (
          <SectionView key={annex.address} section={{ ...annex, kind: '' }} setting={setting} />
        ))}
        <Foot edition={edition} />
      </article>
    </div>
  );
}

function Head({ edition: { summary, history } }: { readonly edition: ShownEdition }) {
  const { name, title, body, meeting, place, year, meetingFrom, meetingTo } = summary;
  const isKnown = place !== '' && year > 0;
  const hasOwn = history.some((entry) => entry.year === year && entry.place === place);
  const line = hasOwn || !isKnown ? history : [...history, { place, year }];
  return (
    <header class="document-head">
      <p class="kicker">{words.body(body)}</p>
      {name !== title && <p class="name">{name}</p>}
      <h1 id="document-title" tabIndex={-1}>
        {title}
      </h1>
      {line.length > 0 && (
        <p class="history">
          ({line.map((entry) => [entry.place, entry.year].filter(Boolean).join(', ')).join('; ')})
        </p>
      )}
      <p class="meeting">
        {[meeting, place, words.dates(meetingFrom, meetingTo)].filter(Boolean).join(' · ')}
      </p>
    </header>
  );
}

/** Whether a paragraph is only the heading of the foreword, which the fold already says. */
const isHeading = (text: string): boolean =>
  text.toLowerCase() === words.reader.preface.toLowerCase();

interface PrefaceProps {
  readonly edition: ShownEdition;
  readonly setting: Setting;
}

function Preface({ edition, setting }: PrefaceProps) {
  const paragraphs = edition.preface.filter(({ text }) => !isHeading(text));
  if (paragraphs.length === 0) return null;
  return (
    <details class="preface">
      <summary>{words.reader.preface}</summary>
      {paragraphs.map((paragraph, order) => (
        <p key={paragraph.text}>
          <Text
            text={paragraph.text}
            citations={setting.citationsAt(edition.address, paragraph.citations)}
            edition={setting.edition}
            name={`preface-${order}`}
            cards={setting.cards}
          />
        </p>
      ))}
    </details>
  );
}

interface SectionProps {
  readonly section: Pick<Section, 'address' | 'kind' | 'heading' | 'provisions'>;
  readonly setting: Setting;
}

function SectionView({ section, setting }: SectionProps) {
  const { address, kind, heading, provisions } = section;
  const headingId = `heading-${address}`;
  // The opening words are set apart from those they are spoken to, as the printed volumes do.
  const opening = kind !== '' && heading.toLowerCase().startsWith(kind) ? kind.length : 0;
  return (
    <section
      class={isOperative(kind) ? 'section operative' : 'section'}
      aria-labelledby={heading === '' ? undefined : headingId}
      id={placeId(address)}
      tabIndex={-1}
      aria-current={setting.target === address ? 'location' : undefined}
    >
      {heading !== '' && (
        <>
          <h2 id={headingId}>
            <i>{heading.slice(0, opening)}</i>
            {heading.slice(opening)}
          </h2>
          <SelfLink href={hrefWithin(setting.edition, address)} name={heading} />
        </>
      )}
      {setting.target === address && <ContextOfPlace links={setting.context} />}
      <Provisions provisions={provisions} heading={heading} setting={setting} />
    </section>
  );
}

function hasPlace(edition: ShownEdition, target: string): boolean {
  const holds = (provisions: Section['provisions']): boolean =>
    provisions.some((one) => one.address === target || holds(one.provisions));
  return [...edition.sections, ...edition.annexes].some(
    (section) => section.address === target || holds(section.provisions),
  );
}
