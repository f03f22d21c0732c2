import type {
  FacetName,
  Hit,
  IncomingLink,
  SearchNote,
  SuggestionKind,
} from '../../main/contract/answers.ts';
import type { SearchOrder } from '../../main/contract/api.ts';
import type { ComparisonStatus } from '../../main/contract/comparison.ts';
import type { Fate } from '../../main/contract/duties.ts';
import type { FailureCode } from '../../main/contract/failure.ts';
import type { Job } from '../../main/contract/machine.ts';
import type { Signer } from '../../main/contract/packs.ts';
import type { EditionStatus } from '../../main/contract/records.ts';
import { createDates } from './dates.ts';
import type { Catalogue } from './en.ts';
import { languageFacts, type Language } from './languages.ts';
import { createNames } from './names.ts';
import { createMeasures } from './measures.ts';
import { createSay } from './say.ts';

/** In the order in which their figures are said. */
const comparisonStatuses = [
  'amended',
  'moved',
  'new',
  'removed',
  'same',
] as const satisfies readonly ComparisonStatus[];

/** What happened, and what to do about it. */
export interface Sentences {
  readonly title: string;
  readonly what: string;
  readonly todo: string;
}

type ThingKind = SuggestionKind | Hit['kind'] | IncomingLink['kind'];

/**
 * The texts of one language, ready to be said: a text without values as it stands in the catalogue, one with values as a
 * function of them.
 */
export function createWords(c: Catalogue, language: Language) {
  const { locale } = languageFacts[language];
  const say = createSay(language);
  const { date, dates } = createDates(locale);
  const names = createNames(c, say);
  const list = new Intl.ListFormat(locale);
  const unitList = new Intl.ListFormat(locale, { type: 'unit' });
  const numbers = new Intl.NumberFormat(locale);
  const twoDigits = new Intl.NumberFormat(locale, { minimumIntegerDigits: 2 });
  const minutesInShort = new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: 'minute',
    unitDisplay: 'short',
  });
  const number = (value: number): string => numbers.format(value);
  const { bytes, languagesOf } = createMeasures(locale);
  /** Of a message whose one value is a number. */
  const counting =
    (message: string) =>
    (value: number): string =>
      say(message, { value });

  /** "2018", "December 2018"; "revision 3" where ITU-R counts revisions, of which 0 is the first text. */
  const editionName = (edition: string): string => {
    if (/^\d{4}/.test(edition)) return date(edition);
    if (edition === '0') return c.firstEdition;
    return /^\d+$/.test(edition) ? say(c.revision, { number: edition }) : edition;
  };

  /** In quotation marks, unless it has some of its own. */
  const quoted = (text: string): string => (text.includes('"') ? text : say(c.quotation, { text }));

  const kinds: Record<ThingKind, string> = c.kinds;
  const statuses: Record<EditionStatus, string> = c.statuses;
  const failures: Partial<Record<FailureCode, Sentences>> = c.failures;
  const has: Readonly<Record<string, string>> = c.searchScreen.has;

  /** What was searched besides, each once, whichever of the words it stands for. */
  const besides = (notes: readonly SearchNote[]): string => {
    const others = new Set(notes.flatMap(({ to }) => to));
    return say(c.searchScreen.notes['also-searched'], {
      to: list.format([...others].map(quoted)),
    });
  };

  const note = (given: SearchNote): string => {
    const { code, detail, to } = given;
    if (code === 'also-searched') return besides([given]);
    if (code === 'relaxed') {
      const { relaxed, nowhere } = c.searchScreen.notes;
      const all = say(relaxed, { whole: given.whole ?? 0 });
      return to.length === 0 ? all : `${all} ${say(nowhere, { to: list.format(to.map(quoted)) })}`;
    }
    return say(c.searchScreen.notes[code], {
      typed: quoted(detail),
      to: list.format(to.map(quoted)),
    });
  };

  return {
    ...c,
    language,
    title: (screen: string) => say(c.title, { screen }),

    number,
    ...names,
    kind: (kind: ThingKind): string => kinds[kind],
    status: (status: EditionStatus): string => statuses[status],
    date,
    dates,
    editionName,
    /** "2016 and December 2024". */
    editionNames: (editions: readonly string[]): string => list.format(editions.map(editionName)),
    minutes: counting(c.minutes),
    /** What a clock shows after so many milliseconds: "12:05". */
    clock: (milliseconds: number): string => {
      const seconds = Math.floor(milliseconds / 1000);
      return `${numbers.format(Math.floor(seconds / 60))}:${twoDigits.format(seconds % 60)}`;
    },
    /** "4 min". */
    minutesShort: (value: number): string => minutesInShort.format(value),
    /** "3.7 MB". */
    bytes,
    /** "English and French", from BCP 47. */
    languagesOf,
    /** Where a citation names an older edition than the newest that is known. */
    citedOlder: (cited: string, newest: string) =>
      say(c.citedOlder, { cited: editionName(cited), newest: editionName(newest) }),
    moreOf: counting(c.moreOf),
    failure: (code: FailureCode): Sentences => failures[code] ?? c.failures.surprise,
    searchInstead: (text: string) => say(c.searchInstead, { text: quoted(text) }),
    noSuchPlace: (target: string) => say(c.noSuchPlace, { target }),

    homeScreen: {
      ...c.homeScreen,
      counts: (editions: number, provisions: number, citations: number) =>
        say(c.homeScreen.counts, { editions, provisions, citations }),
      provisions: counting(c.homeScreen.provisions),
      newsAgainst: (before: string, figures: string) =>
        say(c.homeScreen.newsAgainst, { before, figures }),
      allTours: counting(c.homeScreen.allTours),
      allTexts: counting(c.homeScreen.allTexts),
      version: (version: string) => say(c.homeScreen.version, { version }),
    },

    searchBox: {
      ...c.searchBox,
      found: counting(c.searchBox.found),
    },

    searchScreen: {
      ...c.searchScreen,
      title: (query: string) =>
        query === '' ? c.searchScreen.empty : say(c.searchScreen.title, { query }),
      heading: (query: string) => (query === '' ? c.searchScreen.everything : quoted(query)),
      total: counting(c.searchScreen.total),
      range: (from: number, to: number, total: number) =>
        say(c.searchScreen.range, { from, to, total }),
      filter: c.searchScreen.filter satisfies Record<FacetName, string>,
      note,
      leftAsTyped: (typed: string) => say(c.searchScreen.leftAsTyped, { typed: quoted(typed) }),
      notLeftAsTyped: (typed: string) =>
        say(c.searchScreen.notLeftAsTyped, { typed: quoted(typed) }),
      searchFor: (typed: string) => say(c.searchScreen.searchFor, { typed: quoted(typed) }),
      searchOnly: (typed: string) => say(c.searchScreen.searchOnly, { typed: quoted(typed) }),
      orders: c.searchScreen.orders satisfies Record<SearchOrder, string>,
      because: c.searchScreen.because satisfies Record<Hit['because'], string>,
      has: (value: string) => has[value] ?? value,
      wordMissing: (word: string) => say(c.searchScreen.wordMissing, { word: quoted(word) }),
      wordFound: (word: string, value: number) =>
        say(c.searchScreen.wordFound, { word: quoted(word), value }),
      withoutFilters: counting(c.searchScreen.withoutFilters),
      references: counting(c.searchScreen.references),
    },

    reader: {
      ...c.reader,
      linkTo: (name: string) => say(c.reader.linkTo, { name }),
      warnings: counting(c.reader.warnings),
      line: (line: number) => say(c.reader.line, { line }),
      footnote: (mark: string) => say(c.reader.footnote, { mark }),
      backToText: (mark: string) => say(c.reader.backToText, { mark }),
      unlabelled: (order: number) => say(c.reader.unlabelled, { order }),
      goToUnknown: (typed: string) => say(c.reader.goToUnknown, { typed }),
      found: (at: number, all: number) => say(c.reader.found, { at, all }),
      compareWith: (edition: string) => say(c.reader.compareWith, { edition }),
      textCitedIn: counting(c.reader.textCitedIn),
      /** For the clipboard, so without marks of direction. */
      quotation: (values: { text: string; work: string; place: string }) =>
        say(
          values.place === '' ? c.reader.quotationWithoutPlace : c.reader.quotation,
          values,
        ).replaceAll(/[\u2068\u2069]/gu, ''),
      language: (code: string) =>
        new Intl.DisplayNames(locale, { type: 'language' }).of(code) ?? code,
    },

    card: {
      ...c.card,
      open: (name: string) => say(c.card.open, { name }),
      alsoCited: counting(c.card.alsoCited),
    },

    compareScreen: {
      ...c.compareScreen,
      title: (from: string, to: string) => say(c.compareScreen.title, { from, to }),
      /** "26 amended, 24 new and 7 removed", without what there is none of. */
      figures: (figures: Readonly<Record<ComparisonStatus, number>>) =>
        list.format(
          comparisonStatuses
            .filter((status) => figures[status] > 0)
            .map((status) => say(c.compareScreen.figures[status], { value: figures[status] })),
        ),
      ofProvisions: (figures: string) => say(c.compareScreen.ofProvisions, { figures }),
      ofHeadings: (figures: string) => say(c.compareScreen.ofHeadings, { figures }),
      alsoMoved: counting(c.compareScreen.alsoMoved),
      shown: (value: number, all: number) => say(c.compareScreen.shown, { value, all }),
      changes: counting(c.compareScreen.changes),
      change: (order: number, all: number) => say(c.compareScreen.change, { order, all }),
      formerPlace: (place: string) => say(c.compareScreen.formerPlace, { place }),
      placeNow: (place: string) => say(c.compareScreen.placeNow, { place }),
      /** Things that are said of one provision, one after the other. */
      together: (parts: readonly string[]) => unitList.format(parts),
    },

    timeline: {
      ...c.timeline,
      compare: (older: string, newer: string) => say(c.timeline.compare, { older, newer }),
      citedHere: counting(c.timeline.citedHere),
    },

    mapScreen: {
      ...c.mapScreen,
      title: (name: string | null) =>
        name === null ? c.mapScreen.name : say(c.mapScreen.title, { name }),
      part: (shown: number, total: number) => say(c.mapScreen.part, { shown, total }),
      described: (works: number) => say(c.mapScreen.described, { works }),
      found: counting(c.mapScreen.found),
      citedIn: counting(c.mapScreen.citedIn),
      citesIn: counting(c.mapScreen.citesIn),
      times: counting(c.mapScreen.times),
      open: (name: string) => say(c.mapScreen.open, { name }),
      /** Things that are said of one work, one after the other. */
      together: (parts: readonly string[]) => unitList.format(parts),
    },

    meetingsTimeline: {
      ...c.meetingsTimeline,
      more: counting(c.meetingsTimeline.more),
    },

    workScreen: {
      ...c.workScreen,
      missingEdition: (edition: string) =>
        say(c.workScreen.missingEdition, { edition: editionName(edition) }),
      statusOfNewest: (status: EditionStatus, edition: string) =>
        say(c.workScreen.statusOfNewest, {
          status: statuses[status],
          edition: editionName(edition),
        }),
      askedEdition: (edition: string, status: EditionStatus, newest: string) =>
        say(c.workScreen.askedEdition, {
          edition: editionName(edition),
          status: statuses[status].toLocaleLowerCase(locale),
          newest: editionName(newest),
        }),
      /** How many places cite an edition that is not the newest known. */
      olderCited: (value: number, cited: string, newest: string) =>
        say(c.workScreen.olderCited, {
          value,
          cited: editionName(cited),
          newest: editionName(newest),
        }),
      places: counting(c.workScreen.places),
      citedIn: counting(c.workScreen.citedIn),
      asEdition: (edition: string) =>
        /^\d{4}/.test(edition)
          ? say(c.workScreen.editionOf, { edition: editionName(edition) })
          : editionName(edition),
    },

    libraryScreen: {
      ...c.libraryScreen,
      narrowed: counting(c.libraryScreen.narrowed),
    },

    list: {
      ...c.list,
      count: (value: number, all: number) =>
        value === all ? say(c.list.all, { all }) : say(c.list.some, { value, all }),
      seriesOf: (group: string, series: string) => say(c.list.seriesOf, { group, series }),
      printed: (value: number, all: number) => say(c.list.printed, { value, all }),
    },

    handbook: {
      ...c.handbook,
      countOfChapters: counting(c.handbook.countOfChapters),
    },

    bodyScreen: {
      ...c.bodyScreen,
      period: (period: string) => say(c.bodyScreen.period, { period: period.replace('-', '–') }),
      between: (from: string, to: string) => say(c.bodyScreen.between, { from, to }),
      periodFrom: (from: string) => say(c.bodyScreen.periodFrom, { from }),
      tasks: counting(c.bodyScreen.tasks),
      askedAsOneOf: (actor: string) => say(c.bodyScreen.askedAsOneOf, { actor }),
      together: (actors: readonly string[]) =>
        say(c.bodyScreen.together, { actors: list.format(actors) }),
    },

    dutiesScreen: {
      ...c.dutiesScreen,
      count: (value: number, all: number) =>
        value === all
          ? say(c.dutiesScreen.count.all, { all })
          : say(c.dutiesScreen.count.some, { value, all }),
      bounded: (shown: number, all: number) => say(c.dutiesScreen.bounded, { shown, all }),
      leftOut: counting(c.dutiesScreen.leftOut),
      narrowedTo: (choices: readonly string[]) =>
        say(c.dutiesScreen.narrowedTo, { choices: unitList.format(choices) }),
      fates: c.dutiesScreen.fates satisfies Record<Fate, string>,
      became: (fate: Fate, edition: string) =>
        say(c.dutiesScreen.became[fate], { edition: editionName(edition) }),
      compared: (fate: Fate, edition: string) =>
        say(c.dutiesScreen.compared[fate], { edition: editionName(edition) }),
      counted: (fate: Fate, value: number) => say(c.dutiesScreen.counted[fate], { value }),
      provisions: counting(c.dutiesScreen.provisions),
    },

    ownTours: {
      ...c.ownTours,
      saved: (name: string) => say(c.ownTours.saved, { name }),
      /** What a button does, and to which of several tours. */
      of: (action: string, title: string) => say(c.ownTours.of, { action, title }),
      deleted: (title: string) => say(c.ownTours.deleted, { title }),
      failed: (why: string) => say(c.ownTours.failed, { why }),
    },
    editScreen: {
      ...c.editScreen,
      title: (title: string) => say(c.editScreen.title, { title }),
      notSaved: (why: string) => say(c.editScreen.notSaved, { why }),
      unsavedElsewhere: (title: string) => say(c.editScreen.unsavedElsewhere, { title }),
      shows: counting(c.editScreen.shows),
      moved: (title: string, order: number, stops: number) =>
        say(c.editScreen.moved, { title, order, stops }),
      added: (order: number) => say(c.editScreen.added, { order }),
      duplicated: (title: string) => say(c.editScreen.duplicated, { title }),
      removed: (title: string) => say(c.editScreen.removed, { title }),
      exhibitAdded: (name: string) => say(c.editScreen.exhibitAdded, { name }),
      exhibitRemoved: (name: string) => say(c.editScreen.exhibitRemoved, { name }),
      answer: (order: number) => say(c.editScreen.answer, { order }),
      attentionLead: counting(c.editScreen.attentionLead),
    },
    addToTour: {
      ...c.addToTour,
      stopName: (order: number, title: string) => say(c.addToTour.stopName, { order, title }),
      added: (tour: string, stop: number) => say(c.addToTour.added, { tour, stop }),
    },
    stage: {
      ...c.stage,
      part: (part: number, parts: number) => say(c.stage.part, { part, parts }),
      stopOf: (stop: number, stops: number) => say(c.stage.stopOf, { stop, stops }),
      footnote: (mark: string) => say(c.stage.footnote, { mark }),
      became: (what: string, from: string) => say(c.stage.became, { what, from }),
      comparedWith: (from: string) => say(c.stage.comparedWith, { from }),
    },

    presentScreen: {
      ...c.presentScreen,
      title: (title: string) => say(c.presentScreen.title, { title }),
      left: (time: string) => say(c.presentScreen.left, { time }),
      over: (time: string) => say(c.presentScreen.over, { time }),
      jump: (typed: string) => say(c.presentScreen.jump, { typed }),
    },

    roomScreen: {
      ...c.roomScreen,
      connected: counting(c.roomScreen.connected),
      qr: (url: string) => say(c.roomScreen.qr, { url }),
      announced: (name: string) => say(c.roomScreen.announced, { name }),
    },
    roomInbox: {
      ...c.roomInbox,
      answers: counting(c.roomInbox.answers),
    },
    followScreen: {
      ...c.followScreen,
      atStop: (stop: number) => say(c.followScreen.atStop, { stop }),
      about: (stop: number) => say(c.followScreen.about, { stop }),
      left: counting(c.followScreen.left),
    },
    jobs: {
      ...c.jobs,
      kind: (kind: Job['kind'], what: string) => say(c.jobs.kinds[kind], { what }),
      of: (done: number, total: number, unit: Job['unit']) =>
        unit === 'bytes'
          ? say(c.jobs.of, { done: bytes(done), total: bytes(total) })
          : say(c.jobs.of, { done: number(done), total: number(total) }),
    },
    addScreen: {
      ...c.addScreen,
      documents: counting(c.addScreen.documents),
      tours: counting(c.addScreen.tours),
      packs: counting(c.addScreen.packs),
      added: counting(c.addScreen.added),
      failed: counting(c.addScreen.failed),
    },
    packsScreen: {
      ...c.packsScreen,
      version: (version: string) => say(c.packsScreen.version, { version }),
      figures: (editions: number, languages: readonly string[], size: number) =>
        say(c.packsScreen.figures, {
          editions,
          languages: languagesOf(languages),
          size: bytes(size),
        }),
      signer: (signer: Signer) =>
        signer.kind === 'known'
          ? say(c.packsScreen.signers.known, { publisher: signer.publisher })
          : c.packsScreen.signers[signer.kind],
      rollBack: (version: string) => say(c.packsScreen.rollBack, { version }),
      removeSure: (title: string) => say(c.packsScreen.removeSure, { title }),
      deed: (kind: keyof Catalogue['packsScreen']['deeds'], title: string, version = '') =>
        say(c.packsScreen.deeds[kind], { title, version }),
      leftOut: (why: string) => say(c.packsScreen.leftOut, { why }),
    },
    onSticks: { ...c.onSticks, found: counting(c.onSticks.found) },
    packFile: {
      ...c.packFile,
      title: (name: string) => say(c.packFile.title, { name }),
      signed: (publisher: string) => say(c.packFile.signed, { publisher }),
      unknownLead: (publisher: string) => say(c.packFile.unknownLead, { publisher }),
      newer: (version: string) => say(c.packFile.newer, { version }),
      holds: (editions: number, provisions: number) =>
        say(c.packFile.holds, { editions, provisions }),
      against: (version: string) => say(c.packFile.against, { version }),
      added: counting(c.packFile.added),
      updated: counting(c.packFile.updated),
      removed: counting(c.packFile.removed),
      update: (version: string) => say(c.packFile.update, { version }),
      older: (version: string) => say(c.packFile.older, { version }),
      installed: (title: string) => say(c.packFile.installed, { title }),
    },
    takeHome: {
      ...c.takeHome,
      made: (name: string) => say(c.takeHome.made, { name }),
    },

    tour: {
      ...c.tour,
      countOfStops: counting(c.tour.countOfStops),
      length: (stops: number, minutes: number) => say(c.tour.length, { stops, minutes }),
      stop: (order: number) => say(c.tour.stop, { order }),
      changedBetween: (from: string, to: string) => say(c.tour.changedBetween, { from, to }),
      changedAt: (from: string, place: string) => say(c.tour.changedAt, { from, place }),
    },
  };
}

export type Words = ReturnType<typeof createWords>;
