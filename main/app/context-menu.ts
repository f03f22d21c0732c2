import type { ContextMenuParams, MenuItemConstructorOptions, WebContents } from 'electron';
import { placeIn } from './address.ts';
import type { ShellWords } from './words/index.ts';

type Item = MenuItemConstructorOptions;

const separator: Item = { type: 'separator' };

/** What can be done with the place that a person pointed at; nothing where that is nothing. */
export function contextMenu(
  at: Pick<
    ContextMenuParams,
    | 'linkURL'
    | 'selectionText'
    | 'isEditable'
    | 'editFlags'
    | 'misspelledWord'
    | 'dictionarySuggestions'
  >,
  w: ShellWords,
  contents: Pick<WebContents, 'replaceMisspelling'>,
  acts: { openWindow(place: string): void; learn(word: string): void },
): Item[] {
  const { editFlags: can, misspelledWord: word } = at;
  const spelling: Item[] =
    word === ''
      ? []
      : [
          ...at.dictionarySuggestions.map((label) => ({
            label,
            click: () => contents.replaceMisspelling(label),
          })),
          { label: w.learn, click: () => acts.learn(word) },
        ];
  const place = placeIn(at.linkURL);
  const link: Item[] =
    place === null ? [] : [{ label: w.openInWindow, click: () => acts.openWindow(place) }];
  const hasSelection = at.selectionText.trim() !== '';
  const editing: Item[] = at.isEditable
    ? [
        { role: 'cut', label: w.cut, enabled: can.canCut },
        { role: 'copy', label: w.copy, enabled: can.canCopy },
        { role: 'paste', label: w.paste, enabled: can.canPaste },
        { role: 'selectAll', label: w.selectAll, enabled: can.canSelectAll },
      ]
    : hasSelection
      ? [{ role: 'copy', label: w.copy, enabled: can.canCopy }]
      : [];
  const parts = [spelling, link, editing].filter((part) => part.length > 0);
  return parts.flatMap((part, index) => (index === 0 ? part : [separator].concat(part)));
}
