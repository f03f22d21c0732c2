import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkSpelling } from '../../build/check/spelling.ts';
import { checkContent } from '../../main/service/index.ts';
import { lanternContent, type ContentCopy } from '../fixtures/content.ts';

async function spell(content: ContentCopy): Promise<string[]> {
  const { texts, names, lines } = await checkContent(content.folder);
  expect(lines).toEqual([]);
  return checkSpelling(content.folder, texts, names);
}

const chapter = 'handbooks/keeping/oil.md';

/** The small content folder with a sentence in a chapter. */
function withSentence(sentence: string): ContentCopy {
  const content = lanternContent();
  content.replace(chapter, '## More', `${sentence} ([oil](term/wick))\n\n## More`);
  return content;
}

test('a word that no dictionary has is a problem, on its line', async () => {
  const content = withSentence('The lamps recieve oil.');
  expect(await spell(content)).toEqual([
    `${content.path(chapter)}:${content.lineOf(chapter, 'recieve')}: "recieve" is not in the dictionary, nor in ${content.path('words.txt')}`,
  ]);
});

test.each([
  ['American spelling', 'The center is near.', /"center" is not in the dictionary/],
  [
    'an ending that ITU writes with z',
    'They organise standardisation.',
    /"organise" is spelled "organize" by ITU/,
  ],
  ['a name in small letters', 'They met in geneva.', /"geneva"/],
  ['an abbreviation that nothing here explains', 'They ask the XQZ.', /"XQZ"/],
])('%s is a problem', async (_what, sentence, problem) => {
  expect((await spell(withSentence(sentence)))[0]).toMatch(problem);
});

test('a title of our own is spelled as a text is', async () => {
  const content = lanternContent();
  content.replace('tours/eight-lights.yaml', 'title: Light 3', 'title: Lihgt 3');
  expect(await spell(content)).toEqual([expect.stringContaining('"Lihgt"')]);
});

test.each([
  ['as ITU spells', 'The programme organizes standardization, and analyses the labelled centre.'],
  ['a name of a record, and its genitive', "SG13's friends meet in New Delhi; the LWs too."],
  ['at the beginning of a sentence', 'Harbours burn. “Oil” don’t.'],
  ['with digits', 'IMT-2020 and 5G, Y.3101, 3rd.'],
  ['of an address', 'Write wtsa/resolution/92@2024#instructs-itu-t-sg-13.3'],
])('a word is right %s', async (_what, sentence) => {
  const content = withSentence(sentence);
  content.replace('bodies/itu-t-sg-13.yaml', 'short: [SG13]', 'short: [SG13, IMT]');
  expect(await spell(content)).toEqual([]);
});

test('the list of words holds what the dictionary lacks, in order, and nothing that no text needs', async () => {
  const content = withSentence('The glimwock and the zwick burn.');
  content.write('words.txt', 'glimwock\nlamp\nzwick\n');
  const file = join(content.folder, 'words.txt');
  expect(await spell(content)).toEqual([
    `${content.path('words.txt')}:2: lamp is a word that no text needs`,
  ]);
  content.write('words.txt', 'zwick\nglimwock\n');
  expect(await spell(content)).toEqual([
    `${file}:2: glimwock is not in its place: the list is in alphabetical order`,
  ]);
});
