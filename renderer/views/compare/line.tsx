import type { ComponentChildren } from 'preact';
import type { ShownEdition } from '../../../main/contract/answers.ts';
import { Marked } from '../../parts/marked.tsx';
import { inLanguage } from '../../parts/direction.ts';
import { Icon } from '../../parts/icon.tsx';
import { placeId } from '../../parts/place.ts';
import type {
  ComparedRow,
  ComparedSection,
  FormerPlace,
  PlaceInText,
} from '../../state/compare.ts';
import type { Line } from '../../state/compare-lines.ts';
import { words } from '../../words/index.ts';
import { AddButton } from '../add-to-tour/add-button.tsx';
import { LineLink } from './line-link.tsx';
import { comparisonWanted } from './wanted.ts';

/** What every line needs to be set. */
export interface Setting {
  readonly from: ShownEdition;
  readonly to: ShownEdition;
  readonly onGo: (at: string) => boolean;
}

interface LineProps {
  readonly line: Line;
  readonly setting: Setting;
}

/** A heading, a provision with its partner, or a place that one has left. */
export function LineView({ line, setting }: LineProps) {
  switch (line.kind) {
    case 'section':
      return <SectionLine section={line} setting={setting} />;
    case 'row':
      return <RowLine row={line} setting={setting} />;
    case 'former':
      return <FormerLine former={line} setting={setting} />;
  }
}

interface SectionLineProps {
  readonly section: ComparedSection;
  readonly setting: Setting;
}

function SectionLine({ section, setting: { from, to } }: SectionLineProps) {
  const { key, status, heading, diff } = section;
  if (heading === '') return <div class="line is-section" id={placeId(key)} tabIndex={-1} />;
  const isGone = status === 'removed';
  return (
    <div class={`line is-section is-${status}`} id={placeId(key)} tabIndex={-1}>
      {!isGone && status !== 'new' && (
        <p class="side old" aria-hidden {...inLanguage(from.language)}>
          <Marked diff={diff} isEarlier />
        </p>
      )}
      <h2
        class={isGone ? 'side old is-only' : 'side new'}
        {...inLanguage(isGone ? from.language : to.language)}
      >
        <Marked diff={diff} />
      </h2>
    </div>
  );
}

interface RowLineProps {
  readonly row: ComparedRow;
  readonly setting: Setting;
}

function RowLine({ row, setting: { from, to, onGo } }: RowLineProps) {
  const { key, status, diff } = row;
  const isRelabelled = hasOtherPlace(row);
  const [before, now] = namesOf(row);
  const name = [
    fullNameOf(row.to ?? row.from),
    statusOf(row),
    ...(isRelabelled ? [words.compareScreen.formerPlace(before)] : []),
  ];
  return (
    <article
      class={`line is-row is-${row.isMoved ? `moved is-${status}` : status}${isRelabelled ? ' is-relabelled' : ''}`}
      id={placeId(key)}
      tabIndex={-1}
      aria-label={words.compareScreen.together(name)}
    >
      {(status !== 'same' || isRelabelled) && (
        <p class="what">
          <span class="status">{statusOf(row)}</span>
          {isRelabelled && (
            <span class="relabelled">
              {row.isMoved ? (
                <LineLink
                  from={from.address}
                  to={to.address}
                  at={`-${row.from?.address ?? ''}`}
                  onGo={onGo}
                  label={words.compareScreen.formerPlace(before)}
                >
                  <bdi>{before}</bdi>
                </LineLink>
              ) : (
                <bdi class="place-name">{before}</bdi>
              )}
              <Icon name="arrow" />
              <bdi class="place-name">{now}</bdi>
            </span>
          )}
          {row.to !== null && <AddButton wanted={comparisonWanted({ from, to }, row.to)} isSmall />}
        </p>
      )}
      {row.from !== null && (
        <Side
          place={row.from}
          class={row.to === null ? 'old is-only' : 'old'}
          language={from.language}
          isHidden={status === 'same'}
        >
          <Marked diff={diff} isEarlier={row.to !== null} />
        </Side>
      )}
      {row.to !== null && (
        <Side place={row.to} class="new" language={to.language}>
          <Marked diff={diff} />
        </Side>
      )}
    </article>
  );
}

interface SideProps {
  readonly place: PlaceInText;
  readonly class: string;
  readonly language: string;
  /** Whether ears have it from the other side. */
  readonly isHidden?: boolean;
  readonly children: ComponentChildren;
}

function Side({ place, class: name, language, isHidden = false, children }: SideProps) {
  return (
    <div
      class={`side ${name}${place.label === '' ? ' is-unlabelled' : ''}`}
      data-depth={Math.min(place.depth, 4)}
      aria-hidden={isHidden || undefined}
      {...inLanguage(language)}
    >
      {place.label !== '' && <span class="label">{place.label}</span>}
      <p>{children}</p>
    </div>
  );
}

interface FormerLineProps {
  readonly former: FormerPlace;
  readonly setting: Setting;
}

/** Where a provision stood that has moved, and the way to where it stands now. */
function FormerLine({ former: { key, row }, setting: { from, to, onGo } }: FormerLineProps) {
  const [before, now] = namesOf(row);
  return (
    <article
      class="line is-former"
      id={placeId(key)}
      tabIndex={-1}
      aria-label={words.compareScreen.together([
        fullNameOf(row.from),
        words.compareScreen.movedAway,
        words.compareScreen.placeNow(now),
      ])}
    >
      <p class="what">
        <span class="status">{words.compareScreen.movedAway}</span>
        <span class="relabelled">
          <bdi class="place-name">{before}</bdi>
          <Icon name="arrow" />
          <LineLink
            from={from.address}
            to={to.address}
            at={row.key}
            onGo={onGo}
            label={words.compareScreen.placeNow(now)}
          >
            <bdi>{now}</bdi>
          </LineLink>
        </span>
      </p>
    </article>
  );
}

const nameOf = (place: PlaceInText | null): string => {
  if (place === null) return '';
  return place.labelInPlace === '' ? words.reader.unlabelled(place.paragraph) : place.labelInPlace;
};

/** By its section, too. */
const fullNameOf = (place: PlaceInText | null): string =>
  place === null ? '' : [place.heading, nameOf(place)].join(' ');

/** The place that a provision had and the one it has; of one that changed its section, with the section. */
const namesOf = ({ from, to, leavesSection }: ComparedRow): readonly [string, string] =>
  leavesSection ? [fullNameOf(from), fullNameOf(to)] : [nameOf(from), nameOf(to)];

const hasOtherPlace = (row: ComparedRow): boolean =>
  row.from !== null && row.to !== null && (row.isMoved || nameOf(row.from) !== nameOf(row.to));

function statusOf(row: ComparedRow): string {
  const { statuses } = words.compareScreen;
  if (row.status === 'amended' && row.isMoved) return statuses.movedAndAmended;
  if (row.status === 'same' && hasOtherPlace(row)) return statuses.renumbered;
  return statuses[row.status];
}
