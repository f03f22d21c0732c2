import { useId, useState } from 'preact/hooks';
import { inLanguage } from '../../parts/direction.ts';
import { Words } from '../../parts/words.tsx';
import type { Choice, Finder } from '../../state/tour-editor-found.ts';
import { words } from '../../words/index.ts';

interface FindProps {
  readonly makeFinder: () => Finder;
  readonly onChoose: (choice: Choice) => void;
}

/** Looks for something to show without leaving the tour: an ARIA combobox with its list under it. */
export function Find({ makeFinder, onChoose }: FindProps) {
  const [finder] = useState(makeFinder);
  const [active, setActive] = useState(-1);
  const listId = useId();
  const choices = finder.choices.value;
  const text = finder.text.value;
  const isListed = choices.length > 0;
  const optionId = (index: number): string => `${listId}-${index}`;

  function choose(choice: Choice | undefined): void {
    if (choice === undefined) return;
    finder.type('');
    setActive(-1);
    onChoose(choice);
  }

  /** Whether the key was for the list. */
  function handleKey(key: string): boolean {
    switch (key) {
      case 'ArrowDown':
      case 'ArrowUp': {
        // One place more than there are choices: beyond the last stands the text itself (-1).
        const places = choices.length + 1;
        const step = key === 'ArrowDown' ? 1 : -1;
        setActive(((active + 1 + step + places) % places) - 1);
        return true;
      }
      case 'Enter':
        choose(choices[Math.max(active, 0)]);
        return true;
      case 'Escape':
        if (text === '') return false;
        finder.type('');
        setActive(-1);
        return true;
      default:
        return false;
    }
  }
  return (
    <div class="find">
      <input
        id="find-exhibit"
        type="text"
        role="combobox"
        autoComplete="off"
        autoCapitalize="off"
        spellcheck={false}
        maxLength={1000}
        aria-label={words.editScreen.find}
        placeholder={words.editScreen.find}
        aria-autocomplete="list"
        aria-expanded={isListed}
        aria-controls={listId}
        aria-activedescendant={active < 0 ? undefined : optionId(active)}
        value={text}
        onInput={(event) => {
          setActive(-1);
          finder.type(event.currentTarget.value);
        }}
        onKeyDown={(event) => {
          if (event.isComposing || event.altKey) return;
          if (handleKey(event.key)) event.preventDefault();
        }}
      />
      {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a select cannot be the list of a combobox */}
      <div id={listId} role="listbox" aria-label={words.editScreen.found} hidden={!isListed}>
        {choices.map((choice, index) => (
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the field has the focus and handles the keys
          <div
            key={optionId(index)}
            id={optionId(index)}
            tabIndex={-1}
            role="option" // oxlint-disable-line jsx-a11y/prefer-tag-over-role -- as above
            aria-selected={index === active}
            ref={index === active ? showOption : null}
            // Keeps the focus in the field while a pointer chooses.
            onPointerDown={(event) => event.preventDefault()}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => choose(choice)}
          >
            <span class="text" {...inLanguage('')}>
              <Words text={choice.name} />
              {choice.detail !== '' && (
                <span class="detail">
                  <Words text={choice.detail} />
                </span>
              )}
            </span>
            <span class="kind">
              {choice.kind === 'comparison' ? words.editScreen.comparison : words.kind(choice.kind)}
            </span>
          </div>
        ))}
      </div>
      <output class="quiet">
        {text.trim() !== '' && finder.isDone.value && !isListed && words.editScreen.nothingFound}
      </output>
    </div>
  );
}

const showOption = (option: HTMLElement | null): void =>
  option?.scrollIntoView({ block: 'nearest' });
