// oxlint-disable-next-line no-control-regex -- control characters are what this is about
const controls = /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufdd0-\ufdef\ufffe\uffff]/g;
const spaces = /[\t\n\v\f\r\u0085\u2028\u2029]+/g;
const overrides = /[\u202d\u202e]/g;
const embeddings = /[\u202a-\u202c\u2066-\u2069]/g;

/** Whether what opens another direction is closed in the same words, each kind by its own mark. */
function isBalanced(text: string): boolean {
  const open: string[] = [];
  for (const [mark] of text.matchAll(embeddings)) {
    if (mark === '\u202c' || mark === '\u2069') {
      if (open.pop() !== mark) return false;
    } else open.push(mark < '\u202c' ? '\u202c' : '\u2069');
  }
  return open.length === 0;
}

/**
 * A document's words as any format may hold them: of control characters, which XML forbids and a terminal obeys, stands
 * U+FFFD; a break of line is a space. No mark turns the reading direction beyond the words that it stands in, and none
 * overrides it.
 */
export function clean(text: string): string {
  const plain = text
    .toWellFormed()
    .replace(spaces, ' ')
    .replace(controls, '\ufffd')
    .replace(overrides, '');
  return isBalanced(plain) ? plain : plain.replace(embeddings, '');
}
