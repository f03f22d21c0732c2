/** Dates as people write them, from ISO 8601 dates that may be less exact than a day. */
export interface Dates {
  /** "2018", "January 2018", "29 January 2018"; what cannot be read as a date is left as it is. */
  date(iso: string): string;
  /** "15–24 October 2024". */
  dates(from: string, to: string): string;
}

export function createDates(locale: string): Dates {
  const days = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
  const months = new Intl.DateTimeFormat(locale, {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
  return {
    date(iso) {
      if (!/^\d{4}-\d\d(?:-\d\d)?$/.test(iso) || Number.isNaN(Date.parse(iso))) return iso;
      return (iso.length === 7 ? months : days).format(Date.parse(iso));
    },
    dates(from, to) {
      const [first, last] = [Date.parse(from), Date.parse(to)];
      if (Number.isNaN(first) || Number.isNaN(last)) return [from, to].filter(Boolean).join(' – ');
      return days.formatRange(first, last);
    },
  };
}
