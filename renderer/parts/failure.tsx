import type { Failure } from '../../main/contract/failure.ts';
import { words } from '../words/index.ts';
import { inLanguage } from './direction.ts';

interface FailureProps {
  readonly failure: Failure;
  /** Whether the service's own line is said besides, which tells exactly what was found. */
  readonly isExact?: boolean;
}

/** What did not work, why, and what to do; said aloud as it comes up. */
export function FailureNotice({ failure: { code, message }, isExact = false }: FailureProps) {
  const { title, what, todo } = words.failure(code);
  return (
    <div class="failure" role="alert">
      <p class="failure-title">{title}</p>
      <p>{what}</p>
      <p>{todo}</p>
      {isExact && message !== '' && (
        <p class="quiet">
          {words.packFile.found}
          <span class="failure-found" {...inLanguage('en')}>
            {message}
          </span>
        </p>
      )}
    </div>
  );
}
