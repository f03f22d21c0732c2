import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { ShownEdition } from '../../../main/contract/answers.ts';
import { inLanguage } from '../../parts/direction.ts';
import { NotePeek, type OpenNote } from '../../parts/note-mark.tsx';
import type { Cards } from '../../state/card.ts';
import type { Definitions } from '../../state/definitions.ts';
import { createPeeks } from '../../state/peek.ts';
import type { Counterparts } from '../../state/reader-counterparts.ts';
import { createUnrolling } from '../../state/reader-unrolling.ts';
import type { Screen } from '../../state/screens/index.ts';
import { words } from '../../words/index.ts';
import { createCitationIndex } from './citation-index.ts';
import { ContextPanel } from './context-panel.tsx';
import { FindBar } from './find-bar.tsx';
import { Foot } from './foot.tsx';
import { Head, Tools } from './head.tsx';
import { useInView } from './in-view.ts';
import { NotesAtFoot } from './notes.tsx';
import { Outline } from './outline.tsx';
import { planOf } from './plan.ts';
import { Preface } from './preface.tsx';
import { usePrintedHead } from './printing.ts';
import { keptPlaces } from './return-to.ts';
import { RunningHead } from './running-head.tsx';
import { SectionView } from './section.tsx';
import type { Setting } from './setting.ts';
import { useAddKey } from './use-add-key.ts';
import { useKey } from './use-key.ts';
import { whenIdle } from './when-idle.ts';

interface Models {
  readonly cards: Cards;
  readonly definitions: Definitions;
  readonly counterparts: Counterparts;
}

interface ReaderProps extends Models {
  readonly screen: Screen & { readonly kind: 'reader' };
}

/** One edition, set like a good printed volume, with its outline beside it. */
export function Reader({ screen: { edition, target }, ...models }: ReaderProps) {
  // Keyed, so that another edition starts with its foreword and outline folded.
  return <OpenText key={edition.address} edition={edition} target={target} models={models} />;
}

interface OpenTextProps {
  readonly edition: ShownEdition;
  readonly target: string | null;
  readonly models: Models;
}

function OpenText({ edition, target, models }: OpenTextProps) {
  const setting = useSetting(edition, models);
  const { plan, unrolling, definitions, notes } = setting;
  const article = useRef<HTMLElement>(null);
  const place = target === null ? undefined : plan.places.get(target);
  // Before it is drawn, so that the place that is scrolled to is there.
  if (place !== undefined) unrolling.drawAround(place.block);
  useState(() => {
    const kept = plan.places.get(keptPlaces.last(window.location.hash)?.address ?? '');
    if (kept !== undefined) unrolling.drawAround(kept.block);
  });
  const inView = useInView(article, target);
  usePrintedHead(setting);
  // After the text is painted.
  useEffect(() => definitions.load(), [definitions]);
  useEffect(() => unrolling.drawOn(whenIdle), [unrolling]);

  const [isFinding, setFinding] = useState(false);
  const startFinding = useCallback(() => setFinding(true), []);
  useKey('f', startFinding);
  useKey('f', startFinding, true);
  useAddKey(setting, inView);

  return (
    <div class={plan.isLong ? 'reader is-long' : 'reader'}>
      <Outline setting={setting} inView={inView} />
      <article
        ref={article}
        class="document"
        aria-labelledby="document-title"
        lang={edition.language}
        dir={edition.direction}
      >
        <Head edition={edition} />
        <Tools setting={setting} onFind={startFinding} />
        <RunningHead plan={plan} inView={inView} />
        {target !== null && place === undefined && (
          <div class="notice">
            <p {...inLanguage(words.language)}>{words.noSuchPlace(target)}</p>
          </div>
        )}
        <Preface setting={setting} />
        {edition.formula !== '' && <p class="formula">{edition.formula}</p>}
        {plan.sections.map((section) => (
          <SectionView
            key={section.part.address}
            section={section}
            target={place?.section === section ? target : null}
            setting={setting}
          />
        ))}
        <NotesAtFoot notes={plan.notes} />
        <Foot edition={edition} />
      </article>
      <ContextPanel setting={setting} inView={inView} />
      <NotePeek notes={notes} />
      {isFinding && (
        <FindBar article={article} setting={setting} onClose={() => setFinding(false)} />
      )}
    </div>
  );
}

function useSetting(edition: ShownEdition, models: Models): Setting {
  const { cards, definitions, counterparts } = models;
  return useMemo(() => {
    const plan = planOf(edition);
    return {
      edition,
      plan,
      unrolling: createUnrolling(plan.blockCount, plan.isLong),
      citationsAt: createCitationIndex(edition.citations),
      notes: createPeeks<OpenNote>(),
      cards,
      definitions,
      counterparts,
    };
  }, [edition, cards, definitions, counterparts]);
}
