import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { inLanguage } from '../../parts/direction.ts';
import { Icon } from '../../parts/icon.tsx';
import { Select } from '../../parts/select.tsx';
import { Words } from '../../parts/words.tsx';
import type { AddToTour } from '../../state/add-to-tour.ts';
import { words } from '../../words/index.ts';

const headingId = 'add-heading';

/** Which tour, and which of its stops. */
export function AddDialog({ model }: { readonly model: AddToTour }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const wanted = model.wanted.value;
  const isReady = wanted !== null && model.aim.value !== null;

  useLayoutEffect(() => {
    const element = dialog.current;
    if (element === null) return;
    if (wanted === null) element.close();
    else if (!element.open) element.showModal();
  }, [wanted]);

  return (
    // The dialog itself is hit only beside its content, on the backdrop.
    <dialog
      ref={dialog}
      class="add-dialog"
      aria-labelledby={headingId}
      onClose={() => model.close()}
      onPointerDown={(event) => {
        if (event.target === event.currentTarget) model.close();
      }}
    >
      {wanted !== null && (
        <div class="add-content">
          <div class="card-head">
            <h2 id={headingId}>{words.addToTour.name}</h2>
            <button
              type="button"
              class="plain"
              onClick={() => model.close()}
              aria-label={words.addToTour.close}
            >
              <Icon name="close" />
            </button>
          </div>
          <p class="wanted" {...inLanguage('')}>
            <Words text={wanted.name} />
          </p>
          {isReady && <Aiming model={model} />}
          {model.failure.value !== null && (
            <p class="failure" role="alert">
              {words.ownTours.failed(words.failure(model.failure.value).what)}
            </p>
          )}
        </div>
      )}
    </dialog>
  );
}

function Aiming({ model }: { readonly model: AddToTour }) {
  const [titles, setTitles] = useState({ tour: '', stop: '' });
  const [isAdding, setAdding] = useState(false);
  const [tourId, stopId] = [useId(), useId()];
  const button = useRef<HTMLButtonElement>(null);
  const { tour = null, stop = null } = model.aim.value ?? {};
  const { tours, stops } = model;
  const isAiming = model.isAiming.value;
  // Whoever only wants it where the last thing went presses Enter; a first tour is named.
  useLayoutEffect(() => {
    const form = button.current?.form;
    (form?.querySelector('input') ?? button.current)?.focus();
  }, []);

  async function add(): Promise<void> {
    if (isAdding) return;
    setAdding(true);
    await model.add({ ...titles, language: words.language });
    setAdding(false);
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      {tours.value.length > 0 && (
        <div>
          <label class="choice-name" for={tourId}>
            {words.addToTour.tour}
          </label>
          <Select
            id={tourId}
            value={tour ?? ''}
            onChoose={(value) =>
              void model.aimAtTour(
                tours.value.find(({ address }) => address === value)?.address ?? null,
              )
            }
          >
            {tours.value.map(({ address, name }) => (
              <option key={address} value={address} dir="auto">
                {name || words.ownTours.untitled}
              </option>
            ))}
            <option value="">{words.addToTour.newTour}</option>
          </Select>
        </div>
      )}
      {tour === null && (
        <Title
          name={words.addToTour.newTourTitle}
          value={titles.tour}
          onType={(value) => setTitles({ ...titles, tour: value })}
        />
      )}
      {tour !== null && stops.value.length > 0 && (
        <div>
          <label class="choice-name" for={stopId}>
            {words.addToTour.stop}
          </label>
          <Select
            id={stopId}
            value={stop ?? ''}
            isDisabled={isAiming}
            onChoose={(value) => model.aimAtStop(value === '' ? null : value)}
          >
            {stops.value.map(({ id, title }, order) => (
              <option key={id} value={id} dir="auto">
                {words.addToTour.stopName(order + 1, title || words.editScreen.untitledStop)}
              </option>
            ))}
            <option value="">{words.addToTour.newStop}</option>
          </Select>
        </div>
      )}
      {stop === null && !isAiming && (
        <Title
          name={words.addToTour.newStopTitle}
          value={titles.stop}
          onType={(value) => setTitles({ ...titles, stop: value })}
        />
      )}
      <button ref={button} type="submit" class="main-button" disabled={isAiming}>
        {words.addToTour.add}
      </button>
    </form>
  );
}

interface TitleProps {
  readonly name: string;
  readonly value: string;
  readonly onType: (value: string) => void;
}

function Title({ name, value, onType }: TitleProps) {
  const id = useId();
  return (
    <div>
      <label class="choice-name" for={id}>
        {name}
      </label>
      <input
        id={id}
        type="text"
        dir="auto"
        autoComplete="off"
        maxLength={300}
        value={value}
        onInput={(event) => onType(event.currentTarget.value)}
      />
    </div>
  );
}
