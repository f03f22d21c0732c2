import type { ShownBody } from '../../../main/contract/answers.ts';
import type { Prose } from '../../../main/contract/prose.ts';
import { Jump } from '../../parts/jump.tsx';
import { NamedList, type Named } from '../../parts/named-list.tsx';
import { createNames, type NameOf } from '../../parts/names.ts';
import { ProseText } from '../../parts/prose.tsx';
import { RecordFoot } from '../../parts/record-foot.tsx';
import { RecordHead } from '../../parts/record-head.tsx';
import type { OfBody } from '../../state/screens/index.ts';
import { words } from '../../words/index.ts';
import { AddButton } from '../add-to-tour/add-button.tsx';
import { placeWanted } from '../add-to-tour/wanted.ts';
import { Asked } from './asked.tsx';
import { Periods } from './periods.tsx';

interface BodyProps {
  readonly shown: ShownBody;
  readonly ofBody: OfBody;
}

/** A body: what it is for, what it does in IMT, what the texts ask of it, what it publishes, and where it comes from. */
export function Body({ shown, ofBody }: BodyProps) {
  const { record, responsibleFor, linkedFrom } = shown;
  const nameOf = createNames(shown.links);
  // The references that it answers for have a list of their own.
  const own = new Set(responsibleFor.map(({ address }) => address));
  const others = linkedFrom.filter(({ address }) => !own.has(address));
  const publications = record.publications.map((address) => ({ address, ...nameOf(address) }));
  const hasHistory = record.before !== null || record.after !== null;
  const parts = [
    { id: 'body-mandate', name: words.bodyScreen.mandate },
    { id: 'body-imt', name: words.bodyScreen.partInImt },
    { id: 'body-asked', name: words.bodyScreen.asked },
    ...(publications.length > 0
      ? [{ id: 'body-publications', name: words.bodyScreen.publications }]
      : []),
    ...(responsibleFor.length > 0
      ? [{ id: 'body-answers', name: words.bodyScreen.answersFor }]
      : []),
    ...(hasHistory ? [{ id: 'body-history', name: words.bodyScreen.history }] : []),
  ];
  return (
    <div class="page narrow record">
      <RecordHead
        list="bodies"
        name={record.name}
        within={record.sector === null ? undefined : words.body(record.sector)}
      >
        <p class="standing">
          {[
            ...record.short.filter((short) => short !== record.name),
            ...(record.period === null ? [] : [words.bodyScreen.period(record.period)]),
          ].join(' · ')}
        </p>
        <AddButton wanted={placeWanted(record.address, record.name)} hasKey />
        <Periods record={record} ofBody={ofBody} />
        <Jump name={words.bodyScreen.onThisPage} places={parts} />
      </RecordHead>
      <Part
        id="body-mandate"
        name={words.bodyScreen.mandate}
        prose={record.mandate}
        nameOf={nameOf}
      />
      <Part
        id="body-imt"
        name={words.bodyScreen.partInImt}
        prose={record.partInImt}
        nameOf={nameOf}
      />
      <Asked record={record} duties={ofBody.duties} />
      <Places id="body-publications" name={words.bodyScreen.publications} items={publications} />
      <Places id="body-answers" name={words.bodyScreen.answersFor} items={responsibleFor} />
      {hasHistory && <History record={record} nameOf={nameOf} />}
      <RecordFoot record={record} linkedFrom={others} nameOf={nameOf} />
    </div>
  );
}

interface PartProps {
  readonly id: string;
  readonly name: string;
  readonly prose: Prose | null;
  readonly nameOf: NameOf;
}

function Part({ id, name, prose, nameOf }: PartProps) {
  if (prose === null || prose.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <h2 id={id} tabIndex={-1}>
        {name}
      </h2>
      <ProseText prose={prose} nameOf={nameOf} />
    </section>
  );
}

interface PlacesProps {
  readonly id: string;
  readonly name: string;
  readonly items: readonly Named[];
}

function Places({ id, name, items }: PlacesProps) {
  if (items.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <h2 id={id} tabIndex={-1}>
        {name}
      </h2>
      <NamedList items={items} atOnce={8} />
    </section>
  );
}

interface HistoryProps {
  readonly record: ShownBody['record'];
  readonly nameOf: NameOf;
}

function History({ record: { before, after }, nameOf }: HistoryProps) {
  return (
    <section aria-labelledby="body-history">
      <h2 id="body-history" tabIndex={-1}>
        {words.bodyScreen.history}
      </h2>
      {before !== null && (
        <>
          <h3>{words.bodyScreen.before}</h3>
          <ProseText prose={before} nameOf={nameOf} />
        </>
      )}
      {after !== null && (
        <>
          <h3>{words.bodyScreen.after}</h3>
          <ProseText prose={after} nameOf={nameOf} />
        </>
      )}
    </section>
  );
}
