import type { ListingEntry } from '../../../main/contract/listing.ts';
import { Icon } from '../../parts/icon.tsx';
import { presenceOf } from '../../state/library.ts';
import { words } from '../../words/index.ts';

/** Whether an entry's text is on this machine, and whose it is. */
export function PresenceMark({ entry }: { readonly entry: ListingEntry }) {
  const presence = presenceOf(entry);
  return (
    <span class={`presence is-${presence}`}>
      {presence === 'text' && <Icon name="text" />}
      {presence === 'own' && <Icon name="own" />}
      {words.libraryScreen.presence[presence]}
    </span>
  );
}
