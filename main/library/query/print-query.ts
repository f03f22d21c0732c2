import { usualDistance } from './marks.ts';
import type { Ask, Part, Query } from './query.ts';

const quote = (text: string): string => `"${text}"`;

function printAsk(ask: Ask): string {
  switch (ask.kind) {
    case 'word':
      return ask.text;
    case 'prefix':
      return `${ask.text}*`;
    case 'phrase':
      return quote(ask.text);
    case 'near': {
      const texts = ask.texts.map((text) => (/[\s(),*]/.test(text) ? quote(text) : text)).join(' ');
      return `near(${texts}${ask.distance === usualDistance ? '' : `, ${ask.distance}`})`;
    }
    case 'field':
      return `${ask.field}:${/\s/.test(ask.value) ? quote(ask.value) : ask.value}`;
    default:
      return ask satisfies never;
  }
}

const printPart = ({ kind, of }: Part): string =>
  `${kind === 'unwanted' ? '-' : ''}${printAsk(of)}`;

/**
 * A query as a person could have typed it. Reading it again gives the same query.
 *
 * @example printQuery(readQuery('network  NEAR/8 slicing').query) // => 'near(network slicing, 8)'
 */
export const printQuery = (query: Query): string =>
  query.branches.map((parts) => parts.map(printPart).join(' ')).join(' OR ');
