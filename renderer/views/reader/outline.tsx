import type { ShownEdition } from '../../../main/contract/answers.ts';
import { isOperative, type Section } from '../../../main/contract/document.ts';
import type { EditionId } from '../../../main/contract/ids.ts';
import { Beside } from '../../parts/beside.tsx';
import { hrefWithin } from '../../state/places.ts';
import { words } from '../../words/index.ts';

/** The sections of an edition as links: beside the text where there is room, else folded above it. */
export function Outline({ edition }: { readonly edition: ShownEdition }) {
  return (
    <nav class="outline" aria-label={words.reader.outline}>
      <Beside name={words.reader.outline}>
        <Group
          name={words.reader.preamble}
          entries={edition.sections.filter(({ kind }) => !isOperative(kind)).map(entryOf)}
          edition={edition.address}
        />
        <Group
          name={words.reader.operative}
          entries={edition.sections.filter(({ kind }) => isOperative(kind)).map(entryOf)}
          edition={edition.address}
        />
        <Group
          name={words.reader.annexes}
          entries={edition.annexes.map(({ address, heading }) => ({
            address,
            opening: '',
            rest: heading,
          }))}
          edition={edition.address}
        />
      </Beside>
    </nav>
  );
}

interface Entry {
  readonly address: string;
  readonly opening: string;
  readonly rest: string;
}

/** A short form of a heading: its opening words, and who it speaks to by their short names. */
function entryOf({ address, kind, heading, actors }: Section): Entry {
  if (!heading.toLowerCase().startsWith(kind)) return { address, opening: '', rest: heading };
  const rest = actors.length > 0 ? actors.map(words.actor).join(', ') : heading.slice(kind.length);
  return { address, opening: kind, rest };
}

interface GroupProps {
  readonly name: string;
  readonly entries: readonly Entry[];
  readonly edition: EditionId;
}

function Group({ name, entries, edition }: GroupProps) {
  if (entries.length === 0) return null;
  return (
    <>
      <p class="group">{name}</p>
      <ul>
        {entries.map(({ address, opening, rest }) => (
          <li key={address}>
            <a href={hrefWithin(edition, address)}>
              <i>{opening}</i> {rest}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}
