import { useEffect, useState } from 'preact/hooks';
import type { Adding } from '../../state/adding.ts';
import { Icon } from '../../parts/icon.tsx';
import { addHref } from '../../state/places/index.ts';
import { words } from '../../words/index.ts';

interface DropLayerProps {
  readonly adding: Adding;
  /** Whether the program around the page takes what is dropped, since it alone knows the paths. */
  readonly hasShell: boolean;
  readonly go: (href: string) => void;
}

const holdsFiles = (event: DragEvent): boolean =>
  event.dataTransfer?.types.includes('Files') === true;

/** Files may be dropped anywhere: over the whole window it is said so, and then shown what becomes of them. */
export function DropLayer({ adding, hasShell, go }: DropLayerProps) {
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    // Parts of the page are entered before the last one is left.
    let depth = 0;
    const over = (count: number): void => {
      depth = count;
      setOver(depth > 0);
    };
    const onEnter = (event: DragEvent): void => {
      if (holdsFiles(event)) over(depth + 1);
    };
    const onLeave = (event: DragEvent): void => {
      if (holdsFiles(event)) over(Math.max(depth - 1, 0));
    };
    const onOver = (event: DragEvent): void => {
      if (!holdsFiles(event)) return;
      // Else the browser would open the file in place of the page.
      event.preventDefault();
      if (event.dataTransfer !== null) event.dataTransfer.dropEffect = 'copy';
    };
    const onDrop = (event: DragEvent): void => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      over(0);
      if (!hasShell) void adding.offer([...(event.dataTransfer?.files ?? [])]);
      go(addHref);
    };
    const listeners = { dragenter: onEnter, dragleave: onLeave, dragover: onOver, drop: onDrop };
    for (const [name, listener] of Object.entries(listeners))
      window.addEventListener(name, listener as EventListener);
    return () => {
      for (const [name, listener] of Object.entries(listeners))
        window.removeEventListener(name, listener as EventListener);
    };
  }, [adding, hasShell, go]);
  return (
    <div class="drop-layer" hidden={!isOver} aria-hidden="true">
      <p>
        <Icon name="add" />
        <strong>{words.addScreen.dropNow}</strong>
        <span>{words.addScreen.dropKinds}</span>
      </p>
    </div>
  );
}
