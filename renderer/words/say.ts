import { IntlMessageFormat } from 'intl-messageformat';
import { languageFacts, type Language } from './languages.ts';

export type Values = Readonly<Record<string, string | number>>;

/** An ICU message with its values in it, in the words and by the rules of one language. */
export type Say = (message: string, values: Values) => string;

const startOfName = '\u2068';
const endOfName = '\u2069';

/**
 * What is put into a sentence keeps its own direction: "ITU-T A.4" within Arabic words would else be torn apart at its
 * hyphen (Unicode's isolates, UAX 9). Sentences from left to right go without, for whoever copies them.
 */
const isolated = (values: Values): Values =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'string' && value !== '' ? `${startOfName}${value}${endOfName}` : value,
    ]),
  );

export function createSay(language: Language): Say {
  const { locale, direction } = languageFacts[language];
  // Reading a message costs more than filling it; a catalogue has a few hundred.
  const read = new Map<string, IntlMessageFormat>();
  return (message, values) => {
    let format = read.get(message);
    if (format === undefined) {
      format = new IntlMessageFormat(message, locale);
      read.set(message, format);
    }
    return String(format.format(direction === 'rtl' ? isolated(values) : values));
  };
}
