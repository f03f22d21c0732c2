import type * as v from 'valibot';

/** What a value breaks of its rule, to go on a sentence: "lacks counts.works", "title is empty". `at` leads to the value. */
export function describeIssue(
  issue: v.BaseIssue<unknown>,
  at: readonly (string | number)[],
): string {
  const inside = (issue.path ?? []).map(({ key }) => key as string | number);
  const path = [...at, ...inside].join('.');
  if (issue.type === 'strict_object' && issue.expected === 'never') {
    return `holds ${JSON.stringify(path.slice(0, 80))}, which means nothing`;
  }
  if (issue.type === 'strict_object' && issue.received === 'undefined') return `lacks ${path}`;
  if (issue.type === 'strict_object') return `${path} is no object`.trim();
  if (issue.received === 'undefined') return `lacks ${path}`;
  return `${path} ${issue.message}`.trim();
}
