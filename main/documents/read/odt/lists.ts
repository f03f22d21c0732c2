import { formatOfFirst, printBullet, printCounter } from '../counters.ts';
import type { ListLevel, ListStyle } from './styles.ts';

const formats: Readonly<Record<string, string>> = {
  ...formatOfFirst,
  '一, 二, 三, ...': 'chineseCounting',
  'أ, ب, ت, ...': 'arabicAlpha',
  'أ, ب, ج, ...': 'arabicAbjad',
  'а, б, .., аа, бб, ... (ru)': 'russianLower',
  'А, Б, .., Аа, Бб, ... (ru)': 'russianUpper',
};

const print = (value: number, { format }: ListLevel): string =>
  format === '' ? '' : printCounter(value, formats[format] ?? 'decimal');

/** A list that is open, with the counter of each of its levels. */
export interface Counters {
  readonly style: ListStyle;
  readonly values: number[];
}

/** Counts an item of a level (from 1) and gives its label as it prints; empty where it prints none. */
export function countItem(
  { style, values }: Counters,
  level: number,
  start: number | null,
): string {
  const own = style.get(level);
  if (own === undefined) return '';
  const before = values[level];
  values[level] = start ?? (before === undefined ? own.start : before + 1);
  values.length = level + 1;
  if (own.bullet !== null) return printBullet(own.bullet);
  const at = (index: number): string => {
    const other = style.get(index);
    return other === undefined ? '' : print(values[index] ?? other.start, other);
  };
  if (own.pattern !== null)
    return own.pattern.replaceAll(/%(\d{1,2})%/g, (_, digit) => at(Number(digit))).trim();
  const first = Math.max(1, level - own.displayLevels + 1);
  const numbers = Array.from({ length: level - first + 1 }, (_, index) => at(first + index));
  const joined = numbers.filter((number) => number !== '').join('.');
  return joined === '' ? '' : `${own.prefix}${joined}${own.suffix}`.trim();
}
