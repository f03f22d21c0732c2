/** Sizes and languages as people write them. */
export interface Measures {
  /** "3.7 MB". */
  bytes(value: number): string;
  /** "English and French", from BCP 47; what is no language is left as it is. */
  languagesOf(tags: readonly string[]): string;
}

const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

export function createMeasures(locale: string): Measures {
  const sizes = units.map(
    (unit) =>
      new Intl.NumberFormat(locale, {
        style: 'unit',
        unit,
        unitDisplay: unit === 'byte' ? 'long' : 'short',
        maximumSignificantDigits: 3,
      }),
  );
  const names = new Intl.DisplayNames(locale, { type: 'language', fallback: 'code' });
  const list = new Intl.ListFormat(locale);
  const nameOf = (tag: string): string => {
    try {
      return names.of(tag) ?? tag;
    } catch {
      return tag;
    }
  };
  return {
    bytes(value) {
      const step = Math.min(Math.floor(Math.log10(Math.max(value, 1)) / 3), units.length - 1);
      return sizes[step]?.format(value / 1000 ** step) ?? String(value);
    },
    languagesOf: (tags) => list.format(tags.map(nameOf)),
  };
}
