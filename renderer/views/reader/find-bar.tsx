import { useEffect, useRef, useState } from 'preact/hooks';
import { Icon } from '../../parts/icon.tsx';
import { words } from '../../words/index.ts';
import { findInText, highlight, show } from './find-in-text.ts';
import type { Setting } from './setting.ts';

interface FindBarProps {
  readonly article: { readonly current: HTMLElement | null };
  readonly setting: Setting;
  readonly onClose: () => void;
}

/** How long somebody may pause in typing, in milliseconds. */
const searchAfter = 120;

/** Finds words in the text that is open: how often, each in turn, all of them marked. */
export function FindBar({ article, setting, onClose }: FindBarProps) {
  const field = useRef<HTMLInputElement>(null);
  const beforeRef = useRef<Element | null>(null);
  const [typed, setTyped] = useState('');
  const [found, setFound] = useState<readonly Range[]>([]);
  const [at, setAt] = useState(0);
  const [isDone, setDone] = useState(true);

  useEffect(() => {
    beforeRef.current = document.activeElement;
    field.current?.focus();
    // What is not drawn cannot be found.
    setting.unrolling.drawAll();
    return () => highlight([], undefined);
  }, [setting]);

  useEffect(() => {
    setDone(false);
    const timer = setTimeout(() => {
      const ranges = findInText(article.current, typed);
      setFound(ranges);
      setDone(true);
      const first = nearest(ranges);
      setAt(first);
      markAndShow(ranges, first);
    }, searchAfter);
    return () => clearTimeout(timer);
  }, [article, typed]);

  // What is drawn later has words too, and marking a term in a text makes other nodes of it.
  useEffect(() => {
    const text = article.current;
    if (text === null) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const observer = new MutationObserver(() => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        const ranges = findInText(article.current, typed);
        setFound(ranges);
        const place = Math.max(Math.min(at, ranges.length - 1), 0);
        setAt(place);
        highlight(ranges, ranges[place]);
      }, searchAfter);
    });
    observer.observe(text, { childList: true, subtree: true });
    return () => {
      clearTimeout(timer);
      observer.disconnect();
    };
  }, [article, typed, at]);

  /** Past the last comes the first. */
  function goTo(next: number): void {
    const place = found.length === 0 ? 0 : (next + found.length) % found.length;
    setAt(place);
    markAndShow(found, place);
  }

  /** Who found something goes on there, and anybody else where they were. */
  function close(): void {
    const place = found[at]?.startContainer.parentElement?.closest('[tabindex="-1"]');
    const next = place ?? beforeRef.current;
    if (next instanceof HTMLElement) next.focus({ preventScroll: true });
    onClose();
  }

  return (
    <search class="find-bar" aria-label={words.reader.find}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          goTo(at + 1);
        }}
      >
        <input
          ref={field}
          type="text"
          aria-label={words.reader.find}
          placeholder={words.reader.find}
          autocomplete="off"
          spellcheck={false}
          value={typed}
          onInput={(event) => setTyped(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Escape') close();
            if (event.key !== 'Enter' || !event.shiftKey) return;
            event.preventDefault();
            goTo(at - 1);
          }}
        />
        <output>
          {typed.trim() !== '' &&
            isDone &&
            words.reader.found(found.length === 0 ? 0 : at + 1, found.length)}
        </output>
        <button
          type="button"
          class="plain"
          aria-label={words.reader.findPrevious}
          disabled={found.length === 0}
          onClick={() => goTo(at - 1)}
        >
          <Icon name="up" />
        </button>
        <button
          type="submit"
          class="plain"
          aria-label={words.reader.findNext}
          disabled={found.length === 0}
        >
          <Icon name="down" />
        </button>
        <button type="button" class="plain" aria-label={words.reader.findClose} onClick={close}>
          <Icon name="close" />
        </button>
      </form>
    </search>
  );
}

function markAndShow(ranges: readonly Range[], place: number): void {
  const range = ranges[place];
  highlight(ranges, range);
  if (range !== undefined) show(range);
}

/** The first find that is not above the window. */
function nearest(ranges: readonly Range[]): number {
  const at = ranges.findIndex((range) => range.getBoundingClientRect().bottom > 100);
  return Math.max(at, 0);
}
