import { longestRoomQuestion } from '../../../main/contract/room.ts';
import { words } from '../../words/index.ts';
import { useRoomTools } from '../frame/room-tools.ts';

/** From here on it is said aloud how many letters are left. */
const fewLeft = 40;

/** A short question to the presenter. What was typed stays until it is sent, whatever happens. */
export function Question({ isOpen }: { readonly isOpen: boolean }) {
  const { following, messages } = useRoomTools();
  const text = messages.draft.value;
  const outcome = messages.question.value;
  const { followScreen } = words;
  if (!isOpen && text === '') return null;
  const stop = (messages.about.value ?? following.stage.value)?.stop;
  const left = longestRoomQuestion - text.length;
  return (
    <form
      class="question-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (isOpen) void messages.ask();
      }}
    >
      <h2>
        <label for="room-question">{followScreen.ask}</label>
      </h2>
      <p class="quiet" id="room-question-hint">
        {stop !== undefined && <>{followScreen.about(stop)} </>}
        {followScreen.askHint}
      </p>
      <textarea
        id="room-question"
        rows={3}
        dir="auto"
        maxLength={longestRoomQuestion}
        aria-describedby="room-question-hint"
        value={text}
        onInput={(event) => messages.type(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
          event.preventDefault();
          event.currentTarget.form?.requestSubmit();
        }}
      />
      <div class="question-foot">
        <span class={left <= fewLeft ? 'letters is-few' : 'letters'}>
          {followScreen.left(left)}
        </span>
        <button
          type="submit"
          class="main-button"
          aria-disabled={!isOpen || text.trim() === '' || outcome.kind === 'sending'}
        >
          {followScreen.send}
        </button>
      </div>
      <output class="quiet">
        {outcome.kind === 'sending' && followScreen.sending}
        {outcome.kind === 'sent' && followScreen.sent}
        {outcome.kind === 'nothing' && isOpen && left <= fewLeft && (
          <span class="for-ears">{followScreen.left(left)}</span>
        )}
        {!isOpen && followScreen.closed}
      </output>
      {outcome.kind === 'failed' && isOpen && (
        <p class="failure" role="alert">
          {words.failure(outcome.code).what} {words.failure(outcome.code).todo}
        </p>
      )}
    </form>
  );
}
