import type { ShownHandbook } from '../../../main/contract/answers.ts';
import { inLanguage } from '../../parts/direction.ts';
import { createNames } from '../../parts/names.ts';
import { ProseText } from '../../parts/prose.tsx';
import { RecordFoot } from '../../parts/record-foot.tsx';
import { RecordHead } from '../../parts/record-head.tsx';
import { hrefOf } from '../../state/places/index.ts';
import { words } from '../../words/index.ts';
import { AddButton } from '../add-to-tour/add-button.tsx';
import { placeWanted } from '../add-to-tour/wanted.ts';

/** A handbook of this library: what it is, and its chapters. */
export function Handbook({ shown }: { readonly shown: ShownHandbook }) {
  const { record, linkedFrom } = shown;
  const nameOf = createNames(shown.links);
  return (
    <div class="page narrow record">
      <RecordHead list="handbooks" name={record.title}>
        <ProseText prose={record.lead} nameOf={nameOf} />
        <AddButton wanted={placeWanted(record.address, record.title)} hasKey />
      </RecordHead>
      <section aria-labelledby="handbook-chapters">
        <h2 id="handbook-chapters">{words.handbook.chapters}</h2>
        <ol class="chapters" {...inLanguage('en')}>
          {record.chapters.map(({ address, title }) => (
            <li key={address}>
              <a href={hrefOf(address)}>{title}</a>
            </li>
          ))}
        </ol>
      </section>
      <RecordFoot record={record} linkedFrom={linkedFrom} nameOf={nameOf} />
    </div>
  );
}
