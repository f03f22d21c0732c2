import type { Definition, Definitions } from '../state/definitions.ts';
import { hrefOf } from '../state/places/index.ts';
import { words } from '../words/index.ts';
import { inLanguage } from './direction.ts';
import { Peek } from './peek.tsx';
import { definitionId } from './term-link.tsx';
import { Words } from './words.tsx';

/** The definition of a term beside the term. */
export function DefinitionCard({ definitions }: { readonly definitions: Definitions }) {
  const open = definitions.open.value;
  if (open === null) return null;
  return (
    <Peek
      key={open.id}
      at={open.id}
      name={words.definition.name}
      class="definition"
      peeks={definitions}
    >
      <Content definition={open} />
    </Peek>
  );
}

function Content({ definition: { term } }: { readonly definition: Definition }) {
  const { name, title, lead, address } = term;
  return (
    <>
      <div {...inLanguage('en')}>
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
      </div>
      <p class="quiet">
        <a href={hrefOf(address)}>{words.definition.more}</a>
      </p>
    </>
  );
}
