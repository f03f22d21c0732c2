import type { EditionSummary } from '../../main/contract/answers.ts';
import type { Provision } from '../../main/contract/document.ts';

/** The words of a provision as they are quoted: its own, then those under it, a line each with its label. */
export function quotedText({ text, provisions }: Pick<Provision, 'text' | 'provisions'>): string {
  const under = provisions.map(
    (one) => `${one.label === '' ? '' : `${one.label} `}${quotedText(one)}`,
  );
  return [text.trim(), ...under].filter((line) => line !== '').join('\n');
}

/** Whose resolutions are called after their number alone: "Resolution 92" is one of several. */
const needsBody = new Set(['wtsa', 'wtdc', 'pp', 'council']);

/**
 * The name by which a text is cited outside its own assembly.
 *
 * @example citedName({ body: 'wtsa', name: 'Resolution 92 (Rev. New Delhi, 2024)' }, 'WTSA')
 * // => 'WTSA Resolution 92 (Rev. New Delhi, 2024)'
 */
export function citedName(
  { body, name }: Pick<EditionSummary, 'body' | 'name'>,
  bodyShort: string,
): string {
  const isWhole = !needsBody.has(body) || name.includes(bodyShort);
  return isWhole ? name : `${bodyShort} ${name}`;
}
