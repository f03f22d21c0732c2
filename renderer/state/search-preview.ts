import { signal, type ReadonlySignal } from '@preact/signals';
import type { Hit, ShownSection } from '../../main/contract/answers.ts';
import type { Api } from '../../main/contract/api.ts';
import type { Failure } from '../../main/contract/failure.ts';
import type { Glance } from '../../main/contract/glance.ts';
import type { RecordShown } from './screens/index.ts';

/** What is shown of a hit beside the list: a provision in its section, a record, or what is known of a work. */
export type PreviewContent =
  | { readonly kind: 'section'; readonly shown: ShownSection }
  | { readonly kind: 'record'; readonly shown: RecordShown }
  | { readonly kind: 'work'; readonly glance: Glance };

export interface Preview {
  readonly hit: Hit;
  /** Null where it could not be had. */
  readonly content: PreviewContent | null;
  readonly failure: Failure | null;
}

/** The one hit that is seen beside the list. The earlier one stays until the next is there. */
export interface Previews {
  readonly preview: ReadonlySignal<Preview | null>;
  show(hit: Hit): void;
  /** The pointer is on a hit: shows it after a moment, unless it only passes. */
  hover(hit: Hit, onShow: () => void): void;
  leave(): void;
}

/** How long the pointer rests on a hit before it is shown, in milliseconds. */
const restFor = 300;

const mostKept = 30;

export function createPreviews(api: Api): Previews {
  const preview = signal<Preview | null>(null);
  const kept = new Map<string, PreviewContent>();
  let wanted = '';
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function show(hit: Hit): Promise<void> {
    clearTimeout(timer);
    wanted = hit.address;
    const asked = askedFor(hit);
    const known = kept.get(asked);
    if (known !== undefined) {
      preview.value = { hit, content: known, failure: null };
      return;
    }
    const reply = await contentOf(api, hit, asked);
    if (reply.content !== null) {
      kept.set(asked, reply.content);
      const [oldest] = kept.keys();
      if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
    }
    // Another hit may have been chosen meanwhile.
    if (wanted === hit.address) preview.value = { hit, ...reply };
  }

  return {
    preview,
    show: (hit) => void show(hit),
    hover(hit, onShow) {
      clearTimeout(timer);
      if (preview.value?.hit.address === hit.address) return;
      timer = setTimeout(() => {
        void show(hit);
        onShow();
      }, restFor);
    },
    leave: () => clearTimeout(timer),
  };
}

/** Provisions of one section need its text once. */
function askedFor({ kind, address }: Hit): string {
  if (kind !== 'provision') return address;
  const [edition = '', place = ''] = address.split('#');
  return `${edition}#${place.split('.', 1)[0]}`;
}

async function contentOf(
  api: Api,
  { kind }: Hit,
  address: string,
): Promise<Pick<Preview, 'content' | 'failure'>> {
  if (kind === 'edition' || kind === 'reference') {
    const reply = await api.glance({ address });
    return reply.ok
      ? { content: { kind: 'work', glance: reply.value }, failure: null }
      : { content: null, failure: reply.error };
  }
  const reply = await api.show({ address });
  if (!reply.ok) return { content: null, failure: reply.error };
  const shown = reply.value;
  switch (shown.kind) {
    case 'section':
      return { content: { kind: 'section', shown }, failure: null };
    case 'work':
    case 'edition':
    case 'provision':
      return { content: null, failure: { code: 'unknown-record', message: '' } };
    default:
      return { content: { kind: 'record', shown }, failure: null };
  }
}
