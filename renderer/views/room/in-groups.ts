/**
 * A code as it is read aloud and typed: three or four letters at a time.
 *
 * @example inGroups('12345678') // => ['1234', '5678']
 */
export function inGroups(code: string): readonly string[] {
  const given = code.split(/[\s-]+/).filter((group) => group !== '');
  if (given.length > 1) return given;
  const size = code.length % 3 === 0 || code.length % 4 === 1 ? 3 : 4;
  return code.match(new RegExp(`.{1,${size}}`, 'gu')) ?? [];
}
