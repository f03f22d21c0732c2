import type { ListingEntry } from '../../../main/contract/listing.ts';
import { Icon } from '../../parts/icon.tsx';
import { presenceOf } from '../../state/library.ts';
import { words } from '../../words/index.ts';

/** Whether an entry's text is on this machine, and whose it is. Most have no text: for eyes, these are without a mark. */
export function PresenceMark({ entry }: { readonly entry: ListingEntry }) {
  const presence = presenceOf(entry);
  const hasText = presence === 'text' || presence === 'own';
  return (
    <span class={hasText ? 'presence' : 'for-ears'}>
      {hasText && <Icon name={presence} />}
      {words.libraryScreen.presence[presence]}
    </span>
  );
}
