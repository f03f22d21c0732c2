import { CitedBy } from '../../parts/cited-by.tsx';
import { EditionList } from '../../parts/edition-list.tsx';
import type { Screen } from '../../state/screens.ts';
import { words } from '../../words/index.ts';

/** A work by what is known of it: its texts here, and everywhere it is cited. */
export function Work({
  screen: { work, missingEdition },
}: {
  readonly screen: Screen & { readonly kind: 'work' };
}) {
  const [body = ''] = work.address.split('/');
  const { citedBy } = work;
  return (
    <div class="page narrow work">
      <p class="kicker">{words.body(body)}</p>
      <h1 tabIndex={-1}>{work.name}</h1>
      {work.title !== null && <p class="title">{work.title}</p>}
      <p class="here">
        {!work.hasText && words.workScreen.notHere}
        {work.hasText && missingEdition !== null && words.workScreen.missingEdition(missingEdition)}
      </p>
      {work.editions.length > 0 && (
        <section aria-labelledby="work-editions">
          <h2 id="work-editions">{words.workScreen.editions}</h2>
          <EditionList editions={work.editions} />
        </section>
      )}
      <section aria-labelledby="work-cited">
        <h2 id="work-cited">
          {citedBy.length > 0
            ? words.workScreen.citedIn(citedBy.length)
            : words.workScreen.citedNowhere}
        </h2>
        <CitedBy citations={citedBy} showsEdition />
      </section>
    </div>
  );
}
