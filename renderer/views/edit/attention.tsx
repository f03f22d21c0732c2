import type { Attention, OwnStop } from '../../../main/contract/own-tours.ts';
import { inLanguage } from '../../parts/direction.ts';
import { Marked } from '../../parts/marked.tsx';
import { createNames } from '../../parts/names.ts';
import { Words } from '../../parts/words.tsx';
import { hrefOf } from '../../state/places/index.ts';
import { atNewPlace, withExhibitChanged } from '../../state/tour-editor-change.ts';
import { marksOf } from '../../state/tour-editor-marks.ts';
import { words } from '../../words/index.ts';
import type { Setting } from './setting.ts';
import { nameOfExhibit } from './exhibit-list.tsx';

/** What stops show that is no longer what was chosen: how it changed, and what to do. */
export function NeedsAttention({ setting }: { readonly setting: Setting }) {
  const { editor, tour } = setting;
  const attention = editor.attention.value;
  if (attention.length === 0) return null;
  const stops = new Set(attention.map(({ stop }) => stop)).size;
  return (
    <section class="needs-attention" aria-labelledby="needs-attention">
      <h2 id="needs-attention">{words.editScreen.attention}</h2>
      <p class="quiet">{words.editScreen.attentionLead(stops)}</p>
      <ul>
        {attention.map((one) => {
          const stop = tour.stops.find(({ id }) => id === one.stop);
          return stop === undefined ? null : (
            <li key={`${one.stop} ${one.exhibit}`}>
              <Trouble trouble={one} stop={stop} setting={setting} />
            </li>
          );
        })}
      </ul>
    </section>
  );
}

interface TroubleProps {
  readonly trouble: Attention;
  readonly stop: OwnStop;
  readonly setting: Setting;
}

function Trouble({ trouble, stop, setting }: TroubleProps) {
  const { editor, tour, openStop, say } = setting;
  const exhibit = stop.show[trouble.exhibit];
  if (exhibit === undefined) return null;
  const nameOf = createNames(editor.names.value);
  const name = nameOfExhibit(exhibit, nameOf);
  const { why, was, now, found } = trouble;
  const isMended = (next: typeof exhibit | null): void => {
    editor.change((before) => withExhibitChanged(before, stop.id, trouble.exhibit, next));
    if (next === null) say(words.editScreen.exhibitRemoved(name));
  };
  return (
    <>
      <p class="trouble-place">
        <button type="button" class="as-link" onClick={() => openStop(stop.id)}>
          {words.addToTour.stopName(
            tour.stops.indexOf(stop) + 1,
            stop.title || words.editScreen.untitledStop,
          )}
        </button>
        <span class="quiet" {...inLanguage('en')}>
          {name}
        </span>
      </p>
      <p class="why">
        {words.editScreen.whys[why]}
        {found !== null && (
          <>
            {' '}
            {words.editScreen.standsNow}{' '}
            <a href={hrefOf(found)} {...inLanguage('en')}>
              {nameOf(found).name}
            </a>
          </>
        )}
      </p>
      {why === 'changed' ? (
        <blockquote {...inLanguage('')}>
          <p>
            <Marked diff={marksOf(was.exact, now)} />
          </p>
        </blockquote>
      ) : (
        was.exact !== '' && (
          <blockquote {...inLanguage('')}>
            <p>
              <Words text={was.exact} />
            </p>
          </blockquote>
        )
      )}
      <p class="trouble-deeds">
        {why === 'moved' && (
          <button type="button" onClick={() => isMended(atNewPlace(exhibit, trouble))}>
            {words.editScreen.showNew}
          </button>
        )}
        {why === 'changed' && (
          <button type="button" onClick={() => isMended({ ...exhibit, quotation: null })}>
            {words.editScreen.keepNew}
          </button>
        )}
        <button type="button" onClick={() => isMended(null)}>
          {words.editScreen.takeAway}
        </button>
      </p>
    </>
  );
}
