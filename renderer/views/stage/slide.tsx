import type { ComponentChildren } from 'preact';
import type { Mark } from '../../../main/contract/answers.ts';
import type { Highlight } from '../../../main/contract/room.ts';
import { inLanguage } from '../../parts/direction.ts';
import { Marked } from '../../parts/marked.tsx';
import { TableView } from '../../parts/table.tsx';
import { Words } from '../../parts/words.tsx';
import type { OfText, Piece, Slide } from '../../state/presentation-slides.ts';
import type { StageShown } from '../../state/screens/load-stage.ts';
import { words } from '../../words/index.ts';
import { pieceRuns } from './piece-runs.ts';
import { RecordSlide } from './record-slide.tsx';

interface SlideProps {
  readonly slide: Slide;
  readonly shown: StageShown;
  readonly highlight: Highlight | null;
  /** Of its heading. */
  readonly level: 2 | 3;
}

/** One slide: what it is about as its heading, its words, and where they stand. */
export function SlideView({ slide, shown, highlight, level }: SlideProps) {
  const own = inLanguage(shown.tour.record.language);
  const Heading = `h${level}` as const;
  switch (slide.kind) {
    case 'title':
      return (
        <>
          <p class="stage-kicker">{words.tour.stop(shown.stop)}</p>
          {slide.title.trim() !== '' && (
            <Heading class="stage-title" {...own}>
              {slide.title}
            </Heading>
          )}
        </>
      );
    case 'question':
      return (
        <>
          <p class="stage-kicker">{words.stage.question}</p>
          <Heading class="stage-question" {...own}>
            {slide.question}
          </Heading>
          {slide.answers.length > 0 && (
            <ol class="stage-answers" {...own}>
              {slide.answers.map((answer) => (
                <li key={answer}>{answer}</li>
              ))}
            </ol>
          )}
        </>
      );
    case 'missing':
      return (
        <>
          <Heading class="stage-name" {...inLanguage('en')}>
            {slide.name}
          </Heading>
          <p class="stage-lead">{words.stage.missing}</p>
        </>
      );
    case 'record':
      return <RecordSlide shown={slide.shown} Heading={Heading} />;
    case 'words':
      return (
        <Quoted {...slide} Heading={Heading}>
          {slide.pieces.map((piece) => (
            <PieceView key={`${piece.address} ${piece.at}`} piece={piece} highlight={highlight} />
          ))}
        </Quoted>
      );
    case 'table':
      return (
        <Quoted {...slide} Heading={Heading}>
          <TableView table={slide.table} />
        </Quoted>
      );
    case 'note':
      return (
        <Quoted {...slide} Heading={Heading} about={slide.mark && words.stage.footnote(slide.mark)}>
          <p class="stage-words">
            <Words text={slide.text} />
          </p>
        </Quoted>
      );
    case 'change':
      return (
        <Quoted
          of={slide.status === 'removed' ? slide.from : slide.to}
          heading={slide.heading}
          place={slide.place}
          Heading={Heading}
          about={words.stage.became(statusOf(slide), slide.from.name)}
        >
          <p class={`stage-words is-${slide.status}`}>
            <Marked diff={slide.diff} />
          </p>
        </Quoted>
      );
    case 'changes': {
      const { from, to, figures } = slide;
      return (
        <>
          <p class="stage-kicker">{words.compareScreen.kicker}</p>
          <Heading class="stage-name" {...inLanguage('en')}>
            <Words text={to.name} />
          </Heading>
          <p class="stage-lead">{words.stage.comparedWith(from.name)}</p>
          <ul class="stage-figures">
            {(['amended', 'moved', 'new', 'removed', 'same'] as const)
              .filter((status) => figures[status] > 0)
              .map((status) => (
                <li key={status} class={`is-${status}`}>
                  <strong>{words.number(figures[status])}</strong>{' '}
                  {words.compareScreen.statuses[status]}
                </li>
              ))}
          </ul>
        </>
      );
    }
  }
}

const statusOf = ({ status, isMoved }: Slide & { readonly kind: 'change' }): string =>
  words.compareScreen.statuses[status === 'amended' && isMoved ? 'movedAndAmended' : status];

interface QuotedProps {
  readonly of: OfText;
  readonly heading: string;
  readonly place: string;
  readonly Heading: 'h2' | 'h3';
  /** What the words are besides the text itself: a footnote, a change. */
  readonly about?: string;
  readonly children: ComponentChildren;
}

/** A document's words under the heading of their section, and after them where they stand. */
function Quoted({ of: { name, language }, heading, place, Heading, about, children }: QuotedProps) {
  const own = inLanguage(language);
  return (
    <>
      {about !== undefined && about !== '' && <p class="stage-kicker">{about}</p>}
      {heading !== '' && (
        <Heading class="stage-heading" {...own}>
          <Words text={heading} />
        </Heading>
      )}
      <div class="stage-text" {...own}>
        {children}
      </div>
      <p class="stage-source" {...own}>
        <Words
          text={[name, `${beginning(heading)} ${place}`.trim()]
            .filter((one) => one !== '')
            .join(', ')}
        />
      </p>
    </>
  );
}

/** A long heading in a reference: its first words say which section it is. */
const beginning = (heading: string): string => {
  const said = heading.split(/\s+/);
  return said.length <= 7 ? heading : `${said.slice(0, 6).join(' ')}…`;
};

interface PieceProps {
  readonly piece: Piece;
  readonly highlight: Highlight | null;
}

function PieceView({ piece, highlight }: PieceProps) {
  const { address, label, depth, at, isEnd } = piece;
  return (
    <div class={`stage-piece is-${Math.min(depth, 2)}-deep`}>
      <span class="stage-label">{label}</span>
      <p class="stage-words">
        {at > 0 && <span aria-hidden="true">… </span>}
        <span data-address={address} data-at={at}>
          {pieceRuns(piece, marksIn(piece, highlight)).map(
            ({ start, text, isMarked, isPointed }) => {
              const said = <Words text={text} />;
              const strong = isMarked ? <strong class="matters">{said}</strong> : said;
              return isPointed ? (
                <mark key={start}>{strong}</mark>
              ) : (
                <span key={start}>{strong}</span>
              );
            },
          )}
        </span>
        {!isEnd && <span aria-hidden="true"> …</span>}
      </p>
    </div>
  );
}

/** What the presenter has marked of a piece. */
function marksIn({ address, at, text }: Piece, highlight: Highlight | null): Mark | null {
  if (highlight?.address !== address) return null;
  const start = Math.max(0, highlight.start - at);
  const end = Math.min(text.length, highlight.end - at);
  return end > start ? [start, end] : null;
}
