import { createRequire } from 'node:module';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { decodeTrie } from 'cspell-trie-lib';
import type { WrittenText } from '../../main/service/index.ts';

/** British spellings, which hold both "organise" and "organize". */
async function readDictionary(): Promise<ReturnType<typeof decodeTrie>> {
  const settings = createRequire(import.meta.url).resolve('@cspell/dict-en-gb-mit/cspell-ext.json');
  const packed = await readFile(join(dirname(settings), 'en_GB.trie.gz'));
  return decodeTrie(new Uint8Array(gunzipSync(packed)));
}

/** A run of letters, with apostrophes inside it. One beside a digit is part of a name such as "5G" or "Y.3101". */
const wordPattern = /(?<![\p{L}\p{N}])\p{L}+(?:['\u2019]\p{L}+)*(?![\p{L}\p{N}])/gu;

/** Addresses of the library and of the network are no words. Blanked out, so that offsets stay. */
const addressPattern =
  /https?:\/\/\S+|[a-z][a-z0-9-]*\/[a-z0-9./-]*(?:[@#][a-z0-9@#.-]*|\d[a-z0-9.-]*)/g;

const withoutAddresses = (text: string): string =>
  text.replaceAll(addressPattern, (address) => ' '.repeat(address.length));

const straight = (word: string): string => word.replaceAll('\u2019', "'");

/** "ITU's" and "SDOs" are read as "ITU" and "SDO". */
const stems = (word: string): string[] => [
  word,
  word.replace(/'s?$/, ''),
  ...(/^\p{Lu}{2,}s$/u.test(word) ? [word.slice(0, -1)] : []),
];

/** "standardisation" as ITU spells it; null for a word without such an ending. */
const withZ = (word: string): string | null =>
  word.length > 6 && /is(?:e[drs]?|ers|ing|ations?|able)$/.test(word)
    ? word.replace(/is(?=(?:e[drs]?|ers|ing|ations?|able)$)/, 'iz')
    : null;

interface WordList {
  readonly file: string;
  readonly lines: readonly string[];
}

/** What is wrong with the list itself: its order, and words that no text needs. */
function checkList({ file, lines }: WordList, needed: ReadonlySet<string>): string[] {
  return lines.flatMap((word, index) => {
    const at = `${file}:${index + 1}:`;
    const before = lines[index - 1];
    if (word === '') return [`${at} is empty`];
    if (before !== undefined && before.localeCompare(word, 'en') >= 0)
      return [`${at} ${word} is not in its place: the list is in alphabetical order`];
    return needed.has(word) ? [] : [`${at} ${word} is a word that no text needs`];
  });
}

/**
 * Checks the spelling of a content folder's own texts against a British dictionary, the names in the content, and its
 * `words.txt`. Answers the problems as lines.
 */
export async function checkSpelling(
  contentFolder: string,
  texts: readonly WrittenText[],
  names: readonly string[],
): Promise<string[]> {
  const file = join(contentFolder, 'words.txt');
  const listed = (await readFile(file, 'utf8').catch(() => '')).trimEnd();
  const list: WordList = { file, lines: listed === '' ? [] : listed.split(/\r?\n/) };
  const ofNames = new Set(
    names.flatMap((name) => [...name.matchAll(wordPattern)].map(({ 0: word }) => straight(word))),
  );
  const ofList = new Set(list.lines);
  const dictionary = await readDictionary();
  const isKnown = (word: string): boolean =>
    dictionary.hasWord(word, true) ||
    // At the beginning of a sentence.
    (/^\p{Lu}\P{Lu}*$/u.test(word) && dictionary.hasWord(word.toLowerCase(), true)) ||
    (word.length === 1 && /[\p{Lu}a]/u.test(word));

  const needed = new Set<string>();
  const problems: string[] = [];
  for (const { file: place, text, lineAt } of texts)
    for (const { 0: found, index } of withoutAddresses(text).matchAll(wordPattern)) {
      const word = straight(found);
      const forms = stems(word);
      const ours = withZ(word.toLowerCase());
      if (ours !== null && dictionary.hasWord(ours, true) && !ofNames.has(word)) {
        problems.push(`${place}:${lineAt(index)}: "${found}" is spelled "${ours}" by ITU`);
        continue;
      }
      if (forms.some((form) => isKnown(form) || ofNames.has(form))) continue;
      const entry = [...forms, ...forms.map((form) => form.toLowerCase())].find((form) =>
        ofList.has(form),
      );
      if (entry !== undefined) needed.add(entry);
      else
        problems.push(
          `${place}:${lineAt(index)}: "${found}" is not in the dictionary, nor in ${file}`,
        );
    }
  return [...problems, ...checkList(list, needed)];
}
