import { useComputed } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { isOperative } from '../../../main/contract/document.ts';
import type { EditionId } from '../../../main/contract/ids.ts';
import { Beside } from '../../parts/beside.tsx';
import { inLanguage } from '../../parts/direction.ts';
import { hrefWithin } from '../../state/places/index.ts';
import { words } from '../../words/index.ts';
import { GoTo } from './go-to.tsx';
import type { InView } from './in-view.ts';
import type { PlannedSection } from './plan.ts';
import type { Setting } from './setting.ts';

interface OutlineProps {
  readonly setting: Setting;
  readonly inView: InView;
}

/** The sections of an edition as links: beside the text where there is room, else folded above it. */
export function Outline({ setting, inView }: OutlineProps) {
  const { edition, plan } = setting;
  const named = plan.sections.filter(({ part }) => part.heading !== '');
  const groups = [
    { name: words.reader.preamble, sections: named.filter((one) => groupOf(one) === 'preamble') },
    { name: words.reader.operative, sections: named.filter((one) => groupOf(one) === 'operative') },
    { name: words.reader.annexes, sections: named.filter((one) => groupOf(one) === 'annex') },
  ].filter(({ sections }) => sections.length > 0);
  const list = useRef<HTMLDivElement>(null);
  useKeptInSight(list, inView);
  return (
    <nav class="outline" aria-label={words.reader.outline}>
      <Beside name={words.reader.outline}>
        <GoTo setting={setting} />
        <div class="sections" ref={list}>
          {groups.map(({ name, sections }) => (
            <div key={name}>
              {/* Of a document that is no resolution there is one group, which needs no name. */}
              {(groups.length > 1 || edition.form === 'resolution') && <p class="group">{name}</p>}
              <ul {...inLanguage(edition.language)}>
                {sections.map((section) => (
                  <li key={section.part.address}>
                    <SectionLink section={section} edition={edition.address} inView={inView} />
                  </li>
                ))}
              </ul>
            </div>
          ))}
        </div>
      </Beside>
    </nav>
  );
}

type Group = 'preamble' | 'operative' | 'annex';

function groupOf({ part }: PlannedSection): Group {
  if (!('kind' in part)) return 'annex';
  return isOperative(part.kind) ? 'operative' : 'preamble';
}

interface SectionLinkProps {
  readonly section: PlannedSection;
  readonly edition: EditionId;
  readonly inView: InView;
}

function SectionLink({ section: { part, short }, edition, inView }: SectionLinkProps) {
  const isHere = useComputed(() => inView.section.value === part.address);
  return (
    <a
      href={hrefWithin(edition, part.address)}
      aria-current={isHere.value ? 'location' : undefined}
    >
      <i>{short.opening}</i> {short.rest}
    </a>
  );
}

/** Scrolls the list, and never the page, so that the section that is read stays in sight in it. */
function useKeptInSight(list: { readonly current: HTMLElement | null }, inView: InView): void {
  const section = inView.section.value;
  useEffect(() => {
    const scroller = list.current;
    const link = scroller?.querySelector('[aria-current]');
    if (scroller === null || link === null || link === undefined) return;
    const seen = scroller.getBoundingClientRect();
    const { top, bottom } = link.getBoundingClientRect();
    if (top < seen.top) scroller.scrollBy(0, top - seen.top - margin);
    else if (bottom > seen.bottom) scroller.scrollBy(0, bottom - seen.bottom + margin);
  }, [list, section]);
}

/** So that the neighbours are seen too, in CSS pixels. */
const margin = 48;
