import type { EditionSummary } from '../../../main/contract/answers.ts';
import { inLanguage } from '../../parts/direction.ts';
import type { TrainerRoom } from '../../state/trainer-room.ts';
import { words } from '../../words/index.ts';

interface OwnDocumentsProps {
  readonly documents: readonly EditionSummary[];
  readonly room: TrainerRoom;
  readonly isOpen: boolean;
}

/** Which documents of one's own the room may read: none but those that are chosen here, before it is let in. */
export function OwnDocuments({ documents, room, isOpen }: OwnDocumentsProps) {
  if (documents.length === 0) return null;
  const shared = room.own.value;
  const { roomScreen } = words;
  return (
    <fieldset class="room-own" disabled={isOpen}>
      <legend>{roomScreen.own}</legend>
      <p class="quiet">{isOpen ? roomScreen.ownShut : roomScreen.ownHint}</p>
      {documents.map(({ edition, name, title, language }) => (
        <label key={edition}>
          <input
            type="checkbox"
            checked={shared.has(edition)}
            onChange={(event) => room.choose(edition, event.currentTarget.checked)}
          />
          <span {...inLanguage(language)}>
            {name}
            {title !== name && <span class="quiet"> {title}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
