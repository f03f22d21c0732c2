import type { ChangedWork, PackReport } from '../../../main/contract/packs.ts';
import { recordPrefixes } from '../../../main/contract/ids.ts';
import { Some } from '../../parts/some.tsx';
import { words } from '../../words/index.ts';

const atOnce = 12;

/** What installing a pack changes: works that are new, updated and removed, each by its name. */
export function Changes({ report: { changes, installed } }: { readonly report: PackReport }) {
  const { packFile } = words;
  const kinds = (['added', 'updated', 'removed'] as const).filter(
    (kind) => changes[kind].length > 0,
  );
  return (
    <section class="pack-changes" aria-labelledby="pack-changes">
      <h2 id="pack-changes">{packFile.changes}</h2>
      <p class="quiet">{installed === null ? packFile.first : packFile.against(installed)}</p>
      {kinds.length === 0 && <p>{packFile.nothing}</p>}
      {kinds.map((kind) => (
        <section key={kind} aria-labelledby={`pack-${kind}`}>
          <h3 id={`pack-${kind}`}>{packFile[kind](changes[kind].length)}</h3>
          <Some atOnce={atOnce} class={`changed-works is-${kind}`}>
            {changes[kind].map((work) => (
              <ChangedWorkView key={work.address} work={work} />
            ))}
          </Some>
        </section>
      ))}
    </section>
  );
}

/** A work with the editions that come, change or go, by what tells them apart; or what else it is. */
function ChangedWorkView({ work }: { readonly work: ChangedWork }) {
  return (
    <li>
      <span dir="auto">{work.name}</span> <span class="quiet">{markOf(work)}</span>
    </li>
  );
}

function markOf({ address, editions }: ChangedWork): string {
  const [first = ''] = address.split('/');
  const record = recordPrefixes.find((prefix) => prefix === first);
  if (record !== undefined) return words.kind(record);
  if (editions.length === 0) return words.kinds.reference;
  // The name is that of the newest one.
  return editions.length === 1
    ? ''
    : words.editionNames(editions.map((edition) => edition.slice(edition.indexOf('@') + 1)));
}
