import { readXml, type ElementRule } from './xml.ts';

/** What a file says of itself. `language` is a BCP 47 tag as it stands there; both are null where it says nothing. */
export interface FileProperties {
  readonly title: string | null;
  readonly language: string | null;
}

const orNull = (text: string): string | null => {
  const words = text.replaceAll(/\s+/g, ' ').trim();
  return words === '' ? null : words;
};

/** A title that a program made up of a file's name or of nothing says nothing. */
const namesNothing =
  /^(?:microsoft word\b.*|(?:untitled|document|sans titre|sin título)[ \d]*|.*\.(?:docx?|dotx?|odt|rtf|wpd|html?|pdf))$/i;

function titleOf(text: string): string | null {
  const title = orNull(text);
  return title === null || namesNothing.test(title) ? null : title;
}

/** Dublin Core elements of a part: OOXML's core properties, ODF's meta.xml, the head of an EPUB's package. */
export function readProperties(source: string | null, maxDepth: number): FileProperties {
  if (source === null) return { title: null, language: null };
  let into: 'title' | 'language' | null = null;
  const found = { title: '', language: '' };
  const take = (field: 'title' | 'language') => ({
    hasText: true,
    // The first of several is the main one.
    open: () => void (into = found[field] === '' ? field : null),
  });
  const rules = new Map<string, ElementRule>([
    ['dc:title', take('title')],
    ['dc:language', take('language')],
    ['office:body', { isSkipped: true }],
  ]);
  const onText = (text: string): void => {
    if (into !== null) found[into] += text;
  };
  readXml(source, rules, onText, maxDepth);
  return { title: titleOf(found.title), language: orNull(found.language) };
}
