import type {
  Explanation,
  Hit,
  NothingFound,
  SearchAnswer,
  SearchNote,
  Twin,
} from '../contract/answers.ts';
import { bold, dim, marked, paragraph, safe } from './output.ts';

const quoted = (text: string): string => `"${safe(text)}"`;
const listed = (texts: readonly string[]): string => texts.map(quoted).join(', ');
const count = (value: number, one: string): string => `${value} ${one}${value === 1 ? '' : 's'}`;

const undo = (detail: string): string => `--without ${quoted(detail)} undoes it`;

/** What a person should know about how the query was read, and how that is undone. */
export function noteText({ code, detail, to, whole = 0 }: SearchNote): string {
  switch (code) {
    case 'read-as-plain-words':
      return 'The query does not follow the rules of search; it was read as plain words.';
    case 'no-words':
      return 'The query holds no word to search for.';
    case 'query-shortened':
      return 'The query is very long; only its beginning was read.';
    case 'corrected':
      return `Searched for ${listed(to)} instead of ${quoted(detail)} (${undo(detail)}).`;
    case 'also-searched':
      return `Besides ${quoted(detail)}, also searched for ${listed(to)} (${undo(detail)}).`;
    case 'relaxed':
      return relaxedText(to, whole);
    case 'bounded':
      return 'The query matches so much that only the most important part was looked at.';
  }
}

function relaxedText(nowhere: readonly string[], whole: number): string {
  const all =
    whole === 0
      ? 'Nothing has all of these words; what has most of them, or any, is shown.'
      : `${count(whole, 'result')} with all of these words; what has most of them follows.`;
  return nowhere.length === 0 ? all : `${all} Nowhere in this library: ${listed(nowhere)}.`;
}

const reasons = {
  named: 'what was asked for',
  cites: 'cites what was asked for',
  words: '',
} satisfies Record<Hit['because'], string>;

const twinText = ({ address, year }: Twin): string => `${year === 0 ? '' : `${year}: `}${address}`;

function hitText(hit: Hit, number: number): string {
  const { name, title, heading, label, snippet, marks, address, also } = hit;
  const lines = [paragraph(bold(safe(name)), { label: `${number}`, margin: 4 })];
  if (hit.kind === 'reference') lines.push(paragraph(safe(title), { margin: 4 }));
  if (heading !== '') lines.push(paragraph(safe(heading), { margin: 4 }));
  const place = label === '' ? { margin: 4 } : { label: `    ${safe(label)}`, margin: 9 };
  lines.push(paragraph(marked(snippet, marks), place));
  const remarks = [reasons[hit.because], hit.isOwn ? 'your own document' : ''].filter(Boolean);
  lines.push(`    ${dim([address, ...remarks.map((remark) => `(${remark})`)].join('  '))}`);
  for (const [at, twin] of also.entries())
    lines.push(dim(`    ${at === 0 ? 'also in' : '       '} ${twinText(twin)}`));
  return lines.join('\n');
}

function nothingText({ words, withoutFilters, references }: NothingFound): string {
  const lines = words.flatMap(({ word, count: places, nearest }) => {
    if (places > 0)
      return words.length > 1 ? [`${quoted(word)} alone: ${count(places, 'result')}.`] : [];
    const near = nearest.length === 0 ? '' : ` The nearest words here: ${listed(nearest)}.`;
    return [`${quoted(word)} is nowhere in this library.${near}`];
  });
  if (withoutFilters > 0) lines.push(`Without the filters: ${count(withoutFilters, 'result')}.`);
  if (references > 0)
    lines.push(`0 in texts here; ${count(references, 'reference')} you could request.`);
  return lines.map((line) => paragraph(line)).join('\n');
}

const part = (name: string, lines: readonly string[]): string[] =>
  lines.map((line, at) => paragraph(safe(line), { label: at === 0 ? name : '', margin: 13 }));

function explanationText({ understood, plan, bounded }: Explanation): string {
  return [
    ...part('Understood', understood === '' ? [] : [understood]),
    ...part('Plan', plan),
    ...part('Bounded', bounded),
  ].join('\n');
}

/** What a query found, for people; hits are numbered after those that were passed over. */
export function answerText(answer: SearchAnswer, offset: number): string {
  const { total, hits, ms, nothing, explanation } = answer;
  const range = hits.length < total ? `, ${offset + 1} to ${offset + hits.length}` : '';
  const head =
    total === 0 ? 'Nothing was found.' : `${count(total, 'result')}${range} ${dim(`(${ms} ms)`)}`;
  return [
    ...(explanation === null ? [] : [explanationText(explanation)]),
    head,
    ...(nothing === null ? [] : [nothingText(nothing)]),
    ...hits.map((hit, position) => hitText(hit, offset + position + 1)),
  ]
    .filter(Boolean)
    .join('\n\n');
}
