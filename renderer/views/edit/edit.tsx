import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { OwnTour } from '../../../main/contract/own-tours.ts';
import { editHref } from '../../state/places/index.ts';
import type { Screen } from '../../state/screens/index.ts';
import { words } from '../../words/index.ts';
import type { TrainerTools } from '../frame/trainer-tools.ts';
import { NeedsAttention } from './attention.tsx';
import { EditBar } from './edit-bar.tsx';
import { EditHead } from './edit-head.tsx';
import { titleId, type Setting } from './setting.ts';
import { Stops } from './stops.tsx';
import { useUndoKeys } from './undo-keys.ts';

type EditScreen = Screen & { readonly kind: 'edit' };

interface EditProps {
  readonly screen: EditScreen;
  /** Null on a page that may change nothing. */
  readonly tools: TrainerTools | null;
  /** Writes which stop is open into the address. */
  readonly rename: (href: string) => void;
}

/** A tour of one's own, written where it stands. */
export function Edit({ screen, tools, rename }: EditProps) {
  if (screen.tour === null || tools === null) {
    return (
      <div class="page narrow">
        <h1 tabIndex={-1}>{words.editScreen.guest}</h1>
        <p>{words.editScreen.guestLead}</p>
        <p>
          <a href="#/tours">{words.list.tours.name}</a>
        </p>
      </div>
    );
  }
  // Keyed, so that another visit opens the stop that it asks for.
  return <OpenTour key={screen.place.tour} screen={screen} tools={tools} rename={rename} />;
}

interface OpenTourProps extends EditProps {
  readonly tools: TrainerTools;
}

function OpenTour({ screen, tools: { tourEditors, makeFinder }, rename }: OpenTourProps) {
  const { place, tour: loaded } = screen;
  const [editor] = useState(() =>
    tourEditors.open(
      loaded?.kept ?? { tour: emptyTour(place.tour), attention: [] },
      loaded?.names ?? [],
    ),
  );
  const tour = editor.tour.value;
  const [open, setOpen] = useState<string | null>(
    () => tour.stops[(place.stop ?? 0) - 1]?.id ?? null,
  );
  const [said, setSaid] = useState(() => (editor.isRestored ? words.editScreen.restored : ''));
  const order = tour.stops.findIndex(({ id }) => id === open);
  useLayoutEffect(() => {
    rename(editHref({ tour: place.tour, stop: order < 0 ? null : order + 1 }));
  }, [rename, place.tour, order]);
  useFocusOf(open);

  function step(which: 'undo' | 'redo'): void {
    const before = editor.tour.peek();
    editor[which]();
    const after = editor.tour.peek();
    if (after === before) return;
    setSaid(which === 'undo' ? words.editScreen.undone : words.editScreen.redone);
    const changed = after.stops.find((stop) => !before.stops.includes(stop));
    if (changed !== undefined) setOpen(changed.id);
  }
  useUndoKeys(step);
  // Whoever leaves has written it; whoever comes back undoes from there.
  useEffect(() => () => editor.seal(), [editor]);

  const setting: Setting = { editor, tour, say: setSaid, openStop: setOpen, makeFinder };
  return (
    <div class="page edit">
      <EditHead setting={setting} />
      <EditBar setting={setting} said={said} onStep={step} />
      <NeedsAttention setting={setting} />
      <Stops setting={setting} open={open} />
    </div>
  );
}

const emptyTour = (address: OwnTour['address']): OwnTour => ({
  address,
  title: '',
  lead: '',
  language: 'en',
  basedOn: null,
  stops: [],
});

/** A stop that a person opens gets the focus; one that the address opened has been arrived at. */
function useFocusOf(open: string | null): void {
  const beforeRef = useRef(open);
  useLayoutEffect(() => {
    if (open === beforeRef.current) return;
    beforeRef.current = open;
    if (open === null) return;
    document.getElementById(titleId(open))?.focus({ preventScroll: true });
    document.querySelector(`[data-stop="${open}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [open]);
}
