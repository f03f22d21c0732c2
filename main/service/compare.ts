import type { ShownEdition } from '../contract/answers.ts';
import type { Api } from '../contract/api.ts';
import type { Comparison } from '../contract/comparison.ts';
import { done, failed, type Result } from '../contract/failure.ts';

/** How many comparisons are kept: going back and forth between a few editions needs no second reckoning. */
const mostKept = 8;

async function readEdition(show: Api['show'], address: string): Promise<Result<ShownEdition>> {
  const shown = await show({ address });
  if (!shown.ok) return shown;
  if (shown.value.kind === 'edition') return done(shown.value);
  return failed(
    'malformed-address',
    `${shown.value.address} is no edition; an edition looks like wtsa/resolution/92@2024`,
  );
}

/**
 * Two editions, of one work or of two, provision by provision. The edition's address and the checksum of its source are
 * what a kept comparison is known by, so that an edition that is imported anew is compared anew.
 *
 * Errors: those of `show`; `malformed-address` too for the address of something else than an edition.
 */
export function createCompare(show: Api['show']): Api['compare'] {
  const kept = new Map<string, Comparison>();
  return async (request) => {
    const from = await readEdition(show, request.from);
    if (!from.ok) return from;
    const to = await readEdition(show, request.to);
    if (!to.ok) return to;

    const sides = [from.value, to.value] as const;
    const key = sides.map(({ address, provenance }) => `${address} ${provenance.sha256}`).join(' ');
    const { compareDocuments } = await import('../documents/compare/index.ts');
    const compared =
      kept.get(key) ??
      ({
        from: from.value.address,
        to: to.value.address,
        ...compareDocuments(asComparable(from.value), asComparable(to.value)),
      } satisfies Comparison);
    kept.delete(key);
    kept.set(key, compared);
    for (const oldest of kept.keys()) {
      if (kept.size <= mostKept) break;
      kept.delete(oldest);
    }
    return done(compared);
  };
}

const asComparable = ({ summary, sections, annexes }: ShownEdition) => ({
  identity: { work: summary.work },
  sections,
  annexes,
});
