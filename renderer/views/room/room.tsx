import { useEffect } from 'preact/hooks';
import type { RoomChoice, Screen } from '../../state/screens/index.ts';
import { words } from '../../words/index.ts';
import { useTrainerTools, type TrainerTools } from '../frame/trainer-tools.ts';
import { RoomInbox } from './inbox.tsx';
import { Networks } from './networks.tsx';
import { Obstacles } from './obstacles.tsx';
import { OpenRoom } from './open-room.tsx';
import { OwnDocuments } from './own-documents.tsx';

interface RoomProps {
  readonly screen: Screen & { readonly kind: 'room' };
}

/** The trainer's one switch by which the room comes in, and what it says. */
export function Room({ screen: { choice } }: RoomProps) {
  const { roomScreen } = words;
  const tools = useTrainerTools();
  if (choice === null || tools === null) {
    return (
      <div class="page narrow">
        <h1 tabIndex={-1}>{roomScreen.guest}</h1>
        <p>{roomScreen.guestLead}</p>
        <p>
          <a href="#/tours">{words.list.tours.name}</a>
        </p>
      </div>
    );
  }
  return <TrainersRoom choice={choice} tools={tools} />;
}

interface TrainersRoomProps {
  readonly choice: RoomChoice;
  readonly tools: TrainerTools;
}

function TrainersRoom({ choice, tools: { trainerRoom } }: TrainersRoomProps) {
  const { roomScreen } = words;
  useEffect(() => trainerRoom.watch(), [trainerRoom]);
  const status = trainerRoom.status.value;
  const failure = trainerRoom.failure.value;
  const doing = trainerRoom.doing.value;
  const isOpen = status !== null && status.open !== null;
  return (
    <div class="page room">
      <header class="room-head">
        <h1 tabIndex={-1}>{roomScreen.name}</h1>
        <p class="room-lead">{roomScreen.lead}</p>
      </header>
      {status !== null && status.open !== null && (
        <OpenRoom open={status.open} room={trainerRoom} onClose={() => void trainerRoom.close()} />
      )}
      {status !== null && (
        <div class="room-setting">
          <Obstacles obstacles={status.obstacles} />
          <Networks networks={status.networks} room={trainerRoom} />
          <OwnDocuments documents={choice.own} room={trainerRoom} isOpen={isOpen} />
          {!isOpen && (
            <button
              type="button"
              class="main-button room-switch"
              aria-disabled={trainerRoom.host.value === null || doing !== 'nothing'}
              onClick={() => void trainerRoom.open()}
            >
              {doing === 'opening' ? roomScreen.opening : roomScreen.open}
            </button>
          )}
        </div>
      )}
      <output class="quiet">
        {trainerRoom.hasClosed.value && roomScreen.closed}
        {isOpen && <span class="for-ears">{roomScreen.isOpen}</span>}
      </output>
      {failure !== null && (
        <p class="failure" role="alert">
          {words.ownTours.failed(words.failure(failure).what)} {words.failure(failure).todo}
        </p>
      )}
      <RoomInbox tours={choice.tours} />
    </div>
  );
}
