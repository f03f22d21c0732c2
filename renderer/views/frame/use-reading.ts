import { useEffect } from 'preact/hooks';
import { placeInWords, type RecentPlace, type Recents } from '../../state/recent.ts';
import { partOf } from '../../state/places/index.ts';
import type { Screen, Showing } from '../../state/screens/index.ts';
import { keptPlaces } from '../reader/return-to.ts';

/** Who stays shorter only passes; in milliseconds. */
const readAfter = 4000;
const settledAfter = 800;

/** Notes what a person reads, and how far they came, once they have stayed for a few seconds. */
export function useReading(showing: Showing | null, recents: Recents): void {
  useEffect(() => {
    if (showing === null || placeOf(showing.screen) === null) return;
    let isRead = false;
    let timer = setTimeout(() => {
      isRead = true;
      note();
    }, readAfter);
    function note(): void {
      const place = showing === null ? null : placeOf(showing.screen);
      if (place !== null) recents.note(place);
    }
    const onScroll = (): void => {
      if (!isRead) return;
      clearTimeout(timer);
      timer = setTimeout(note, settledAfter);
    };
    window.addEventListener('scroll', onScroll, { passive: true });
    return () => {
      clearTimeout(timer);
      window.removeEventListener('scroll', onScroll);
    };
  }, [showing, recents]);
}

/** Where somebody is who sees a screen; null on those that are not read but looked through. */
function placeOf(screen: Screen): RecentPlace | null {
  if (screen.kind === 'reader') {
    const { summary, address } = screen.edition;
    const at = keptPlaces.last(window.location.hash)?.address ?? screen.target;
    return {
      address,
      at,
      name: summary.name,
      title: summary.title,
      place: at === null ? '' : placeInWords(screen.edition, at),
      language: summary.language,
    };
  }
  if (screen.kind !== 'record') return null;
  const { shown } = screen;
  // The library's own texts are in English.
  if (shown.kind === 'tour') {
    const { record, stop } = shown;
    const title = record.stops.find(({ address }) => address === stop)?.title ?? '';
    const at = stop === null ? null : partOf(stop);
    return {
      address: record.address,
      at,
      name: record.title,
      title: '',
      place: title,
      language: record.language,
    };
  }
  if (shown.kind !== 'chapter') return null;
  const { record, handbook } = shown;
  const [address = ''] = record.address.split('#');
  return {
    address,
    at: partOf(record.address),
    name: handbook.title,
    title: '',
    place: record.title,
    language: 'en',
  };
}
