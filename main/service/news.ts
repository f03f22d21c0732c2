import { setImmediate as breathe } from 'node:timers/promises';
import type { EditionSummary, ShownEdition } from '../contract/answers.ts';
import type { Api } from '../contract/api.ts';
import type { Comparison, ComparisonRow } from '../contract/comparison.ts';
import { isOperative, type Provision } from '../contract/document.ts';
import { done } from '../contract/failure.ts';
import type { Address } from '../contract/ids.ts';
import type { EditionNews, NewProvision, News } from '../contract/news.ts';
import type { LibraryReader } from '../library/index.ts';

/** As many as a first screen has room for. */
const mostEditions = 3;
const mostAdded = 3;

/** In UTF-16 units. */
const longestText = 220;

/**
 * What is new in the editions that were adopted last. The comparisons are made once for each state of the library, one
 * at a time, so that others are answered in between; the screen that shows one whole finds it made.
 *
 * Errors: none of its own; an edition that was taken away meanwhile is left out.
 */
export function createNews(
  library: Pick<LibraryReader, 'editions' | 'state'>,
  { show, compare }: Pick<Api, 'show' | 'compare'>,
): Api['news'] {
  let known: { readonly state: string | null; readonly news: Promise<News> } | null = null;

  async function reckon(): Promise<News> {
    const editions: EditionNews[] = [];
    for (const [edition, before] of latestRevisions(library.editions())) {
      await breathe();
      const shown = await show({ address: edition.edition });
      const compared = await compare({ from: before.edition, to: edition.edition });
      if (shown.ok && shown.value.kind === 'edition' && compared.ok)
        editions.push({ edition, before, ...newsOf(shown.value, compared.value) });
    }
    return { editions };
  }

  return async () => {
    const state = library.state();
    if (known === null || state === null || known.state !== state) {
      const own = { state, news: reckon() };
      known = own;
      // What went wrong is tried again.
      own.news.catch(() => {
        if (known === own) known = null;
      });
    }
    return done(await known.news);
  };
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
  edition: ShownEdition,
  { rows }: Comparison,
): Pick<EditionNews, 'figures' | 'added'> {
  const figures = { same: 0, amended: 0, moved: 0, new: 0, removed: 0 };
  for (const { status } of rows) figures[status] += 1;
  const isNew = new Set(
    rows.flatMap(({ status, to }: ComparisonRow) => (status === 'new' && to !== null ? [to] : [])),
  );
  const all = edition.sections.flatMap((section) =>
    provisionsIn(section.provisions)
      .filter(({ address, text }) => isNew.has(address) && text !== '')
      .map((provision) => ({
        isOperative: isOperative(section.kind),
        provision: {
          address: `${edition.address}#${provision.address}` as Address,
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
