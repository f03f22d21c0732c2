import type { ComponentChildren } from 'preact';
import type { Address } from '../../main/contract/ids.ts';
import type { Prose, ProseBlock, Run } from '../../main/contract/prose.ts';
import type { Definitions } from '../state/definitions.ts';
import { hrefOf } from '../state/places/index.ts';
import type { TermFinder, TermMark } from '../state/term-finder.ts';
import { inLanguage } from './direction.ts';
import type { NameOf } from './names.ts';
import { piecesOf } from './pieces.ts';
import { TermLink } from './term-link.tsx';
import { Words } from './words.tsx';

interface ProseTextProps {
  readonly prose: Prose;
  /** Names the place of a quotation. */
  readonly nameOf: NameOf;
  /** Of the headings in the text: one below the heading that it stands under. */
  readonly level?: 2 | 3 | 4;
  /** Where the terms of the glossary are to be marked. */
  readonly definitions?: Definitions | undefined;
  /** English unless told. */
  readonly language?: string;
}

/** A text that was written for the library; the one way by which such texts reach the page. */
export function ProseText({
  prose,
  nameOf,
  level = 3,
  definitions,
  language = 'en',
}: ProseTextProps) {
  return (
    <div class="prose" {...inLanguage(language)}>
      {numbered(prose).map(([order, block]) => (
        <Block
          key={order}
          block={block}
          nameOf={nameOf}
          level={level}
          terms={definitions && { definitions, name: `${order}` }}
        />
      ))}
    </div>
  );
}

/** How terms are marked in a block; `name` is one that no other block of the page has. */
interface Terms {
  readonly definitions: Definitions;
  readonly name: string;
}

interface BlockProps {
  readonly block: ProseBlock;
  readonly nameOf: NameOf;
  readonly level: 2 | 3 | 4;
  readonly terms: Terms | undefined;
}

function Block({ block, nameOf, level, terms }: BlockProps) {
  switch (block.kind) {
    case 'paragraph':
      return (
        <p>
          <Runs runs={block.runs} terms={terms} />
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
              <Runs runs={runs} terms={terms && { ...terms, name: `${terms.name}-${order}` }} />
            </li>
          ))}
        </List>
      );
    }
    case 'quotation':
      return <Quotation runs={block.runs} from={block.from} nameOf={nameOf} terms={terms} />;
  }
}

interface QuotationProps {
  readonly runs: readonly Run[];
  readonly from: Address;
  readonly nameOf: NameOf;
  readonly terms: Terms | undefined;
}

/** Words of a document, set off, with the place where they stand. */
function Quotation({ runs, from, nameOf, terms }: QuotationProps) {
  return (
    <figure class="quotation">
      <blockquote>
        <p>
          <Runs runs={runs} terms={terms} />
        </p>
      </blockquote>
      <figcaption>
        <a href={hrefOf(from)}>{nameOf(from).name}</a>
      </figcaption>
    </figure>
  );
}

interface RunsProps {
  readonly runs: readonly Run[];
  readonly terms?: Terms | undefined;
}

/** Words, some of them links. */
function Runs({ runs, terms }: RunsProps) {
  const marks = marksIn(runs, terms?.definitions.find.value ?? null);
  return numbered(runs).map(([order, run]) => (
    <RunView key={order} run={run}>
      {piecesOf(run.text, [], [], [], marks[order]).map(({ at, ...piece }) =>
        piece.kind === 'term' && terms !== undefined ? (
          <TermLink
            key={at}
            term={piece.term}
            text={piece.text}
            id={`term-${terms.name}-${order}-${at}`}
            definitions={terms.definitions}
          />
        ) : (
          'text' in piece && <Words key={at} text={piece.text} />
        ),
      )}
    </RunView>
  ));
}

/** The terms to mark in each run: where one first stands in the block, unless a link of the block leads to it. */
function marksIn(runs: readonly Run[], find: TermFinder | null): readonly (readonly TermMark[])[] {
  if (find === null) return [];
  const seen = new Set<string | undefined>(runs.map(({ to }) => to));
  return runs.map(({ text, to }) =>
    to === undefined
      ? find(text).filter(({ term }) => !seen.has(term.address) && seen.add(term.address))
      : [],
  );
}

interface RunProps {
  readonly run: Run;
  readonly children: ComponentChildren;
}

function RunView({ run: { to, style }, children }: RunProps) {
  const said = to === undefined ? children : <a href={hrefOf(to)}>{children}</a>;
  switch (style) {
    case 'emphasis':
      return <em>{said}</em>;
    case 'strong':
      return <strong>{said}</strong>;
    case undefined:
      return <>{said}</>;
  }
}

/** A text that is read, not edited: the place of a block is all that tells it apart. */
const numbered = <T,>(items: readonly T[]): readonly (readonly [number, T])[] => [
  ...items.entries(),
];
