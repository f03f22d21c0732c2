import { useState } from 'preact/hooks';
import { isOwnTourAddress, type Address } from '../../../main/contract/ids.ts';
import { download } from '../../parts/download.ts';
import { Icon } from '../../parts/icon.tsx';
import { editHref, presentHref, roomHref } from '../../state/places/index.ts';
import { words } from '../../words/index.ts';
import { TourFailure } from '../frame/tour-failure.tsx';
import { useTrainerTools } from '../frame/trainer-tools.ts';

/** What a trainer does with an open tour: present it, change it, carry it away. */
export function TourTools({ tour }: { readonly tour: Address }) {
  const tools = useTrainerTools();
  const [saved, setSaved] = useState('');
  if (tools === null) return null;
  const { ownTours } = tools;
  const isOwn = isOwnTourAddress(tour);

  async function save(): Promise<void> {
    // Said anew, should it be the same.
    setSaved('');
    const file = await ownTours.file(tour);
    if (file === null) return;
    download(file.name, file.text, 'application/json');
    setSaved(words.ownTours.saved(file.name));
  }
  return (
    <div class="tour-tools">
      <a class="as-button is-main" href={presentHref(tour)}>
        <Icon name="present" />
        {words.ownTours.present}
      </a>
      <a class="as-button" href={roomHref}>
        <Icon name="room" />
        {words.roomScreen.name}
      </a>
      {isOwn && (
        <a class="as-button" href={editHref({ tour, stop: null })}>
          <Icon name="edit" />
          {words.ownTours.edit}
        </a>
      )}
      <button type="button" onClick={() => void ownTours.copy(tour)}>
        <Icon name="copy" />
        {words.ownTours.copy}
      </button>
      {isOwn && (
        <button type="button" onClick={() => void save()}>
          <Icon name="save" />
          {words.ownTours.save}
        </button>
      )}
      <output class="outcome">{saved}</output>
      <TourFailure />
    </div>
  );
}
