import { readdir, readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { parseSync, Visitor, type JSXAttributeValue, type JSXChild } from 'oxc-parser';

/**
 * Finds words that a component says by itself: every string that a person sees or hears belongs into `renderer/words`,
 * where the other languages find it. Fails on one, and on finding no components.
 */

/** Attributes that are shown or read out. */
const spoken = new Set([
  'alt',
  'aria-description',
  'aria-label',
  'aria-roledescription',
  'aria-valuetext',
  'label',
  'placeholder',
  'title',
]);

/** Two letters in a row make a word; marks, single letters and figures are the same in every language. */
const word = /\p{L}{2}/u;

interface Said {
  readonly text: string;
  readonly at: number;
}

function saidIn(file: string, source: string): Said[] {
  const { program, errors } = parseSync(file, source);
  const [error] = errors;
  if (error !== undefined) throw new Error(`${file}: ${error.message}`);
  const said: Said[] = [];
  const add = (text: string, at: number): void => {
    if (word.test(text)) said.push({ text: text.trim(), at });
  };
  const addAll = (node: JSXChild | JSXAttributeValue | null): void => {
    if (node === null) return;
    if (node.type === 'JSXText') add(node.value, node.start);
    if (node.type === 'Literal' && typeof node.value === 'string') add(node.value, node.start);
    if (node.type !== 'JSXExpressionContainer') return;
    const { expression } = node;
    if (expression.type === 'Literal' && typeof expression.value === 'string')
      add(expression.value, expression.start);
    if (expression.type === 'TemplateLiteral')
      for (const { value, start } of expression.quasis) add(value.cooked ?? '', start);
  };
  new Visitor({
    JSXElement: ({ children }) => children.forEach(addAll),
    JSXFragment: ({ children }) => children.forEach(addAll),
    JSXAttribute: ({ name, value }) => {
      if (name.type === 'JSXIdentifier' && spoken.has(name.name)) addAll(value);
    },
  }).visit(program);
  return said;
}

const lineAt = (source: string, at: number): number => source.slice(0, at).split('\n').length;

const house = process.cwd();
const entries = await readdir(join(house, 'renderer'), { recursive: true, withFileTypes: true });
const files = entries
  .filter((entry) => entry.isFile() && entry.name.endsWith('.tsx'))
  .map((entry) => join(entry.parentPath, entry.name).slice(house.length + 1))
  .toSorted();
let count = 0;
for (const file of files) {
  const source = await readFile(join(house, file), 'utf8');
  for (const { text, at } of saidIn(file, source)) {
    count += 1;
    console.error(
      `${file.split(sep).join('/')}:${lineAt(source, at)}: says "${text.slice(0, 60)}" by itself; it belongs into renderer/words`,
    );
  }
}
if (files.length === 0) {
  console.error('There is no component to check.');
  process.exitCode = 1;
}
if (count > 0) process.exitCode = 1;
