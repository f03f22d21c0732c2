import type { ShownEdition } from '../../contract/answers.ts';
import {
  isOperative,
  type Annex,
  type Citation,
  type Provision,
  type Section,
  type Table,
} from '../../contract/document.ts';
import { bodyInFull } from '../cite/bodies.ts';
import { clean } from './clean.ts';
import { recitalLink } from './link.ts';

const named: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};
const escape = (text: string): string =>
  clean(text).replace(/[&<>"]/g, (sign) => named[sign] ?? sign);

/** An eId holds no space; our addresses hold none. */
const eId = (address: string): string => ` eId="${escape(address)}"`;

/** ISO 639-2, as Akoma Ntoso's examples have languages; others as they are. */
const threeLetters: Readonly<Record<string, string>> = {
  en: 'eng',
  fr: 'fra',
  es: 'spa',
  ru: 'rus',
  zh: 'zho',
  ar: 'ara',
};

interface Mark {
  readonly start: number;
  readonly end: number;
  readonly href: string;
}

const marksOf = (
  citations: readonly Citation[],
  references: NonNullable<Provision['references']> = [],
): Mark[] =>
  [
    ...citations.map(({ start, end, work, edition }) => ({
      start,
      end,
      href: recitalLink(edition === null ? work : `${work}@${edition}`),
    })),
    ...references
      .filter(({ address }) => address !== '')
      .map(({ start, end, address }) => ({ start, end, href: `#${address}` })),
  ].toSorted((a, b) => a.start - b.start || b.end - a.end);

/** Words with their references and notes where they stand. A reference that reaches into another is left out. */
function inline(text: string, marks: readonly Mark[], notes: Provision['footnotes'] = []): string {
  let xml = '';
  let done = 0;
  const left = notes.toSorted((a, b) => a.at - b.at);
  const upTo = (end: number): string => {
    let words = '';
    while (left[0] !== undefined && (left[0].at <= end || end >= text.length)) {
      const { at, mark, text: note } = left.shift() ?? { at: end, mark: '', text: '' };
      const place = Math.min(Math.max(at, done), text.length);
      words += escape(text.slice(done, place));
      done = place;
      words += `<authorialNote marker="${escape(mark)}" placement="bottom"><p>${escape(note)}</p></authorialNote>`;
    }
    words += escape(text.slice(done, end));
    done = Math.max(done, end);
    return words;
  };
  for (const { start, end, href } of marks) {
    if (start < done || end <= start || end > text.length) continue;
    xml += upTo(start);
    // What is noted at its end stands after it.
    const inner = left.some(({ at }) => at > start && at < end)
      ? upTo(end)
      : escape(text.slice(start, end));
    done = end;
    xml += `<ref href="${escape(href)}">${inner}</ref>`;
  }
  return xml + upTo(text.length);
}

const wordsOf = ({ text, citations, references, footnotes }: Provision): string =>
  `<p>${inline(text, marksOf(citations, references), footnotes)}</p>`;

function tableXml({ caption, rows }: Table): string {
  const set = rows
    .filter((row) => row.length > 0)
    .map((row) => {
      const cells = row.map(({ text, isHeader, columns, rows: down }) => {
        const tag = isHeader ? 'th' : 'td';
        const spans = `${columns > 1 ? ` colspan="${columns}"` : ''}${down > 1 ? ` rowspan="${down}"` : ''}`;
        return `<${tag}${spans}><p>${escape(text)}</p></${tag}>`;
      });
      return `<tr>${cells.join('')}</tr>`;
    });
  // A table has one row at least.
  if (set.length === 0) return caption === '' ? '' : `<p class="caption">${escape(caption)}</p>`;
  const head = caption === '' ? '' : `<caption>${escape(caption)}</caption>`;
  return `<table>${head}${set.join('')}</table>`;
}

/** What stands at a provision itself: its words, a table, a figure's caption. */
const blocksOf = (provision: Provision): string =>
  wordsOf(provision) +
  (provision.table === undefined ? '' : tableXml(provision.table)) +
  (provision.figure === undefined
    ? ''
    : `<p class="figure">${escape(provision.figure.caption)}</p>`);

const numOf = ({ label }: Provision): string => (label === '' ? '' : `<num>${escape(label)}</num>`);

/** A recital holds blocks alone, so what stands under it is a list of blocks. */
function itemsXml(provisions: readonly Provision[]): string {
  if (provisions.length === 0) return '';
  const items = provisions.map(
    (each) =>
      `<item${eId(each.address)}>${numOf(each)}${blocksOf(each)}${itemsXml(each.provisions)}</item>`,
  );
  return `<blockList>${items.join('')}</blockList>`;
}

/** Ids of those who are referred to, which no place of a document has. */
const body = 'recital.body';
const program = 'recital.program';
const actorId = (actor: string): string => `recital.actor.${actor}`;

const levels = ['paragraph', 'subparagraph', 'point', 'indent'] as const;

/** Of the operative part: words where nothing stands under it, else an introduction and what stands under it. */
function* hierarchyXml(provisions: readonly Provision[], depth = 0): Generator<string> {
  const tag = levels[Math.min(depth, levels.length - 1)] ?? 'indent';
  for (const provision of provisions) {
    const open = `<${tag}${eId(provision.address)}>${numOf(provision)}`;
    if (provision.provisions.length === 0) {
      yield `${open}<content>${blocksOf(provision)}</content></${tag}>\n`;
    } else {
      yield `${open}<intro>${blocksOf(provision)}</intro>\n`;
      yield* hierarchyXml(provision.provisions, depth + 1);
      yield `</${tag}>\n`;
    }
  }
}

const headingXml = (heading: string): string =>
  heading === '' ? '' : `<heading>${escape(heading)}</heading>`;

function* recitalsXml({ address, heading, provisions }: Section): Generator<string> {
  yield `<recitals${eId(address)}>${headingXml(heading)}\n`;
  for (const each of provisions)
    yield `<recital${eId(each.address)}>${numOf(each)}${blocksOf(each)}${itemsXml(each.provisions)}</recital>\n`;
  yield '</recitals>\n';
}

function* sectionXml({ address, kind, heading, provisions, actors }: Section): Generator<string> {
  const spokenTo =
    actors.length === 0
      ? ''
      : ` refersTo="${escape(actors.map((actor) => `#${actorId(actor)}`).join(' '))}"`;
  yield `<section${eId(address)} class="${escape(kind.replace(/\s+/g, '-'))}"${spokenTo}>${headingXml(heading)}\n`;
  yield* hierarchyXml(provisions);
  yield '</section>\n';
}

interface Identified {
  readonly edition: ShownEdition;
  /** The address of an annex; empty: the document itself. */
  readonly part: string;
}

/** The last day of the meeting; else the first of the year; else what says that no day is known. */
function dayOf({ summary }: ShownEdition): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(summary.meetingTo)) return summary.meetingTo;
  return summary.year > 0 ? `${String(summary.year).padStart(4, '0')}-01-01` : '0001-01-01';
}

/** A work begins with its first edition, of which the history says no more than the year. */
function beginningOf({ history }: ShownEdition): string | null {
  const [first] = history;
  return history.length < 2 || first === undefined
    ? null
    : `${String(first.year).padStart(4, '0')}-01-01`;
}

const dateXml = (date: string, name: 'adoption' | 'year'): string =>
  `<FRBRdate date="${date}" name="${name}"/>`;

function identificationXml({ edition, part }: Identified): string {
  const { summary, language } = edition;
  const author = bodyInFull(summary.body);
  const component = part === '' ? '' : `/!${part}`;
  const work = recitalLink(summary.work);
  const expression = recitalLink(summary.edition);
  const isDay = dayOf(edition) === summary.meetingTo;
  const date = dateXml(dayOf(edition), isDay ? 'adoption' : 'year');
  const beginning = beginningOf(edition);
  const begun = beginning === null ? date : dateXml(beginning, 'year');
  const by = `<FRBRauthor href="#${body}"/>`;
  const core = (uri: string, made: string, who: string): string =>
    `<FRBRthis value="${escape(uri + component)}"/><FRBRuri value="${escape(uri)}"/>${made}${who}`;
  return `<identification source="#${program}">
<FRBRWork>${core(work, begun, by)}<FRBRcountry value="un"/><FRBRsubtype value="${escape(summary.type)}"/><FRBRnumber value="${escape(summary.number)}"/><FRBRname value="${escape(author === '' ? summary.title : `${author}: ${summary.title}`)}"/></FRBRWork>
<FRBRExpression>${core(expression, date, by)}<FRBRlanguage language="${escape(threeLetters[language] ?? language)}"/></FRBRExpression>
<FRBRManifestation>${core(`${expression}.akn`, date, `<FRBRauthor href="#${program}"/>`)}<FRBRformat value="application/akn+xml"/></FRBRManifestation>
</identification>`;
}

const actorsOf = (sections: readonly Section[]): string[] => [
  ...new Set(sections.flatMap(({ actors }) => actors)),
];

function metaXml(identified: Identified): string {
  const { edition, part } = identified;
  const author = bodyInFull(edition.summary.body);
  const { summary, provenance, sections } = edition;
  const actors = part === '' ? actorsOf(sections) : [];
  const organization = (id: string, href: string, name: string): string =>
    `<TLCOrganization eId="${escape(id)}" href="${escape(href)}" showAs="${escape(name)}"/>`;
  const own =
    part === ''
      ? `\n<proprietary source="#${program}" xmlns:r="recital:metadata"><r:source>${escape(provenance.source)}</r:source><r:rights>${escape(provenance.rights)}</r:rights><r:sha256>${escape(provenance.sha256)}</r:sha256></proprietary>`
      : '';
  const references =
    part === ''
      ? `\n<references source="#${program}">
${organization(body, recitalLink(`body/${summary.body}`), author === '' ? summary.body : author)}
${organization(program, 'recital:', 'Recital')}
${actors.map((actor) => `${organization(actorId(actor), recitalLink(`actor/${actor}`), actor)}\n`).join('')}</references>`
      : '';
  return `<meta>
${identificationXml(identified)}${references}${own}
</meta>
`;
}

function* prefaceXml({ summary, preface, history }: ShownEdition): Generator<string> {
  yield '<preface>\n';
  yield `<longTitle><p><docType>${escape(summary.name)}</docType> <docTitle>${escape(summary.title)}</docTitle></p></longTitle>\n`;
  if (history.length > 0) {
    const places = history.map(({ place, year }) => `${place}, ${year}`).join('; ');
    yield `<p class="history">(${escape(places)})</p>\n`;
  }
  for (const { text, citations } of preface) yield `<p>${inline(text, marksOf(citations))}</p>\n`;
  yield '</preface>\n';
}

/** An annex is a document of its own within the other; its eIds are its addresses in the whole. */
function* attachmentXml(annex: Annex, edition: ShownEdition): Generator<string> {
  yield `<attachment eId="${escape(annex.address)}">${headingXml(annex.heading)}\n<doc name="annex">\n`;
  yield metaXml({ edition, part: annex.address });
  yield '<mainBody>\n';
  if (annex.provisions.length === 0) yield '<p/>\n';
  yield* hierarchyXml(annex.provisions);
  yield '</mainBody>\n</doc>\n</attachment>\n';
}

/**
 * An edition in Akoma Ntoso 3.0: a resolution as a statement, its recitals in the preamble and from the first operative
 * section on everything in the main body; any other text as a doc. Each eId is the place's address within the edition, and
 * IRIs are addresses too.
 */
export function* akomaNtosoOf(edition: ShownEdition): Generator<string> {
  const { form, sections, annexes, formula, summary } = edition;
  const isResolution = form === 'resolution';
  const operative = sections.findIndex(({ kind }) => isOperative(kind));
  // A text of recitals alone has a body too, which cannot be empty.
  const split = isResolution && operative > 0 ? operative : 0;
  const tag = isResolution ? 'statement' : 'doc';
  yield `<?xml version="1.0" encoding="UTF-8"?>
<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0">
<${tag} name="${escape(summary.type === '' ? 'document' : summary.type)}" contains="singleVersion">
`;
  yield metaXml({ edition, part: '' });
  yield* prefaceXml(edition);
  const recitals = sections.slice(0, split);
  if (formula !== '' || recitals.length > 0) {
    yield '<preamble>\n';
    if (formula !== '')
      yield `<formula name="enactingFormula"><p>${escape(formula)}</p></formula>\n`;
    for (const section of recitals) {
      // A section without provisions cannot be recitals, which hold one at least.
      if (section.provisions.length > 0) yield* recitalsXml(section);
      else
        yield `<container name="recitals"${eId(section.address)}><p>${escape(section.heading)}</p></container>\n`;
    }
    yield '</preamble>\n';
  }
  yield '<mainBody>\n';
  const main = sections.slice(split);
  if (main.length === 0) yield '<p/>\n';
  for (const section of main) yield* sectionXml(section);
  yield '</mainBody>\n';
  if (annexes.length > 0) {
    yield '<attachments>\n';
    for (const annex of annexes) yield* attachmentXml(annex, edition);
    yield '</attachments>\n';
  }
  yield `</${tag}>\n</akomaNtoso>\n`;
}
