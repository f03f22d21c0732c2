import { inLanguage } from '../../parts/direction.ts';
import { Icon } from '../../parts/icon.tsx';
import { words } from '../../words/index.ts';
import { useRoomTools } from '../frame/room-tools.ts';

interface PollProps {
  readonly answers: readonly string[];
  readonly language: string;
}

/** The answers to the stop's question, one tap each. */
export function Poll({ answers, language }: PollProps) {
  const { answer, given, choose } = useRoomTools().messages;
  const outcome = answer.value;
  const chosen = given.value;
  const isShut = chosen !== null || outcome.kind === 'sending';
  return (
    <section class="poll" aria-labelledby="poll">
      <h2 id="poll">{words.followScreen.answer}</h2>
      <ul {...inLanguage(language)}>
        {answers.map((text, order) => (
          <li key={text}>
            {/* Not disabled, which would take the focus away from whoever has just pressed it. */}
            <button
              type="button"
              aria-pressed={chosen === order}
              aria-disabled={isShut}
              onClick={() => {
                if (!isShut) void choose(order);
              }}
            >
              <span>{text}</span>
              {chosen === order && <Icon name="check" />}
            </button>
          </li>
        ))}
      </ul>
      <output class="quiet">
        {outcome.kind === 'sending' && words.followScreen.sending}
        {chosen !== null && words.followScreen.answered}
      </output>
      {outcome.kind === 'failed' && chosen === null && (
        <p class="failure" role="alert">
          {words.failure(outcome.code).what} {words.failure(outcome.code).todo}
        </p>
      )}
    </section>
  );
}
