import type { SearchNote, SuggestionKind } from '../../main/contract/answers.ts';
import type { FailureCode } from '../../main/contract/failure.ts';
import { nameActor, nameBody, shortNameOfBody } from './names-en.ts';

const language = 'en-GB';
const plurals = new Intl.PluralRules(language);
const numbers = new Intl.NumberFormat(language);
const days = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' });

/** "1 provision", "12 provisions". */
function count(value: number, one: string, other: string): string {
  return `${numbers.format(value)} ${plurals.select(value) === 'one' ? one : other}`;
}

/** What happened, and what to do about it. */
export interface Sentences {
  readonly title: string;
  readonly what: string;
  readonly todo: string;
}

const notFound = (title: string, what: string): Sentences => ({
  title,
  what,
  todo: 'Check the address, search for the text, or start from the list of resolutions.',
});

const broken = (what: string, todo: string): Sentences => ({
  title: 'The library cannot be read',
  what,
  todo,
});

const surprise: Sentences = {
  title: 'Something went wrong',
  what: 'Recital met a problem that it did not expect.',
  todo: 'Try again. If it happens again, restart Recital.',
};

const failures: Partial<Record<FailureCode, Sentences>> = {
  'malformed-address': notFound(
    'This is not an address',
    'An address looks like wtsa/resolution/92@2024#considering.a.',
  ),
  'unknown-work': notFound(
    'Not in this library',
    'Nothing in this library has or cites this work.',
  ),
  'unknown-edition': notFound('Not in this library', 'This edition is not in the library.'),
  'unknown-section': notFound('No such section', 'This edition has no section of that name.'),
  'unknown-provision': notFound('No such provision', 'This edition has no provision of that name.'),
  'library-missing': broken(
    'The library file is missing.',
    'Install Recital again, or build the library again.',
  ),
  'library-damaged': broken(
    'The library file is damaged.',
    'Install Recital again, or build the library again.',
  ),
  'library-newer': broken(
    'The library was made by a newer Recital than this one.',
    'Install the newest Recital.',
  ),
  'library-older': broken(
    'The library was made by an older Recital than this one.',
    'Build the library again.',
  ),
  'invalid-request': {
    title: 'This could not be asked',
    what: 'Recital cannot answer this question as it stands.',
    todo: 'Shorten the search or take a filter away, then try again.',
  },
  'too-large': {
    title: 'This is too large',
    what: 'The search or file is larger than Recital reads.',
    todo: 'Shorten the search or split the file, then try again.',
  },
  'file-empty': {
    title: 'The file is empty',
    what: 'There are no words in it.',
    todo: 'Choose another file, or save it again from the program that made it.',
  },
  encrypted: {
    title: 'The file is locked',
    what: 'It is encrypted, so nothing in it can be read.',
    todo: 'Open it with its password, save it without one, then try again.',
  },
  truncated: {
    title: 'The file is not complete',
    what: 'It ends too early, as a download that was cut off does.',
    todo: 'Get a fresh copy of the file, then try again.',
  },
  damaged: {
    title: 'The file is damaged',
    what: 'What is in it is not what was saved.',
    todo: 'Get a fresh copy of the file, then try again.',
  },
  'format-unsupported': {
    title: 'Recital does not read this kind of file',
    what: 'It reads DOCX, ODT, PDF, EPUB, HTML, Markdown and plain text.',
    todo: 'Open the file in the program that made it and save it as DOCX, then try again.',
  },
  scanned: {
    title: 'The file is pictures of pages',
    what: 'It holds no text, only pictures of it.',
    todo: 'Run text recognition on it, save the result as a PDF or DOCX, then try again.',
  },
  'archive-hostile': {
    title: 'The file is not safe',
    what: 'It is built to do harm to programs that open it, so it was left alone.',
    todo: 'Get the document from a source that you trust.',
  },
  'unpacks-too-large': {
    title: 'The file is not safe',
    what: 'It unpacks to far more than a document holds, so it was left alone.',
    todo: 'Get the document from a source that you trust.',
  },
  'entities-refused': {
    title: 'The file is not safe',
    what: 'It declares entities of its own, which can fill a computer, so it was left alone.',
    todo: 'Save it again from the program that made it, or get it from a source that you trust.',
  },
  'too-deep': {
    title: 'The file is not safe',
    what: 'Its parts stand inside one another deeper than in any document.',
    todo: 'Get the document from a source that you trust.',
  },
  'code-required': {
    title: 'An access code is needed',
    what: 'The person who shares this library has set an access code.',
    todo: 'Reload this page, then enter the code that they show.',
  },
  'too-many-requests': {
    title: 'Too many questions at once',
    what: 'Recital has had more questions from this place than it takes in one minute.',
    todo: 'Wait a moment, then try again.',
  },
  unreachable: {
    title: 'Recital does not answer',
    what: 'The program that serves this library has stopped, or the connection to it is broken.',
    todo: 'Start Recital again or check the network, then try again. What you typed is still here.',
  },
};

const notes: Record<SearchNote['code'], string> = {
  'read-as-plain-words':
    'The search could not be read as it stands, so each part was taken as a plain word.',
  'no-words': 'There is no word in this search to look for.',
  'query-shortened': 'The search was very long; only its beginning was used.',
};

const kindsOfSuggestion: Record<SuggestionKind, string> = {
  edition: 'Text',
  work: 'Cited work',
  section: 'Section',
  actor: 'Who must act',
};

export const en = {
  appName: 'Recital',
  title: (screen: string) => `${screen} – Recital`,
  skip: 'Skip to the text',
  toDark: 'Dark theme',
  home: 'Recital, first page',
  slow: 'Still loading…',
  tryAgain: 'Try again',
  toHome: 'All resolutions',

  number: (value: number) => numbers.format(value),
  body: nameBody,
  bodyShort: shortNameOfBody,
  actor: nameActor,
  /** "15–24 October 2024", from ISO 8601 dates; what cannot be read as a date is left as it is. */
  dates(from: string, to: string): string {
    const [first, last] = [Date.parse(from), Date.parse(to)];
    if (Number.isNaN(first) || Number.isNaN(last)) return [from, to].filter(Boolean).join(' – ');
    return days.formatRange(first, last);
  },

  failure: (code: FailureCode): Sentences => failures[code] ?? surprise,
  noSuchPlace: (target: string) =>
    `This edition has no “${target}”. It may have another place here; the whole text follows.`,

  homeScreen: {
    name: 'ITU resolutions, to read and to search',
    lead: 'The resolutions of the International Telecommunication Union, offline: read the text as adopted, find any provision, and follow what it cites.',
    counts: (editions: number, provisions: number, citations: number) =>
      `${count(editions, 'text', 'texts')} · ${count(provisions, 'provision', 'provisions')} · ${count(citations, 'citation', 'citations')}`,
    provisions: (value: number) => count(value, 'provision', 'provisions'),
    list: 'Resolutions',
    empty: 'This library holds no texts yet.',
    version: (version: string) => `Recital ${version}`,
    offline: 'Everything here is on this machine. Nothing is fetched from the internet.',
  },

  searchBox: {
    label: 'Search the resolutions',
    placeholder: 'Words, a resolution, an address',
    shortPlaceholder: 'Search',
    submit: 'Search',
    suggestions: 'Suggestions',
    kind: (kind: SuggestionKind) => kindsOfSuggestion[kind],
    found: (value: number) => (value === 0 ? '' : count(value, 'suggestion', 'suggestions')),
    noSuggestions: 'Suggestions are not available: Recital does not answer.',
  },

  searchScreen: {
    title: (query: string) => (query === '' ? 'Search' : `Search: ${query}`),
    // A query that has quotation marks of its own gets no further ones.
    heading: (query: string) =>
      query === '' ? 'Provisions' : query.includes('"') ? query : `“${query}”`,
    total: (value: number) =>
      value === 0 ? 'Nothing found' : `${count(value, 'passage', 'passages')} found`,
    range: (from: number, to: number, total: number) =>
      `${numbers.format(from)} to ${numbers.format(to)} of ${numbers.format(total)}`,
    results: 'Results',
    filters: 'Narrow the search',
    filter: { body: 'Body', year: 'Year', section: 'Section', actor: 'Who must act' },
    remove: 'Remove',
    newer: 'Previous results',
    more: 'More results',
    pages: 'Pages of results',
    inTitle: 'Title',
    note: (code: SearchNote['code']) => notes[code],
    emptyWhat: 'No passage in this library has these words together.',
    emptyTodo: [
      'Use fewer or more general words: “network” rather than “network slicing architecture”.',
      'Check the spelling, or begin a word and choose from what is suggested.',
    ],
    emptyFilters: 'Search without the filters',
    emptyHome: 'See what this library holds',
  },

  reader: {
    outline: 'Sections',
    preamble: 'Preamble',
    operative: 'Operative part',
    annexes: 'Annexes',
    linkTo: (name: string) => `Link to ${name}`,
    preface: 'Foreword',
    otherEditions: 'Other editions here',
    about: 'About this text',
    address: 'Address',
    languageName: 'Language',
    source: 'Source',
    rights: 'Rights',
    checksum: 'SHA-256 of the source',
    citedIn: 'Where this resolution is cited',
    warnings: (value: number) => `${count(value, 'remark', 'remarks')} on the source`,
    warningsLead: 'Oddities of the source file and what was made of them. No word was changed.',
    line: (line: number) => `line ${numbers.format(line)}`,
    footnote: (mark: string) => `Footnote ${mark}`,
    backToText: (mark: string) => `Back to the text, from footnote ${mark}`,
    unlabelled: (order: number) => `paragraph ${numbers.format(order)}`,
    language: (code: string) =>
      new Intl.DisplayNames(language, { type: 'language' }).of(code) ?? code,
  },

  card: {
    close: 'Close',
    here: 'The text is in this library.',
    otherHere: 'Another edition of it is in this library.',
    notHere: 'The text is not in this library.',
    open: (name: string) => `Read ${name}`,
    record: 'See every place that cites it',
    alsoCited: (value: number) => `Also cited in ${count(value, 'place', 'places')}`,
    nowhereElse: 'Cited nowhere else in this library.',
    loading: 'Looking up where it is cited…',
    failed: 'Where it is cited could not be looked up: Recital does not answer.',
  },

  workScreen: {
    notHere:
      'The text of this work is not in this library. It is known from the provisions that cite it.',
    missingEdition: (edition: string) => `The edition of ${edition} is not in this library.`,
    editions: 'Texts in this library',
    citedIn: (value: number) => `Cited in ${count(value, 'place', 'places')}`,
    citedNowhere: 'Nothing in this library cites it.',
    asEdition: (edition: string) => `edition of ${edition}`,
  },
} as const;
