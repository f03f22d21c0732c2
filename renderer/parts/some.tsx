import type { ComponentChildren, VNode } from 'preact';
import { words } from '../words/index.ts';

interface SomeProps {
  /** List items, keyed. */
  readonly children: readonly VNode[];
  /** How many stand there at once. */
  readonly atOnce: number;
  readonly class?: string;
  /** Whether the rest stands open. */
  readonly isOpen?: boolean;
}

/** A list of which the first items are shown and the rest is folded. */
export function Some({ children, atOnce, class: name, isOpen = false }: SomeProps) {
  // Folding one or two away would hide more than it saves.
  const shown = children.length <= atOnce + 2 ? children.length : atOnce;
  return (
    <>
      <List name={name}>{children.slice(0, shown)}</List>
      {shown < children.length && (
        <details class="rest" open={isOpen}>
          <summary>{words.moreOf(children.length - shown)}</summary>
          <List name={name}>{children.slice(shown)}</List>
        </details>
      )}
    </>
  );
}

interface ListProps {
  readonly name: string | undefined;
  readonly children: ComponentChildren;
}

const List = ({ name, children }: ListProps) => <ul class={name}>{children}</ul>;
