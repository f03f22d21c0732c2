import type { SearchBox as Model } from '../state/search-box.ts';
import { words } from '../words/index.ts';
import { Icon } from './icon.tsx';

/** The id of the search field, of which a page has one. */
export const searchFieldId = 'search';
const listId = 'suggestions';

interface SearchBoxProps {
  readonly model: Model;
  readonly placeholder: string;
  /** Goes on to what stands below the field, where nothing is suggested; false where nothing does. */
  readonly onDown?: () => boolean;
}

/** The search field with its suggestions: an ARIA combobox with a list that it controls. */
export function SearchBox({ model, placeholder, onDown }: SearchBoxProps) {
  const { text, items, isOpen, active } = model;

  function onKeyDown(event: KeyboardEvent): void {
    // Keys that an input method needs to compose a character are not ours.
    if (event.isComposing) return;
    const isHandled = handleKey(event.key);
    if (isHandled) event.preventDefault();
  }

  function handleKey(key: string): boolean {
    switch (key) {
      case 'ArrowDown':
        if (items.value.length === 0) return onDown?.() ?? false;
        model.move(1);
        return true;
      case 'ArrowUp':
        model.move(-1);
        return true;
      case 'Escape':
        if (!isOpen.value) return false;
        model.close();
        return true;
      default:
        return false;
    }
  }

  const isListed = isOpen.value && items.value.length > 0;
  return (
    <search>
      <form
        class="search-box"
        onSubmit={(event) => {
          event.preventDefault();
          model.submit();
        }}
      >
        <label class="for-ears" for={searchFieldId}>
          {words.searchBox.label}
        </label>
        <input
          id={searchFieldId}
          type="text"
          role="combobox"
          inputMode="search"
          enterKeyHint="search"
          autoComplete="off"
          autoCapitalize="off"
          spellcheck={false}
          maxLength={1000}
          placeholder={placeholder}
          aria-autocomplete="list"
          aria-expanded={isListed}
          aria-controls={listId}
          aria-activedescendant={active.value < 0 ? undefined : optionId(active.value)}
          value={text.value}
          onInput={(event) => model.type(event.currentTarget.value)}
          onKeyDown={onKeyDown}
          onBlur={() => model.close()}
        />
        <button type="submit" class="plain" aria-label={words.searchBox.submit}>
          <Icon name="search" />
        </button>
        <Suggestions model={model} isListed={isListed} />
      </form>
    </search>
  );
}

const showOption = (option: HTMLElement | null): void =>
  option?.scrollIntoView({ block: 'nearest' });

const optionId = (index: number): string => `suggestion-${index}`;

function Suggestions({ model, isListed }: { readonly model: Model; readonly isListed: boolean }) {
  const { items, active, isOpen, failure } = model;
  return (
    <div class="suggestions" hidden={!isOpen.value}>
      {failure.value !== null && <p>{words.searchBox.noSuggestions}</p>}
      {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a select cannot be the list of a combobox */}
      <div id={listId} role="listbox" aria-label={words.searchBox.suggestions} hidden={!isListed}>
        {items.value.map((item, index) => (
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the field has the focus and handles the keys
          <div
            key={optionId(index)}
            id={optionId(index)}
            tabIndex={-1}
            role="option" // oxlint-disable-line jsx-a11y/prefer-tag-over-role -- as above
            aria-selected={index === active.value}
            ref={index === active.value ? showOption : null}
            // Keeps the focus in the field while a pointer chooses.
            onPointerDown={(event) => event.preventDefault()}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => model.choose(index)}
          >
            <span class="text" dir="auto">
              {item.text}
            </span>
            <span class="kind">{words.kind(item.kind)}</span>
          </div>
        ))}
      </div>
    </div>
  );
}
