import type { ComponentChildren } from 'preact';
import type { OfferedFile } from '../../../main/contract/machine.ts';
import type { Adding, OfferedKinds } from '../../state/adding.ts';
import { packsHref } from '../../state/places/index.ts';
import { Some } from '../../parts/some.tsx';
import { words } from '../../words/index.ts';

interface OfferedProps {
  readonly offered: OfferedKinds;
  readonly adding: Adding;
  /** Whether it is told already what became of other files. */
  readonly hasResult: boolean;
}

const atOnce = 20;

/** What waits to be added, by what becomes of it. */
export function Offered({ offered, adding, hasResult }: OfferedProps) {
  const { addScreen } = words;
  const { documents, tours, packs, unknown } = offered;
  const isBusy = adding.doing.value !== 'nothing';
  if ([documents, tours, packs, unknown].every(({ length }) => length === 0))
    return hasResult ? null : <p class="quiet">{addScreen.empty}</p>;
  return (
    <section class="offered" aria-labelledby="offered">
      <h2 id="offered">{addScreen.waiting}</h2>
      {documents.length > 0 && (
        <Group
          name={addScreen.documents(documents.length)}
          lead={addScreen.documentsLead}
          files={documents}
        >
          <div class="pack-deeds">
            <button
              type="button"
              class="main-button"
              aria-disabled={isBusy}
              onClick={() => void adding.importDocuments()}
            >
              {addScreen.add}
            </button>
            <button type="button" onClick={() => void adding.putAside(documents)}>
              {addScreen.putAside}
            </button>
          </div>
        </Group>
      )}
      {packs.length > 0 && (
        <Group name={addScreen.packs(packs.length)} files={packs} adding={adding} />
      )}
      {tours.length > 0 && (
        <Group name={addScreen.tours(tours.length)} files={tours} adding={adding} />
      )}
      {unknown.length > 0 && (
        <Group name={addScreen.unknown} lead={addScreen.unknownLead} files={unknown}>
          <div class="pack-deeds">
            <button type="button" onClick={() => void adding.putAside(unknown)}>
              {addScreen.putAside}
            </button>
          </div>
        </Group>
      )}
    </section>
  );
}

interface DeedsProps {
  readonly file: OfferedFile;
  readonly adding: Adding;
}

/** What can be done with a pack or a tour. */
function Deeds({ file, adding }: DeedsProps) {
  const { addScreen } = words;
  return (
    <div class="pack-deeds">
      {file.kind === 'pack' ? (
        <a class="as-button is-main" href={packsHref(file.path)}>
          {addScreen.look}
        </a>
      ) : (
        <button
          type="button"
          class="main-button"
          aria-disabled={adding.doing.value !== 'nothing'}
          onClick={() => void adding.takeTour(file)}
        >
          {addScreen.takeTour}
        </button>
      )}
      <button
        type="button"
        aria-label={words.ownTours.of(addScreen.putAside, file.name)}
        onClick={() => void adding.putAside([file])}
      >
        {addScreen.putAside}
      </button>
    </div>
  );
}

interface GroupProps {
  readonly name: string;
  readonly lead?: string;
  readonly files: readonly OfferedFile[];
  /** With which something can be done with each. */
  readonly adding?: Adding;
  /** What can be done with all of them. */
  readonly children?: ComponentChildren;
}

function Group({ name, lead, files, adding, children }: GroupProps) {
  return (
    <section class="offered-group">
      <h3>{name}</h3>
      {lead !== undefined && <p class="quiet">{lead}</p>}
      <Some atOnce={atOnce} class="offered-files">
        {files.map((file) => (
          <li key={file.path}>
            <p>
              <span dir="auto">{file.name}</span>{' '}
              <span class="quiet">
                {file.kind === 'folder' ? words.addScreen.folder : words.bytes(file.bytes)}
              </span>
            </p>
            {adding !== undefined && <Deeds file={file} adding={adding} />}
          </li>
        ))}
      </Some>
      {children}
    </section>
  );
}
