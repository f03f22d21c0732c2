import type { FailureCode } from '../../../main/contract/failure.ts';
import { searchFor, searchHref } from '../../state/places/index.ts';
import type { Screen } from '../../state/screens/index.ts';
import { words } from '../../words/index.ts';

interface TroubleProps {
  readonly screen: Screen & { readonly kind: 'trouble' };
  readonly onTryAgain: () => void;
}

/** Whether asking again would only be answered in the same way. */
const isLasting = (code: FailureCode): boolean =>
  code === 'malformed-address' || code.startsWith('unknown-');

/** What happened, what was asked for, and what to do. */
export function Trouble({ screen: { failure, asked }, onTryAgain }: TroubleProps) {
  const { title, what, todo } = words.failure(failure.code);
  return (
    <div class="page narrow">
      <h1 tabIndex={-1}>{title}</h1>
      {asked !== '' && <p class="asked">{asked}</p>}
      <p>{what}</p>
      <p>{todo}</p>
      <p class="actions">
        {!isLasting(failure.code) && (
          <button type="button" onClick={onTryAgain}>
            {words.tryAgain}
          </button>
        )}
        {isLasting(failure.code) && asked !== '' && (
          <a href={searchHref(searchFor(asked))}>{words.searchInstead(asked)}</a>
        )}
        <a href="#/">{words.toHome}</a>
      </p>
    </div>
  );
}
