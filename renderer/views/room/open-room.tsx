import { useRef } from 'preact/hooks';
import type { RoomStatus } from '../../../main/contract/room.ts';
import { Icon } from '../../parts/icon.tsx';
import { Qr } from '../../parts/qr.tsx';
import type { TrainerRoom } from '../../state/trainer-room.ts';
import { words } from '../../words/index.ts';
import { inGroups } from './in-groups.ts';

interface OpenRoomProps {
  readonly open: NonNullable<RoomStatus['open']>;
  readonly room: TrainerRoom;
  readonly onClose: () => void;
}

/** How the room comes in, who is there, and the way to close it. */
export function OpenRoom({ open, room, onClose }: OpenRoomProps) {
  const large = useRef<HTMLDialogElement>(null);
  const { roomScreen } = words;
  const isAlone = isLoopback(open.url);
  return (
    <section class="room-open" aria-labelledby="room-open">
      <h2 id="room-open">{roomScreen.isOpen}</h2>
      {isAlone && <p class="notice">{roomScreen.onlyHere}</p>}
      <Invitation open={open} />
      <output class="room-connected">{roomScreen.connected(open.connected)}</output>
      <div class="room-deeds">
        <button type="button" onClick={() => show(large.current)}>
          <Icon name="whole" />
          {roomScreen.large}
        </button>
        <button type="button" class="room-close" onClick={onClose}>
          <Icon name="stop" />
          {room.doing.value === 'closing' ? roomScreen.closing : roomScreen.close}
        </button>
      </div>
      <dialog
        ref={large}
        class="room-large"
        aria-label={roomScreen.name}
        onClose={() => {
          if (document.fullscreenElement !== null) void document.exitFullscreen();
        }}
      >
        <Invitation open={open} />
        <p class="room-connected">{roomScreen.connected(open.connected)}</p>
        <button
          type="button"
          class="plain"
          aria-label={roomScreen.small}
          onClick={() => large.current?.close()}
        >
          <Icon name="close" />
        </button>
      </dialog>
    </section>
  );
}

/** Over the whole display where the browser lets a page, else over the window. */
function show(dialog: HTMLDialogElement | null): void {
  dialog?.showModal();
  document.documentElement.requestFullscreen?.().catch(() => {});
}

const isLoopback = (url: string): boolean =>
  /^(?:127\.|localhost$|\[::1\]$)/.test(new URL(url).hostname);

/** What stands on the wall: the address to type, the code to scan, and the access code. */
function Invitation({ open: { url, code, announced } }: Pick<OpenRoomProps, 'open'>) {
  const { roomScreen } = words;
  return (
    <div class="invitation">
      <div class="invitation-words">
        <p class="quiet">{roomScreen.join}</p>
        <dl>
          <dt>{roomScreen.address}</dt>
          <dd class="invitation-address" dir="ltr">
            {url.replace(/^http:\/\//, '').replace(/\/$/, '')}
          </dd>
          {code !== '' && (
            <>
              <dt>{roomScreen.code}</dt>
              <dd class="invitation-code" dir="ltr">
                {inGroups(code).join(' ')}
              </dd>
            </>
          )}
        </dl>
        {announced !== null && <p class="quiet">{roomScreen.announced(announced)}</p>}
      </div>
      <Qr text={url} label={roomScreen.qr(url)} />
    </div>
  );
}
