import { describe, expect, it } from 'vitest';
import { menuTemplate } from '../../main/app/menu.ts';
import { contextMenu } from '../../main/app/context-menu.ts';
import { bestShellLanguage, fill, wordsIn } from '../../main/app/words/index.ts';
import { languages } from '../../renderer/words/languages.ts';

interface Item {
  readonly label?: string;
  readonly role?: string;
  readonly type?: string;
  readonly accelerator?: string;
  readonly submenu?: readonly Item[];
}

const gaps = (text: string): readonly string[] => text.match(/\{\w+\}/g) ?? [];

const flat = (items: readonly Item[]): readonly Item[] =>
  items.flatMap((item) => [item, ...flat(item.submenu ?? [])]);

const acts = { newWindow: () => {} } as never;
const recent = [{ place: '#/wtsa/resolution/92', title: 'Research & development' }];

const itemsOf = (language: (typeof languages)[number], platform: NodeJS.Platform) =>
  flat(
    menuTemplate({
      platform,
      hasDevTools: true,
      words: wordsIn(language),
      recent,
      acts,
    }) as readonly Item[],
  );

describe.each(languages)('the menus in %s', (language) => {
  it.each(['linux', 'win32', 'darwin'] as const)('on %s name every item', (platform) => {
    const items = itemsOf(language, platform).filter(({ type }) => type !== 'separator');
    expect(items.filter(({ label = '' }) => label.trim() === '')).toEqual([]);
  });

  it('give no key to two things', () => {
    for (const platform of ['linux', 'darwin'] as const) {
      const keys = itemsOf(language, platform).flatMap(({ accelerator }) => accelerator ?? []);
      expect(new Set(keys).size).toBe(keys.length);
    }
    const letters = menuTemplate({
      platform: 'linux',
      hasDevTools: false,
      words: wordsIn(language),
      recent,
      acts,
    }).flatMap(({ label }) => /&(.)/.exec(label ?? '')?.[1]?.toLowerCase() ?? []);
    expect(new Set(letters).size).toBe(letters.length);
  });

  it('have the same gaps to fill as the English ones', () => {
    for (const [key, text] of Object.entries(wordsIn(language)))
      expect(gaps(text)).toEqual(gaps(wordsIn('en')[key as 'name']));
  });
});

it('a title keeps its signs in the menu', () => {
  expect(itemsOf('en', 'linux').map(({ label }) => label)).toContain('Research && development');
});

it('speaks the first of a person’s languages that it can, and else English', () => {
  expect(bestShellLanguage(['de-DE', 'fr-CA', 'en'])).toBe('fr');
  expect(bestShellLanguage(['zh_CN'])).toBe('zh');
  expect(bestShellLanguage(['de', 'constructor'])).toBe('en');
  expect(bestShellLanguage([])).toBe('en');
});

it('fills gaps, and only those that it knows', () => {
  expect(fill('in {folder}, {other}', { folder: '/data' })).toBe('in /data, {other}');
});

const nowhere = {
  linkURL: '',
  selectionText: '',
  isEditable: false,
  misspelledWord: '',
  dictionarySuggestions: [],
  editFlags: { canCut: true, canCopy: true, canPaste: false, canSelectAll: true },
} as never;

const shownAt = (at: object) =>
  contextMenu(
    { ...(nowhere as object), ...at } as never,
    wordsIn('en'),
    { replaceMisspelling: () => {} },
    { openWindow: () => {}, learn: () => {} },
  ).map(({ label, type, enabled }) => (enabled === false ? `(${label})` : (label ?? type)));

it.each([
  ['nothing', {}, []],
  ['words that are chosen', { selectionText: 'IMT' }, ['Copy']],
  ['a field', { isEditable: true }, ['Cut', 'Copy', '(Paste)', 'Select all']],
  ['a link of ours', { linkURL: 'recital://app/desktop.html#/map' }, ['Open in a new window']],
  ['a link to elsewhere', { linkURL: 'https://example.org/' }, []],
  [
    'a word that is misspelled',
    { isEditable: true, misspelledWord: 'teh', dictionarySuggestions: ['the'] },
    ['the', 'Add to dictionary', 'separator', 'Cut', 'Copy', '(Paste)', 'Select all'],
  ],
])('the menu on %s', (_what, at, expected) => {
  expect(shownAt(at)).toEqual(expected);
});
