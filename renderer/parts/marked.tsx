import type { DiffPart } from '../../main/contract/comparison.ts';
import { Words } from './words.tsx';
import { words } from '../words/index.ts';

interface MarkedProps {
  readonly diff: readonly DiffPart[];
  /** Of the earlier text only what it has; else both texts in one. */
  readonly isEarlier?: boolean;
}

/** Words with what came in and what went out marked. What ears are told of a mark is not copied with the words. */
export function Marked({ diff, isEarlier = false }: MarkedProps) {
  let at = 0;
  return diff.map(({ op, text }) => {
    const key = at;
    at += text.length + 1;
    switch (op) {
      case 'same':
        return <Words key={key} text={text} />;
      case 'added':
        return (
          !isEarlier && (
            <ins
              key={key}
              data-before={words.compareScreen.inserted}
              data-after={words.compareScreen.endOfInserted}
            >
              <Words text={text} />
            </ins>
          )
        );
      case 'removed':
        return (
          <del
            key={key}
            data-before={words.compareScreen.deleted}
            data-after={words.compareScreen.endOfDeleted}
          >
            <Words text={text} />
          </del>
        );
    }
  });
}
