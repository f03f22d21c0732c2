import { useMemo } from 'preact/hooks';
import { threadsOf, type Line, type Thread } from '../../state/compare-lines.ts';
import { LineView, type Setting } from './line.tsx';
import { useDrawn } from './use-drawn.ts';

interface LinesProps extends Setting {
  readonly lines: readonly Line[];
  /** The line to be drawn before all others. */
  readonly at: string | null;
}

/** So many lines are drawn in one go: more than a window holds, few enough not to be waited for. */
const linesInChunk = 40;

/** Both texts, line by line. What is asked for is drawn at once, the rest of a long comparison after it is painted. */
export function Lines({ lines, at, from, to, onGo }: LinesProps) {
  const threads = useMemo(() => threadsOf(lines), [lines]);
  const setting = useMemo(() => ({ from, to, onGo }), [from, to, onGo]);
  const chunks = useMemo(() => chunksOf(lines), [lines]);
  const asked = chunks.findIndex((chunk) => chunk.some(({ key }) => key === at));
  const isDrawn = useDrawn(chunks, Math.max(asked, 0));
  return (
    <div class="compare-lines">
      {chunks.map((chunk, order) => (
        <Chunk key={chunk[0]?.key} lines={chunk} setting={setting} isDrawn={isDrawn(order)} />
      ))}
      {threads.map((thread) => (
        <ThreadLine key={`thread ${thread.key}`} thread={thread} />
      ))}
    </div>
  );
}

function chunksOf(lines: readonly Line[]): readonly (readonly Line[])[] {
  const chunks: (readonly Line[])[] = [];
  for (let at = 0; at < lines.length; at += linesInChunk)
    chunks.push(lines.slice(at, at + linesInChunk));
  return chunks;
}

interface ChunkProps {
  readonly lines: readonly Line[];
  readonly setting: Setting;
  readonly isDrawn: boolean;
}

function Chunk({ lines, setting, isDrawn }: ChunkProps) {
  return useMemo(
    () =>
      isDrawn ? (
        lines.map((line) => <LineView key={line.key} line={line} setting={setting} />)
      ) : (
        <div
          class="undrawn"
          style={{ gridRow: `span ${lines.length}`, '--height': `${heightOf(lines)}rem` }}
        />
      ),
    [lines, setting, isDrawn],
  );
}

// As the style sheet takes each kind of line to be while it is far from the window.
const heights = { section: 7, row: 10.5, former: 4.25 } as const;

const heightOf = (lines: readonly Line[]): number =>
  lines.reduce((sum, { kind }) => sum + heights[kind], 0);

/** A line in the margin from where a provision stood to where it stands now. */
function ThreadLine({ thread: { first, last, lane, leadsUp } }: { readonly thread: Thread }) {
  return (
    <span
      class={leadsUp ? 'thread leads-up' : 'thread'}
      aria-hidden
      style={{ gridRow: `${first + 1} / ${last + 1}`, '--lane': String(lane) }}
    />
  );
}
