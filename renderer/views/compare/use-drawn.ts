import { useEffect, useState } from 'preact/hooks';

/** Which of the chunks are drawn: the one that is asked for and its neighbours at once, the others turn by turn. */
export function useDrawn(chunks: readonly unknown[], asked: number): (order: number) => boolean {
  const [own, setOwn] = useState<{ chunks: unknown; drawn: ReadonlySet<number> }>({
    chunks,
    drawn: new Set(),
  });
  const drawn = own.chunks === chunks ? own.drawn : new Set<number>();
  const isDrawn = (order: number): boolean => drawn.has(order) || Math.abs(order - asked) <= 1;

  // After each paint the nearest one that is missing; a person who scrolls or types comes in between.
  useEffect(() => {
    const missing = chunks.flatMap((_, order) => (isDrawn(order) ? [] : [order]));
    const [nearest] = missing.toSorted((a, b) => Math.abs(a - asked) - Math.abs(b - asked));
    if (nearest === undefined) return undefined;
    const turn = setTimeout(() =>
      setOwn({ chunks, drawn: new Set([...drawn, nearest, asked - 1, asked, asked + 1]) }),
    );
    return () => clearTimeout(turn);
  });
  // Paper has them all.
  useEffect(() => {
    const drawAll = () => setOwn({ chunks, drawn: new Set(chunks.keys()) });
    window.addEventListener('beforeprint', drawAll);
    return () => window.removeEventListener('beforeprint', drawAll);
  }, [chunks]);
  return isDrawn;
}
