import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { project } from '../../../build/tools.ts';
import { schemaVersion } from '../../../main/library/schema.ts';
import { openOwnLibrary } from '../../../main/library/writers.ts';
import { ownLibraryIn } from '../../../main/service/data-folder.ts';
import { generatorVersion, makeEditions, naming } from '../search/corpus/editions.ts';
import { kept } from '../search/corpus/kept.ts';
import { createVocabulary } from '../search/corpus/words.ts';

/** A data folder with a library of a person's own of so many provisions, made once and kept under the ignored `out/`. */
export async function keepOwnLibrary(provisions: number): Promise<string> {
  const name = `own-${provisions}-g${generatorVersion}-v${schemaVersion}`;
  const folder = join(project, 'out/bench', name);
  mkdirSync(folder, { recursive: true });
  await kept(join(folder, 'made.json'), () => {
    const opened = openOwnLibrary(ownLibraryIn(folder), naming);
    if (!opened.ok) throw new Error(opened.error.message);
    for (const edition of makeEditions(createVocabulary(), { provisions })) {
      const added = opened.value.add(edition);
      if (!added.ok) throw new Error(added.error.message);
    }
    opened.value.close();
    return { provisions };
  });
  return folder;
}
