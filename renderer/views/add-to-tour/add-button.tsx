import { Icon } from '../../parts/icon.tsx';
import type { Wanted } from '../../state/add-to-tour.ts';
import { words } from '../../words/index.ts';
import { useTrainerTools } from '../frame/trainer-tools.ts';
import { useKey } from '../reader/use-key.ts';

interface AddButtonProps {
  readonly wanted: Wanted;
  /** Only its sign is seen, where there are many of them. */
  readonly isSmall?: boolean;
  /** The page's own one, which the key `t` presses too. */
  readonly hasKey?: boolean;
}

/** Adds something to a tour; only a trainer sees it. */
export function AddButton({ wanted, isSmall = false, hasKey = false }: AddButtonProps) {
  const tools = useTrainerTools();
  if (tools === null) return null;
  const name = words.addToTour.name;
  return (
    <button
      type="button"
      class={isSmall ? 'plain add-to-tour' : 'add-to-tour'}
      aria-label={isSmall ? words.ownTours.of(name, wanted.name) : undefined}
      aria-haspopup="dialog"
      aria-keyshortcuts={hasKey ? 't' : undefined}
      onClick={() => void tools.addToTour.open(wanted)}
    >
      <Icon name="plus" />
      {!isSmall && name}
      {hasKey && <AddKey />}
    </button>
  );
}

/** Presses the button that is there then: a key may come while one screen goes and the next one comes. */
const press = (): void =>
  document.querySelector<HTMLElement>('.add-to-tour[aria-keyshortcuts]')?.click();

function AddKey() {
  useKey('t', press);
  return null;
}
