import type { EditionSummary } from '../contract/answers.ts';
import type { Api, Call } from '../contract/api.ts';
import type { Comparison, ComparisonRow } from '../contract/comparison.ts';
import { isOperative, type Provision, type Section } from '../contract/document.ts';
import type { Address, EditionId } from '../contract/ids.ts';
import type { EditionNews, NewProvision, News } from '../contract/news.ts';
import { CalledOff, createPace, type LibraryReader } from '../library/index.ts';
import { createReckonings } from './reckonings.ts';

/** As many as a first screen has room for. */
const mostEditions = 3;
const mostAdded = 3;

/** In UTF-16 units. */
const longestText = 220;

/**
 * What is new in the editions that were adopted last. The comparisons are made once for each state of the library, one
 * at a time, so that others are answered in between; the screen that shows one whole finds it made.
 *
 * Errors: `called-off`, where nobody waits for the answer any more; an edition that was taken away meanwhile is left out.
 */
export function createNews(
  library: Pick<LibraryReader, 'editions' | 'edition' | 'structure' | 'inOneView' | 'state'>,
  compare: Api['compare'],
): Api['news'] {
  const reckonings = createReckonings<News>(1);

  const readSections = (edition: EditionId): readonly Section[] | null =>
    library.inOneView(() => {
      const stored = library.edition(edition);
      return stored === null ? null : library.structure(stored.row).sections;
    });

  async function reckon(call: Call): Promise<News> {
    const pace = createPace(call);
    const editions: EditionNews[] = [];
    for (const [edition, before] of latestRevisions(library.editions())) {
      const compared = await compare({ from: before.edition, to: edition.edition }, call);
      if (!compared.ok && compared.error.code === 'called-off') throw new CalledOff();
      await pace.rest();
      const sections = readSections(edition.edition);
      await pace.rest();
      if (sections !== null && compared.ok)
        editions.push({ edition, before, ...newsOf(edition, sections, compared.value) });
    }
    return { editions };
  }

  return async (_request, call) => reckonings(library.state(), call, reckon);
}

type Revision = readonly [edition: EditionSummary, before: EditionSummary];

function latestRevisions(editions: readonly EditionSummary[]): readonly Revision[] {
  // Newest first within a work.
  const revisions = [...Map.groupBy(editions, ({ work }) => work).values()].flatMap(
    ([newest, before]): Revision[] =>
      newest === undefined || before === undefined ? [] : [[newest, before]],
  );
  return revisions
    .toSorted(([a], [b]) => whenAdopted(b).localeCompare(whenAdopted(a)))
    .slice(0, mostEditions);
}

const whenAdopted = ({ meetingFrom, year }: EditionSummary): string => meetingFrom || String(year);

function newsOf(
  { edition }: EditionSummary,
  sections: readonly Section[],
  { rows }: Comparison,
): Pick<EditionNews, 'figures' | 'added'> {
  const figures = { same: 0, amended: 0, moved: 0, new: 0, removed: 0 };
  for (const { status } of rows) figures[status] += 1;
  const isNew = new Set(
    rows.flatMap(({ status, to }: ComparisonRow) => (status === 'new' && to !== null ? [to] : [])),
  );
  const all = sections.flatMap((section) =>
    provisionsIn(section.provisions)
      .filter(({ address, text }) => isNew.has(address) && text !== '')
      .map((provision) => ({
        isOperative: isOperative(section.kind),
        provision: {
          address: `${edition}#${provision.address}` as Address,
          heading: section.heading,
          label: provision.label,
          text: beginningOf(provision.text),
        } satisfies NewProvision,
      })),
  );
  const [operative, others] = [true, false].map((wanted) =>
    all.filter((each) => each.isOperative === wanted).map(({ provision }) => provision),
  );
  return { figures, added: [...(operative ?? []), ...(others ?? [])].slice(0, mostAdded) };
}

const provisionsIn = (provisions: readonly Provision[]): readonly Provision[] =>
  provisions.flatMap((each) => [each, ...provisionsIn(each.provisions)]);

/** Cut at a space. */
function beginningOf(text: string): string {
  if (text.length <= longestText) return text;
  return `${text.slice(0, text.lastIndexOf(' ', longestText))} …`;
}
