import { useId } from 'preact/hooks';
import { inLanguage } from '../../parts/direction.ts';

interface WrittenProps {
  readonly name: string;
  readonly value: string;
  readonly language: string;
  readonly maxLength: number;
  readonly onWrite: (value: string) => void;
  /** What is typed next is a step of its own. */
  readonly onLeave: () => void;
  readonly id?: string;
  readonly class?: string;
  /** Whether its name is seen, or only heard and shown while it is empty. */
  readonly isNamed?: boolean;
  readonly isOneLine?: boolean;
  readonly hint?: string;
}

/** Words that are written where they stand: a field as large as what is in it. */
export function Written({
  name,
  value,
  language,
  maxLength,
  onWrite,
  onLeave,
  id,
  class: style = '',
  isNamed = false,
  isOneLine = false,
  hint,
}: WrittenProps) {
  const ownId = useId();
  const fieldId = id ?? ownId;
  return (
    <div class="writing">
      {isNamed && (
        <label class="choice-name" for={fieldId}>
          {name}
        </label>
      )}
      <textarea
        id={fieldId}
        class={`written ${style}`}
        rows={1}
        aria-label={isNamed ? undefined : name}
        aria-describedby={hint === undefined ? undefined : `${fieldId}-hint`}
        placeholder={isNamed ? undefined : name}
        maxLength={maxLength}
        value={value}
        {...inLanguage(language)}
        onInput={({ currentTarget }) => {
          const text = currentTarget.value;
          const written = isOneLine ? text.replaceAll(/\s*\n\s*/gu, ' ') : text;
          if (written !== text) currentTarget.value = written;
          onWrite(written);
        }}
        onKeyDown={(event) => {
          if (isOneLine && event.key === 'Enter' && !event.isComposing) event.preventDefault();
        }}
        onBlur={onLeave}
      />
      {hint !== undefined && (
        <p class="hint" id={`${fieldId}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}
