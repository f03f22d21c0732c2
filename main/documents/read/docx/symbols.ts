/** Greek letters stand in the font Symbol at the places of Latin ones. */
const greekLower = 'αβχδεφγηιϕκλμνοπθρστυϖωξψζ';
const greekUpper = 'ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ';

const others = new Map<number, string>([
  [0x2d, '\u2013'],
  [0xa3, '≤'],
  [0xb3, '≥'],
  [0xb0, '°'],
  [0xb1, '±'],
  [0xb4, '×'],
  [0xb7, '•'],
  [0xb8, '÷'],
  [0xb9, '≠'],
  [0xbb, '≈'],
  [0xa5, '∞'],
  [0xae, '→'],
  [0xac, '←'],
  [0xd6, '√'],
  [0xe5, '∑'],
  [0xd7, '⋅'],
  [0xce, '∈'],
  [0xa7, '•'],
]);

/** A sign of a font of signs as the character that means it; a round dot where nothing is known of it. */
export function printSymbol(font: string, code: number): string {
  const place = code >= 0xf000 && code <= 0xf0ff ? code - 0xf000 : code;
  if (!/symbol|wingdings|webdings/i.test(font)) return String.fromCodePoint(code);
  if (/^symbol$/i.test(font)) {
    if (place >= 0x61 && place <= 0x7a) return greekLower[place - 0x61] ?? '';
    if (place >= 0x41 && place <= 0x5a) return greekUpper[place - 0x41] ?? '';
    const known = others.get(place);
    if (known !== undefined) return known;
    if (place >= 0x20 && place < 0x7f) return String.fromCodePoint(place);
  }
  return '\u2022';
}
