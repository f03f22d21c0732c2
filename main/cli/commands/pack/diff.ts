import { resolve } from 'node:path';
import { done, type Result } from '../../../contract/failure.ts';
import type { ChangedWork, PackChanges } from '../../../contract/packs.ts';
import { packAuthor } from '../../../service/index.ts';
import { withService } from '../../chosen-library.ts';
import type { Common } from '../../common.ts';
import { paragraph, print, printJson, safe } from '../../output.ts';

const workText = ({ address, name, editions }: ChangedWork): string =>
  paragraph(safe([name, editions.join(', ') || address].join(': ')), { margin: 2 });

/** Works by what became of them, each with the editions that are meant. */
function changesText({ added, updated, removed }: PackChanges): string {
  const lists: [string, readonly ChangedWork[]][] = [
    ['new', added],
    ['updated', updated],
    ['removed', removed],
  ];
  const parts = lists
    .filter(([, works]) => works.length > 0)
    .map(([what, works]) => [`${works.length} ${what}`, ...works.map(workText)].join('\n'));
  return parts.length === 0 ? 'no work is new, updated or removed' : parts.join('\n');
}

interface Between {
  readonly from: string | null;
  readonly to: string;
  readonly changes: PackChanges;
}

function tell({ from, to, changes }: Between, { json }: Common): Result<void> {
  if (json === true) printJson({ from, to, ...changes });
  else {
    print(from === null ? `${to}; nothing of it is here` : `from ${from} to ${to}`);
    print(changesText(changes));
  }
  return done(undefined);
}

/** Two packs, the earlier one first; or one pack against what is here of it. */
export async function diff(
  file: string,
  other: string | undefined,
  options: Common,
): Promise<Result<void>> {
  if (other === undefined) {
    return withService(options, async ({ api }) => {
      const looked = await api.inspectPack({ path: resolve(file) });
      if (!looked.ok) return looked;
      const { manifest, installed, changes } = looked.value;
      return tell({ from: installed, to: manifest.version, changes }, options);
    });
  }
  const { comparePacks } = await packAuthor();
  const compared = await comparePacks(file, other);
  if (!compared.ok) return compared;
  const { from, to, changes } = compared.value;
  return tell({ from: from.version, to: to.version, changes }, options);
}
