/** A footnote's mark, and the offset in the words after which it stands. */
export interface Mark {
  readonly mark: string;
  readonly at: number;
}

/** Words under repair, with the footnote marks that hang on them (in rising order of `at`). */
export interface Draft {
  readonly text: string;
  readonly marks: readonly Mark[];
}

/**
 * Rewrites every match of a global pattern and moves the marks along, so that each stays behind the same word.
 * A mark inside a rewritten match goes to the end of what replaces it, but not past its old distance from the start.
 */
export function edit(
  draft: Draft,
  pattern: RegExp,
  rewrite: (match: RegExpExecArray) => string,
): Draft {
  const pieces: string[] = [];
  const marks: Mark[] = [];
  let copied = 0;
  let length = 0;
  let nextMark = 0;
  const moveMarks = (until: number, move: (at: number) => number): void => {
    for (let mark = draft.marks[nextMark]; mark !== undefined; mark = draft.marks[nextMark]) {
      if (mark.at > until) break;
      marks.push({ mark: mark.mark, at: move(mark.at) });
      nextMark += 1;
    }
  };
  for (const match of draft.text.matchAll(pattern)) {
    const replacement = rewrite(match);
    const end = match.index + match[0].length;
    const start = length + match.index - copied;
    const shift = length - copied;
    moveMarks(match.index, (at) => at + shift);
    pieces.push(draft.text.slice(copied, match.index), replacement);
    moveMarks(end - 1, (at) => start + Math.min(at - match.index, replacement.length));
    length = start + replacement.length;
    copied = end;
  }
  pieces.push(draft.text.slice(copied));
  const shift = length - copied;
  moveMarks(Infinity, (at) => at + shift);
  return { text: pieces.join(''), marks };
}

/** Cuts white space at both ends; marks in it move to the nearest word. */
export function trim(draft: Draft): Draft {
  const text = draft.text.trim();
  const cut = draft.text.length - draft.text.trimStart().length;
  return {
    text,
    marks: draft.marks.map(({ mark, at }) => ({
      mark,
      at: Math.min(Math.max(at - cut, 0), text.length),
    })),
  };
}

/** The part of a draft from `start` on, trimmed; marks before it stay at its beginning. */
export function from(draft: Draft, start: number): Draft {
  return trim({
    text: draft.text.slice(start),
    marks: draft.marks.map(({ mark, at }) => ({ mark, at: Math.max(at - start, 0) })),
  });
}
