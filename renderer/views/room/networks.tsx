import type { RoomNetwork } from '../../../main/contract/room.ts';
import type { TrainerRoom } from '../../state/trainer-room.ts';
import { words } from '../../words/index.ts';

interface NetworksProps {
  readonly networks: readonly RoomNetwork[];
  readonly room: TrainerRoom;
}

/** The networks to share on, told apart in words; nothing where there is no choice. */
export function Networks({ networks, room }: NetworksProps) {
  const { roomScreen } = words;
  const chosen = room.host.value;
  const isOn = room.openHost.value;
  const isChoice =
    networks.length > 1 || (isOn !== null && networks.some(({ host }) => host !== isOn));
  if (!isChoice) return null;
  return (
    <fieldset class="room-networks">
      <legend>{roomScreen.network}</legend>
      <p class="quiet">{roomScreen.networkHint}</p>
      {networks.map(({ host, name, kind }) => (
        <label key={host}>
          <input
            type="radio"
            name="room-network"
            checked={host === chosen}
            onChange={() => room.chooseHost(host)}
          />
          <span>
            {roomScreen.kinds[kind]}{' '}
            <span class="quiet" dir="ltr">
              {name} · {host}
            </span>
          </span>
        </label>
      ))}
      {isOn !== null && chosen !== isOn && (
        <button type="button" onClick={() => void room.open()}>
          {roomScreen.move}
        </button>
      )}
    </fieldset>
  );
}
