import type {
  FacetName,
  Hit,
  IncomingLink,
  SearchNote,
  SuggestionKind,
} from '../../main/contract/answers.ts';
import type { SearchOrder } from '../../main/contract/api.ts';
import type { FailureCode } from '../../main/contract/failure.ts';
import type { EditionStatus } from '../../main/contract/records.ts';
import { nameActor, nameBody, nameType, shortNameOfBody } from './names-en.ts';

const language = 'en-GB';
const plurals = new Intl.PluralRules(language);
const numbers = new Intl.NumberFormat(language);
const days = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' });
const months = new Intl.DateTimeFormat(language, {
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});

/** "1 provision", "12 provisions". */
function count(value: number, one: string, other: string): string {
  return `${numbers.format(value)} ${plurals.select(value) === 'one' ? one : other}`;
}

/** "2018", "January 2018", "29 January 2018": an ISO 8601 date as exact as it is known. */
function date(iso: string): string {
  if (!/^\d{4}-\d\d(?:-\d\d)?$/.test(iso) || Number.isNaN(Date.parse(iso))) return iso;
  return (iso.length === 7 ? months : days).format(Date.parse(iso));
}

/** "2018", "December 2018"; "revision 3" where ITU-R counts revisions, of which 0 is the first text. */
function editionName(edition: string): string {
  if (/^\d{4}/.test(edition)) return date(edition);
  if (edition === '0') return 'first edition';
  return /^\d+$/.test(edition) ? `revision ${edition}` : edition;
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
  'unknown-record': notFound('Not in this library', 'This library has no such page.'),
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

const list = new Intl.ListFormat(language);

/** In quotation marks, unless it has some of its own. */
const quoted = (text: string): string => (text.includes('"') ? text : `“${text}”`);

/** What was searched besides, each once, whichever of the words it stands for. */
function besidesText(notes: readonly SearchNote[]): string {
  const names = new Set(notes.flatMap(({ to }) => to));
  return `Also searched for ${list.format([...names].map(quoted))}.`;
}

function noteText({ code, detail, to }: SearchNote): string {
  switch (code) {
    case 'read-as-plain-words':
      return 'The search could not be read as it stands, so each part was taken as a plain word.';
    case 'no-words':
      return 'There is no word in this search to look for.';
    case 'query-shortened':
      return 'The search was very long; only its beginning was used.';
    case 'corrected':
      return `Searched for ${list.format(to.map(quoted))} instead of ${quoted(detail)}.`;
    case 'also-searched':
      return besidesText([{ code, detail, to }]);
    case 'relaxed':
      return 'Nothing has all of these words. What has most of them comes first.';
    case 'bounded':
      return 'This search matches so much that only the most important part was looked at.';
  }
}

const has: Readonly<Record<string, string>> = {
  footnote: 'Footnotes',
  table: 'Tables',
  figure: 'Figures',
  citation: 'Citations',
  text: 'Text here',
  record: 'Record only',
};

/** One word for each kind of thing that a list may hold beside others. */
const kinds: Record<SuggestionKind | Hit['kind'] | IncomingLink['kind'], string> = {
  edition: 'Text',
  work: 'Cited work',
  section: 'Section',
  provision: 'Provision',
  actor: 'Who must act',
  stop: 'Tour stop',
  field: 'Part of the search',
  reference: 'Reference',
  body: 'Body',
  handbook: 'Handbook',
  chapter: 'Handbook chapter',
  tour: 'Tour',
  term: 'Glossary',
  meeting: 'Meeting',
  topic: 'Topic',
};

const statuses: Record<EditionStatus, string> = {
  'in-force': 'In force',
  superseded: 'Superseded',
  withdrawn: 'Withdrawn',
  unknown: 'Status not known',
};

const lists = {
  references: {
    name: 'References',
    lead: 'Recommendations, reports, resolutions and handbooks that the texts cite, and the works around them.',
  },
  bodies: {
    name: 'Who does what',
    lead: 'Study groups, advisory groups, Bureaux, assemblies and partners: their mandate, their part in IMT, and what the resolutions ask of them.',
  },
  handbooks: {
    name: 'Handbooks',
    lead: 'Short handbooks written for this library. Every claim leads to the provision or reference that it rests on.',
  },
  tours: {
    name: 'Tours',
    lead: 'Guided routes for a workshop: what to show, what to say, and a question for the room at each stop.',
  },
  glossary: {
    name: 'Glossary',
    lead: 'Terms and abbreviations of these texts, with the words that people use instead.',
  },
  meetings: {
    name: 'Meetings',
    lead: 'The assemblies and conferences that the texts name, newest first.',
  },
  topics: {
    name: 'Topics',
    lead: 'Subjects that run through the texts, each with its provisions, references, bodies and terms.',
  },
} as const;

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
  kind: (kind: keyof typeof kinds): string => kinds[kind],
  status: (status: EditionStatus): string => statuses[status],
  date,
  editionName,
  minutes: (value: number) => count(value, 'minute', 'minutes'),
  /** Where a citation names an older edition than the newest that is known. */
  citedOlder: (cited: string, newest: string) =>
    `cited ${editionName(cited)}, newest known ${editionName(newest)}`,
  moreOf: (value: number) => `${numbers.format(value)} more`,
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
    also: 'Also in this library',
    entries: {
      handbooks: 'Resolutions and IMT explained',
      tours: 'Guided routes for a workshop',
      bodies: 'Bodies, and what is asked of them',
      references: 'What the texts cite, and its status',
      glossary: 'Terms and abbreviations',
      topics: 'Subjects across the texts',
    },
    empty: 'This library holds no texts yet.',
    version: (version: string) => `Recital ${version}`,
    offline: 'Everything here is on this machine. Nothing is fetched from the internet.',
  },

  searchBox: {
    label: 'Search the library',
    placeholder: 'Words, a name or number, an address',
    shortPlaceholder: 'Search',
    submit: 'Search',
    suggestions: 'Suggestions',
    found: (value: number) => (value === 0 ? '' : count(value, 'suggestion', 'suggestions')),
    noSuggestions: 'Suggestions are not available: Recital does not answer.',
  },

  searchScreen: {
    title: (query: string) => (query === '' ? 'Search' : `Search: ${query}`),
    // A query that has quotation marks of its own gets no further ones.
    heading: (query: string) =>
      query === '' ? 'Everything' : query.includes('"') ? query : `“${query}”`,
    total: (value: number) =>
      value === 0 ? 'Nothing found' : `${count(value, 'result', 'results')} found`,
    range: (from: number, to: number, total: number) =>
      `${numbers.format(from)} to ${numbers.format(to)} of ${numbers.format(total)}`,
    results: 'Results',
    filters: 'Narrow the search',
    filter: {
      type: 'Kind',
      body: 'Body',
      year: 'Year',
      section: 'Section',
      actor: 'Who must act',
      topic: 'Topic',
      lang: 'Language',
      has: 'With',
    } satisfies Record<FacetName, string>,
    type: nameType,
    remove: 'Remove',
    newer: 'Previous results',
    more: 'More results',
    pages: 'Pages of results',
    note: noteText,
    searchFor: (typed: string) => `Search for ${quoted(typed)}`,
    besides: besidesText,
    searchOnly: (notes: readonly SearchNote[]) =>
      notes.length === 1 ? `Only ${quoted(notes[0]?.detail ?? '')}` : 'Only what was typed',
    asTyped: 'Searched for exactly what was typed.',
    notAsTyped: 'Search with corrections and other names',
    order: 'Order of the results',
    orders: {
      relevance: 'By relevance',
      date: 'Newest first',
      document: 'As in the texts',
    } satisfies Record<SearchOrder, string>,
    because: {
      named: 'What you asked for',
      cites: 'Where it is cited',
      words: 'Found by these words',
    } satisfies Record<Hit['because'], string>,
    alsoIn: 'Also in',
    has: (value: string) => has[value] ?? value,
    toFirstPage: 'There are no more results. Back to the first ones',
    emptyWhat: 'Nothing in this library has these words together.',
    filteredAway: 'Nothing that the filters let through has these words.',
    wordMissing: (word: string) => `${quoted(word)} is nowhere in this library.`,
    nearest: 'The nearest words here:',
    wordFound: (word: string, value: number) =>
      `${quoted(word)} alone: ${count(value, 'result', 'results')}`,
    withoutFilters: (value: number) => `${count(value, 'result', 'results')} without the filters`,
    noTexts: '0 in texts here;',
    references: (value: number) => `${count(value, 'reference', 'references')} you could request`,
    explained: {
      name: 'How this was searched',
      understood: 'Understood as',
      plan: 'Plan',
      bounded: 'Left out, to keep it quick',
      failed: 'This could not be told: Recital does not answer.',
    },
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
    record: 'What is known of it',
    alsoCited: (value: number) => `Also cited in ${count(value, 'place', 'places')}`,
    nowhereElse: 'Cited nowhere else in this library.',
    loading: 'Looking up where it is cited…',
    failed: 'Where it is cited could not be looked up: Recital does not answer.',
  },

  definition: {
    name: 'Definition',
    more: 'More on this term',
  },

  workScreen: {
    notHere: 'The text of this work is not in this library.',
    onlyCited: 'It is known from the provisions that cite it.',
    missingEdition: (edition: string) =>
      `The text of the edition of ${editionName(edition)} is not in this library.`,
    statusOfNewest: (status: EditionStatus, edition: string) =>
      `${statuses[status]} · newest known edition ${editionName(edition)}`,
    askedEdition: (edition: string, status: EditionStatus, newest: string) =>
      `You asked for the edition of ${editionName(edition)} (${statuses[status].toLowerCase()}). The newest known is ${editionName(newest)}.`,
    withdrawn: 'This work was withdrawn. Texts here still cite it.',
    withdrawnUncited: 'This work was withdrawn.',
    superseded: 'This work was superseded.',
    readInstead: 'In its place:',
    digest: 'In short',
    note: 'What it is for',
    facts: 'Record',
    responsible: 'Responsible',
    replaces: 'Replaces',
    replacedBy: 'Replaced by',
    where: 'Where it can be had',
    editions: 'Texts in this library',
    knownEditions: 'Known editions',
    edition: 'Edition',
    approved: 'Approved',
    published: 'Published',
    status: 'Status',
    cited: 'Cited here',
    places: (value: number) => count(value, 'place', 'places'),
    citedIn: (value: number) => `Cited in ${count(value, 'place', 'places')}`,
    citedNowhere: 'Nothing in this library cites it.',
    asEdition: (edition: string) =>
      /^\d{4}/.test(edition) ? `edition of ${editionName(edition)}` : editionName(edition),
  },

  records: {
    topics: 'Topics',
    sources: 'Sources of these facts',
    linkedFrom: 'Where this library speaks of it',
    inTopic: 'In this topic',
    /** Of an edition, in the reader. */
    inLibrary: 'In tours, handbooks and topics',
    see: 'See also',
  },

  list: {
    ...lists,
    filter: { references: 'Filter the references', glossary: 'Filter the terms' },
    filterPlaceholder: 'Number, word or year',
    termPlaceholder: 'Term or abbreviation',
    status: 'Status',
    anyStatus: 'Any status',
    order: 'Order',
    byNumber: 'By number',
    byYear: 'Newest first',
    letters: 'Letters',
    groups: 'Other series',
    years: 'Years',
    /** "A to Z" has no place for terms that begin with a figure. */
    figures: '0–9',
    count: (value: number, all: number) =>
      value === all
        ? count(all, 'entry', 'entries')
        : `${numbers.format(value)} of ${count(all, 'entry', 'entries')}`,
    nothing: 'No entry fits. Use fewer words, or another status.',
    empty: 'This library has no entries of this kind yet.',
    hasText: 'text here',
    others: 'Union and partners',
    toMeetings: 'Assemblies and conferences by date',
    /** "ITU-T Recommendations". */
    groupOf: (body: string, type: string) => `${shortNameOfBody(body)} ${nameType(type)}`,
    seriesOf: (group: string, series: string) => `${group}, ${series} series`,
    without: 'Others',
  },

  bodyScreen: {
    period: (period: string) => `Study period ${period.replace('-', '–')}`,
    onThisPage: 'On this page',
    mandate: 'Mandate',
    partInImt: 'Its part in IMT',
    before: 'What came before',
    after: 'What came after',
    asked: 'What it is asked to do',
    askedNothing: 'No text in this library speaks to it directly.',
    askedAsOneOf: (actor: string) => `Asked of the ${actor} together`,
    together: (actors: readonly string[]) =>
      `together with ${new Intl.ListFormat(language).format(actors)}`,
    publications: 'Main publications',
    answersFor: 'References it answers for',
  },

  handbook: {
    chapters: 'Chapters',
    previous: 'Previous chapter',
    next: 'Next chapter',
    between: 'Chapters before and after',
  },

  tour: {
    length: (stops: number, minutes: number) =>
      `${count(stops, 'stop', 'stops')} · ${count(minutes, 'minute', 'minutes')}`,
    stops: 'Stops',
    stop: (order: number) => `Stop ${numbers.format(order)}`,
    show: 'Show',
    say: 'Say',
    ask: 'Ask the room',
    changed: 'What changed',
    /** Between the older and the newer edition of a comparison. */
    to: 'to',
    at: 'at',
  },

  term: {
    synonyms: 'People also say',
  },

  meeting: {
    body: 'Body',
    place: 'Place',
    dates: 'Dates',
    editions: 'Texts it adopted, in this library',
    noEditions: 'No text that it adopted is in this library.',
  },

  topic: {
    provisions: 'Provisions',
  },
} as const;
