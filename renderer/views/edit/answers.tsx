import { useLayoutEffect, useRef } from 'preact/hooks';
import { tourLimits } from '../../../main/contract/own-tours.ts';
import { inLanguage } from '../../parts/direction.ts';
import { Icon } from '../../parts/icon.tsx';
import { words } from '../../words/index.ts';

interface AnswersProps {
  readonly answers: readonly string[];
  readonly language: string;
  /** @param field what was typed in; without one the change is a step of its own */
  readonly onChange: (answers: readonly string[], field?: string) => void;
  readonly onLeave: () => void;
}

/** What the room chooses between with one tap. */
export function Answers({ answers, language, onChange, onLeave }: AnswersProps) {
  const list = useRef<HTMLUListElement>(null);
  const countRef = useRef(answers.length);
  useLayoutEffect(() => {
    // An answer that was just added is written at once.
    if (
      answers.length > countRef.current &&
      list.current?.contains(document.activeElement) === false
    )
      list.current.querySelector<HTMLElement>(':scope > li:last-child input')?.focus();
    countRef.current = answers.length;
  }, [answers.length]);
  return (
    <fieldset class="edit-answers">
      <legend class="choice-name">{words.editScreen.answers}</legend>
      {answers.length === 0 && <p class="hint">{words.editScreen.answersHint}</p>}
      <ul ref={list}>
        {[...answers.entries()].map(([order, answer]) => (
          // What an answer is, is its place.
          <li key={order}>
            <input
              type="text"
              aria-label={words.editScreen.answer(order + 1)}
              placeholder={words.editScreen.answer(order + 1)}
              maxLength={tourLimits.answer}
              value={answer}
              autoComplete="off"
              {...inLanguage(language)}
              onInput={({ currentTarget }) =>
                onChange(answers.toSpliced(order, 1, currentTarget.value), `answer ${order}`)
              }
              onBlur={onLeave}
            />
            <button
              type="button"
              class="plain"
              aria-label={words.ownTours.of(
                words.editScreen.takeOut,
                answer || words.editScreen.answer(order + 1),
              )}
              onClick={() => {
                onChange(answers.toSpliced(order, 1));
                requestAnimationFrame(() => document.getElementById('add-answer')?.focus());
              }}
            >
              <Icon name="close" />
            </button>
          </li>
        ))}
      </ul>
      {answers.length < tourLimits.answers && (
        <button
          type="button"
          id="add-answer"
          class="as-link"
          onClick={() => onChange([...answers, ''])}
        >
          {words.editScreen.addAnswer}
        </button>
      )}
    </fieldset>
  );
}
