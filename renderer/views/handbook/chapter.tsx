import { useEffect } from 'preact/hooks';
import type { ShownChapter } from '../../../main/contract/answers.ts';
import { Beside } from '../../parts/beside.tsx';
import { inLanguage } from '../../parts/direction.ts';
import { createNames } from '../../parts/names.ts';
import { ProseText } from '../../parts/prose.tsx';
import { RecordFoot } from '../../parts/record-foot.tsx';
import { RecordHead } from '../../parts/record-head.tsx';
import type { Definitions } from '../../state/definitions.ts';
import { hrefOf } from '../../state/places/index.ts';
import { words } from '../../words/index.ts';
import { AddButton } from '../add-to-tour/add-button.tsx';
import { placeWanted } from '../add-to-tour/wanted.ts';

interface ChapterProps {
  readonly shown: ShownChapter;
  readonly definitions: Definitions;
}

/** A chapter to be read, with the others beside it and the next one under it. */
export function Chapter({ shown, definitions }: ChapterProps) {
  // After the text is painted.
  useEffect(() => definitions.load(), [definitions]);
  const { record, handbook, linkedFrom } = shown;
  const nameOf = createNames(shown.links);
  return (
    // Keyed, so that another chapter starts with its outline folded.
    <div class="reader" key={record.address}>
      <nav class="outline" aria-label={words.handbook.chapters}>
        <Beside name={words.handbook.chapters}>
          <p class="group" {...inLanguage('en')}>
            {handbook.title}
          </p>
          <ul class="sections" {...inLanguage('en')}>
            {handbook.chapters.map(({ address, title }) => (
              <li key={address}>
                <a
                  href={hrefOf(address)}
                  aria-current={address === record.address ? 'page' : undefined}
                >
                  {title}
                </a>
              </li>
            ))}
          </ul>
        </Beside>
      </nav>
      <div class="record chapter">
        <article>
          <RecordHead
            list="handbooks"
            name={record.title}
            within={
              <a href={hrefOf(record.handbook)} {...inLanguage('en')}>
                {handbook.title}
              </a>
            }
          >
            <AddButton wanted={placeWanted(record.address, record.title)} hasKey />
          </RecordHead>
          <ProseText prose={record.text} nameOf={nameOf} level={2} definitions={definitions} />
        </article>
        <Neighbours shown={shown} />
        <RecordFoot record={record} linkedFrom={linkedFrom} nameOf={nameOf} />
      </div>
    </div>
  );
}

function Neighbours({ shown: { record, handbook } }: { readonly shown: ShownChapter }) {
  const { chapters } = handbook;
  const at = chapters.findIndex(({ address }) => address === record.address);
  const previous = at > 0 ? chapters[at - 1] : undefined;
  const next = at < 0 ? undefined : chapters[at + 1];
  if (previous === undefined && next === undefined) return null;
  return (
    <nav class="neighbours" aria-label={words.handbook.between}>
      {previous !== undefined && (
        <a href={hrefOf(previous.address)} rel="prev">
          <span class="quiet">{words.handbook.previous}</span>
          <span {...inLanguage('en')}>{previous.title}</span>
        </a>
      )}
      {next !== undefined && (
        <a href={hrefOf(next.address)} rel="next">
          <span class="quiet">{words.handbook.next}</span>
          <span {...inLanguage('en')}>{next.title}</span>
        </a>
      )}
    </nav>
  );
}
