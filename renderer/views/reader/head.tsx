import { Fragment } from 'preact';
import type { ShownEdition } from '../../../main/contract/answers.ts';
import { inLanguage } from '../../parts/direction.ts';
import { EditionNames } from '../../parts/edition-names.tsx';
import { Icon } from '../../parts/icon.tsx';
import { compareHref } from '../../state/places/index.ts';
import { words } from '../../words/index.ts';
import { AddButton } from '../add-to-tour/add-button.tsx';
import { placeWanted } from '../add-to-tour/wanted.ts';
import { TakeHome } from '../frame/take-home.tsx';
import type { Setting } from './setting.ts';

/** Body, name, title, history and meeting of an edition, as a printed volume has them. */
export function Head({ edition: { summary, history } }: { readonly edition: ShownEdition }) {
  const { name, title, body, meeting, place, year, meetingFrom, meetingTo } = summary;
  const isKnown = place !== '' && year > 0;
  const hasOwn = history.some((entry) => entry.year === year && entry.place === place);
  const line = hasOwn || !isKnown ? history : [...history, { place, year }];
  return (
    <header class="document-head">
      <p class="kicker" {...inLanguage(words.language)}>
        {words.body(body)}
      </p>
      {name !== title && (
        <p class="name">
          <EditionNames text={name} />
        </p>
      )}
      <h1 id="document-title" tabIndex={-1}>
        {title}
      </h1>
      {line.length > 0 && (
        <p class="history">
          {line.map((entry, order) => (
            <Fragment key={`${entry.place} ${entry.year}`}>
              {order > 0 && ' '}
              <span class="whole">
                {order === 0 && '('}
                {[entry.place, entry.year].filter(Boolean).join(', ')}
                {order < line.length - 1 ? ';' : ')'}
              </span>
            </Fragment>
          ))}
        </p>
      )}
      <p class="meeting" {...inLanguage(words.language)}>
        {[meeting, place, words.dates(meetingFrom, meetingTo)].filter(Boolean).join(' · ')}
      </p>
    </header>
  );
}

interface ToolsProps {
  readonly setting: Setting;
  readonly onFind: () => void;
}

/** What can be done with the text as a whole. */
export function Tools({ setting: { edition, unrolling }, onFind }: ToolsProps) {
  const other =
    nextOlder(edition) ?? edition.editions.find((one) => one.edition !== edition.address);
  return (
    <div class="tools">
      {/* The interface speaks here, in its own direction. */}
      <div {...inLanguage(words.language)}>
        <button
          type="button"
          onClick={onFind}
          aria-keyshortcuts="f Control+f"
          aria-label={words.reader.find}
        >
          <Icon name="search" />
          <span class="long">{words.reader.find}</span>
          <span class="short">{words.reader.findShort}</span>
        </button>
        {other !== undefined && (
          <a
            href={
              other.year > edition.summary.year
                ? compareHref({ from: edition.address, to: other.edition })
                : compareHref({ from: other.edition, to: edition.address })
            }
          >
            <Icon name="swap" />
            {words.reader.compareWith(String(other.year || other.name))}
          </a>
        )}
        <button
          type="button"
          onClick={() => {
            unrolling.drawAll();
            // Once it is drawn.
            requestAnimationFrame(() => window.print());
          }}
        >
          <Icon name="print" />
          {words.reader.print}
        </button>
      </div>
      <div {...inLanguage(words.language)}>
        <AddButton wanted={placeWanted(edition.address, edition.summary.name)} />
        <TakeHome address={edition.address} of="document" isFolded />
      </div>
    </div>
  );
}

/** The edition before this one, with which one compares it as a rule. Editions are newest first. */
function nextOlder({ editions, address }: ShownEdition) {
  const own = editions.findIndex((one) => one.edition === address);
  return own < 0 ? undefined : editions[own + 1];
}
