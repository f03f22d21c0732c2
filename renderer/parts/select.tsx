import type { ComponentChildren } from 'preact';
import { Icon } from './icon.tsx';

interface SelectProps {
  readonly id?: string;
  /** For ears, where nothing on the page names it. */
  readonly name?: string;
  readonly value: string;
  readonly class?: string | undefined;
  readonly isDisabled?: boolean;
  readonly onChoose: (value: string) => void;
  /** The options. */
  readonly children: ComponentChildren;
}

/** One of several values: the browser's own list behind a field that looks like the others. */
export function Select({
  id,
  name,
  value,
  class: style,
  isDisabled = false,
  onChoose,
  children,
}: SelectProps) {
  return (
    <span class="choice">
      <select
        id={id}
        class={style}
        aria-label={name}
        value={value}
        disabled={isDisabled}
        onChange={(event) => onChoose(event.currentTarget.value)}
      >
        {children}
      </select>
      <Icon name="down" />
    </span>
  );
}
