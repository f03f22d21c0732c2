import type { ListedKind } from '../../../main/contract/answers.ts';

/** The lists of the library's records, by the word that stands for each in the address bar. */
export const listNames = {
  bodies: 'body',
  handbooks: 'handbook',
  tours: 'tour',
  glossary: 'term',
  meetings: 'meeting',
  topics: 'topic',
} as const satisfies Record<string, ListedKind>;
export type ListName = keyof typeof listNames;

/** A list as the address bar holds it. `filter` is what was typed to narrow it. */
export interface ListPlace {
  readonly list: ListName;
  readonly filter: string;
}

export function listHref({ list, filter }: ListPlace): string {
  return filter === '' ? `#/${list}` : `#/${list}?${new URLSearchParams({ filter })}`;
}

export const isListName = (text: string): text is ListName => Object.hasOwn(listNames, text);

export const readList = (list: ListName, parts: URLSearchParams): ListPlace => ({
  list,
  filter: parts.get('filter') ?? '',
});
