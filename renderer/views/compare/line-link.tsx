import type { ComponentChildren } from 'preact';
import type { EditionId } from '../../../main/contract/ids.ts';
import { compareHref } from '../../state/places/index.ts';

interface LineLinkProps {
  readonly from: EditionId;
  readonly to: EditionId;
  /** The line that it leads to. */
  readonly at: string;
  /** Goes there on this screen; false where what is shown leaves it out. */
  readonly onGo: (at: string) => boolean;
  readonly label?: string;
  readonly children: ComponentChildren;
}

/** A link to another line of the comparison; what a person chose of it stays. */
export function LineLink({ from, to, at, onGo, label, children }: LineLinkProps) {
  return (
    <a
      href={compareHref({ from, to, at })}
      aria-label={label}
      onClick={(event) => {
        // A click that asks for a new tab stays the browser's.
        if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
        if (onGo(at)) event.preventDefault();
      }}
    >
      {children}
    </a>
  );
}
