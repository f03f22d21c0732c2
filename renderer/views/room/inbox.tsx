import { useEffect, useState } from 'preact/hooks';
import type { RecordSummary } from '../../../main/contract/answers.ts';
import type { Address } from '../../../main/contract/ids.ts';
import type { RoomQuestion } from '../../../main/contract/room.ts';
import { inLanguage } from '../../parts/direction.ts';
import { Select } from '../../parts/select.tsx';
import type { InboxModel, InboxStop } from '../../state/inbox.ts';
import { words } from '../../words/index.ts';
import { useRoomTools } from '../frame/room-tools.ts';
import { useTrainerTools } from '../frame/trainer-tools.ts';

interface RoomInboxProps {
  /** To choose from while nothing is presented; empty where only what is presented matters. */
  readonly tours: readonly RecordSummary[];
}

/**
 * What the room asks and answers, stop by stop, and the switch that lets it. It stands in the trainer's room and beside the
 * presenter's notes.
 */
export function RoomInbox({ tours }: RoomInboxProps) {
  const { following } = useRoomTools();
  const tools = useTrainerTools();
  const [chosen, setChosen] = useState<Address | null>(following.lastTour.value);
  const presented = following.stage.value?.tour ?? null;
  const known = tours.some(({ address }) => address === chosen) ? chosen : null;
  const tour = presented ?? known ?? tours[0]?.address ?? null;
  const isOpen = following.isInboxOpen.value;
  const { roomInbox } = words;
  if (tools === null) return null;
  return (
    <section class="room-inbox" aria-labelledby="room-inbox">
      <h2 id="room-inbox">{roomInbox.name}</h2>
      <label class="room-inbox-switch">
        <input
          type="checkbox"
          checked={isOpen}
          onChange={(event) => void tools.trainerRoom.openInbox(event.currentTarget.checked)}
        />
        <span>
          {roomInbox.open}
          <span class="quiet"> {roomInbox.lead}</span>
        </span>
      </label>
      {presented === null && tours.length > 1 && tour !== null && (
        <p class="room-inbox-tour">
          <Select
            name={roomInbox.tour}
            value={tour}
            onChoose={(address) => setChosen(address as Address)}
          >
            {tours.map(({ address, name }) => (
              <option key={address} value={address}>
                {name || words.ownTours.untitled}
              </option>
            ))}
          </Select>
        </p>
      )}
      {tour !== null && <Received tour={tour} model={tools.inbox} />}
    </section>
  );
}

interface ReceivedProps {
  readonly tour: Address;
  readonly model: InboxModel;
}

function Received({ tour, model }: ReceivedProps) {
  useEffect(() => model.watch(tour), [model, tour]);
  const now = model.inbox.value;
  if (now === null || now.tour !== tour) return null;
  if (now.stops.length === 0) return <p class="quiet">{words.roomInbox.none}</p>;
  return (
    <ol class="room-inbox-stops">
      {now.stops.map((stop) => (
        <li key={stop.id}>
          <StopView stop={stop} language={now.language} />
        </li>
      ))}
    </ol>
  );
}

interface StopViewProps {
  readonly stop: InboxStop;
  readonly language: string;
}

function StopView({ stop: { order, title, questions, answers, total }, language }: StopViewProps) {
  const { roomInbox } = words;
  return (
    <>
      <h3>
        {order === null ? (
          roomInbox.otherStop
        ) : (
          <>
            <span class="quiet">{words.tour.stop(order)}</span>{' '}
            <span {...inLanguage(language)}>{title}</span>
          </>
        )}
      </h3>
      {answers.length > 0 && total > 0 && (
        <>
          <p class="quiet">{roomInbox.answers(total)}</p>
          <ul class="bars" {...inLanguage(language)}>
            {answers.map(({ text, count }) => (
              <li key={text}>
                <span>{text}</span> <strong>{words.number(count)}</strong>
                <span
                  class="bar"
                  aria-hidden="true"
                  ref={(bar) => bar?.style.setProperty('--share', String(count / total))}
                />
              </li>
            ))}
          </ul>
        </>
      )}
      {questions.length > 0 && (
        <ul class="room-questions">
          {questions.map((question) => (
            <QuestionView key={question.id} question={question} />
          ))}
        </ul>
      )}
    </>
  );
}

function QuestionView({ question: { id, text, isHidden } }: { readonly question: RoomQuestion }) {
  const inbox = useTrainerTools()?.inbox;
  const { roomInbox } = words;
  const action = isHidden ? roomInbox.show : roomInbox.hide;
  return (
    <li class={isHidden ? 'is-hidden' : undefined}>
      <p dir="auto">{isHidden ? <span class="quiet">{roomInbox.hidden}</span> : text}</p>
      <button
        type="button"
        class="as-link"
        aria-label={isHidden ? undefined : words.ownTours.of(action, text)}
        onClick={() => void inbox?.hide(id, !isHidden)}
      >
        {action}
      </button>
    </li>
  );
}
