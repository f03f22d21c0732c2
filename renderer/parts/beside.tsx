import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';

// The same width at which the style sheets set a second column.
const wide = window.matchMedia('(min-width: 62rem)');

interface BesideProps {
  /** What opens the fold on a narrow screen. */
  readonly name: string;
  readonly children: ComponentChildren;
}

/** Content of a side column: all of it where there is room for the column, else folded above the text. */
export function Beside({ name, children }: BesideProps) {
  const [isBeside, setBeside] = useState(wide.matches);
  useEffect(() => {
    const follow = () => setBeside(wide.matches);
    wide.addEventListener('change', follow);
    return () => wide.removeEventListener('change', follow);
  }, []);
  if (isBeside) return children;
  return (
    <details>
      <summary>{name}</summary>
      {children}
    </details>
  );
}
