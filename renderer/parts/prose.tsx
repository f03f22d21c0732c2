import type { Address } from '../../main/contract/ids.ts';
import type { Prose, ProseBlock, Run } from '../../main/contract/prose.ts';
import { hrefOf } from '../state/places.ts';
import type { NameOf } from './names.ts';
import { Words } from './words.tsx';

interface ProseTextProps {
  readonly prose: Prose;
  /** Names the place of a quotation. */
  readonly nameOf: NameOf;
  /** Of the headings in the text: one below the heading that it stands under. */
  readonly level?: 2 | 3 | 4;
}

/** A text that was written for the library; the one way by which such texts reach the page. */
export function ProseText({ prose, nameOf, level = 3 }: ProseTextProps) {
  return (
    <div class="prose">
      {numbered(prose).map(([order, block]) => (
        <Block key={order} block={block} nameOf={nameOf} level={level} />
      ))}
    </div>
  );
}

interface BlockProps {
  readonly block: ProseBlock;
  readonly nameOf: NameOf;
  readonly level: 2 | 3 | 4;
}

function Block({ block, nameOf, level }: BlockProps) {
  switch (block.kind) {
    case 'paragraph':
      return (
        <p>
          <Runs runs={block.runs} />
        </p>
      );
    case 'heading': {
      const Heading = `h${level}` as const;
      return (
        <Heading>
          <Runs runs={block.runs} />
        </Heading>
      );
    }
    case 'list': {
      const List = block.isOrdered ? 'ol' : 'ul';
      return (
        <List>
          {numbered(block.items).map(([order, runs]) => (
            <li key={order}>
              <Runs runs={runs} />
            </li>
          ))}
        </List>
      );
    }
    case 'quotation':
      return <Quotation runs={block.runs} from={block.from} nameOf={nameOf} />;
  }
}

interface QuotationProps {
  readonly runs: readonly Run[];
  readonly from: Address;
  readonly nameOf: NameOf;
}

/** Words of a document, set off, with the place where they stand. */
function Quotation({ runs, from, nameOf }: QuotationProps) {
  return (
    <figure class="quotation">
      <blockquote>
        <p>
          <Runs runs={runs} />
        </p>
      </blockquote>
      <figcaption>
        <a href={hrefOf(from)}>{nameOf(from).name}</a>
      </figcaption>
    </figure>
  );
}

/** Words, some of them links. */
export function Runs({ runs }: { readonly runs: readonly Run[] }) {
  return numbered(runs).map(([order, run]) => <RunView key={order} run={run} />);
}

function RunView({ run: { text, to, style } }: { readonly run: Run }) {
  const said =
    to === undefined ? (
      <Words text={text} />
    ) : (
      <a href={hrefOf(to)}>
        <Words text={text} />
      </a>
    );
  switch (style) {
    case 'emphasis':
      return <em>{said}</em>;
    case 'strong':
      return <strong>{said}</strong>;
    case undefined:
      return said;
  }
}

/** A text that is read, not edited: the place of a block is all that tells it apart. */
const numbered = <T,>(items: readonly T[]): readonly (readonly [number, T])[] => [
  ...items.entries(),
];
