import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { Definition, Definitions } from '../state/definitions.ts';
import { hrefOf } from '../state/places.ts';
import { words } from '../words/index.ts';
import { placeBeside } from './place-beside.ts';
import { definitionId } from './term-link.tsx';
import { Words } from './words.tsx';

/**
 * The definition of a term beside the term. It takes no focus: a person goes on reading, and it goes away again with
 * the pointer or the focus, on Escape, and on a tap elsewhere.
 */
export function DefinitionCard({ definitions }: { readonly definitions: Definitions }) {
  const card = useRef<HTMLElement>(null);
  const open = definitions.open.value;

  useLayoutEffect(() => {
    const link = open === null ? null : document.getElementById(open.id);
    if (link !== null && card.current !== null) placeBeside(card.current, link);
  }, [open]);

  useEffect(() => {
    if (open === null) return;
    const onKeyDown = ({ key }: KeyboardEvent): void => {
      if (key === 'Escape') definitions.close();
    };
    const onPointerDown = ({ target }: PointerEvent): void => {
      const isOwn =
        target instanceof Element &&
        (card.current?.contains(target) === true || target.closest('a')?.id === open.id);
      if (!isOwn) definitions.close();
    };
    document.addEventListener('keydown', onKeyDown);
    document.addEventListener('pointerdown', onPointerDown);
    return () => {
      document.removeEventListener('keydown', onKeyDown);
      document.removeEventListener('pointerdown', onPointerDown);
    };
  }, [open, definitions]);

  if (open === null) return null;
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the pointer only keeps it open
    <aside
      ref={card}
      class="definition"
      aria-label={words.definition.name}
      onPointerEnter={() => definitions.stay()}
      onPointerLeave={(event) => {
        if (event.pointerType === 'mouse') definitions.leave();
      }}
      // The term keeps the focus while the card is used.
      onMouseDown={(event) => event.preventDefault()}
    >
      <Content definition={open} />
    </aside>
  );
}

function Content({ definition: { term } }: { readonly definition: Definition }) {
  const { name, title, lead, address } = term;
  return (
    <>
      <p class="name">
        <b>
          <Words text={name} />
        </b>
        {title !== name && (
          <>
            {' '}
            <Words text={title} />
          </>
        )}
      </p>
      <p id={definitionId}>
        <Words text={lead} />
      </p>
      <p class="quiet">
        <a href={hrefOf(address)}>{words.definition.more}</a>
      </p>
    </>
  );
}
