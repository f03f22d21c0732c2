import { signal, type ReadonlySignal } from '@preact/signals';
import type { Hit, SuggestionKind } from '../../main/contract/answers.ts';
import type { Api } from '../../main/contract/api.ts';
import type { Address } from '../../main/contract/ids.ts';
import type { OwnExhibit } from '../../main/contract/own-tours.ts';
import { nameOf } from './tour-editor-names.ts';
import { readAddress, readHash, type ComparePlace } from './places/index.ts';

/** Something that a stop could show. */
export interface Choice {
  readonly exhibit: OwnExhibit;
  readonly kind: SuggestionKind | Hit['kind'] | 'comparison';
  readonly name: string;
  /** A further line, perhaps empty: the words of a passage. */
  readonly detail: string;
}

/** What is looked for while a stop is written: what is being typed, and what could be shown for it. */
export interface Finder {
  readonly text: ReadonlySignal<string>;
  readonly choices: ReadonlySignal<readonly Choice[]>;
  /** Whether the choices are those of the text. */
  readonly isDone: ReadonlySignal<boolean>;
  type(text: string): void;
}

const mostNamed = 5;
const mostPassages = 6;

export function createFinder(api: Pick<Api, 'suggest' | 'search' | 'show'>): Finder {
  const text = signal('');
  const choices = signal<readonly Choice[]>([]);
  const isDone = signal(true);
  // Counts what was typed: an answer to anything but the newest is stale.
  let serial = 0;

  async function find(words: string): Promise<void> {
    const own = serial;
    const pasted = exhibitIn(words);
    const found = pasted === null ? await inLibrary(words) : await atPlace(pasted, words.trim());
    if (own !== serial) return;
    choices.value = found;
    isDone.value = true;
  }

  async function inLibrary(words: string): Promise<readonly Choice[]> {
    const [named, passages] = await Promise.all([
      api.suggest({ prefix: words }),
      api.search({ query: words, limit: mostPassages }),
    ]);
    const things = named.ok ? named.value.items.filter(({ address }) => address !== '') : [];
    const hits = passages.ok ? passages.value.hits : [];
    const all = [
      ...things
        .slice(0, mostNamed)
        .map(({ address, kind, text: name }) => ({ exhibit: at(address), kind, name, detail: '' })),
      ...hits.map((hit) => ({
        exhibit: at(hit.address),
        kind: hit.kind,
        name: [hit.name, hit.heading, hit.label].filter(Boolean).join(', '),
        detail: hit.snippet,
      })),
    ];
    const seen = new Set<string>();
    return all.filter(({ exhibit: { address } }) => !seen.has(address) && seen.add(address));
  }

  /** What was pasted is asked for, so that nothing is shown that is not there. */
  async function atPlace(exhibit: OwnExhibit, name: string): Promise<readonly Choice[]> {
    if (exhibit.kind === 'comparison') return [{ exhibit, kind: 'comparison', name, detail: '' }];
    const reply = await api.show({ address: exhibit.address });
    return reply.ok
      ? [{ exhibit, kind: reply.value.kind, name: nameOf(reply.value), detail: '' }]
      : [];
  }

  return {
    text,
    choices,
    isDone,
    type(next) {
      serial += 1;
      text.value = next;
      // Longer prefixes suggest nothing and the contract refuses them.
      if (next.trim() === '' || next.length > 200) {
        choices.value = [];
        isDone.value = true;
        return;
      }
      isDone.value = false;
      void find(next);
    },
  };
}

const at = (address: Address) => ({ kind: 'address', address, quotation: null }) as const;

/** What an address or a link of Recital leads to; null where the text is neither. */
export function exhibitIn(text: string): OwnExhibit | null {
  const trimmed = text.trim();
  const hash = /#\/\S+$/u.exec(trimmed)?.[0];
  if (hash === undefined) {
    // One word alone is looked for: a few addresses look like words.
    const address = trimmed.includes('/')
      ? readAddress(trimmed.replace(/^recital:\/*/u, ''))
      : null;
    return address === null ? null : at(address);
  }
  const route = readHash(hash);
  switch (route.kind) {
    case 'work':
      return at(route.work as string as Address);
    case 'edition':
      return at(`${route.edition}${route.target === null ? '' : `#${route.target}`}` as Address);
    case 'record':
      return at(route.address);
    case 'compare':
      return comparisonAt(route.place);
    default:
      return null;
  }
}

/** A comparison, at a place of the later text; null while one of its texts is yet to be chosen. */
function comparisonAt({
  from,
  to,
  at: place,
}: Pick<ComparePlace, 'from' | 'to' | 'at'>): OwnExhibit | null {
  if (from === null || to === null) return null;
  // What stood in the earlier text alone has no place in the later one.
  const isInLater = place !== null && place !== '' && !place.startsWith('-');
  return {
    kind: 'comparison',
    from,
    to,
    at: isInLater ? (`${to}#${place}` as Address) : null,
    quotation: null,
  };
}
