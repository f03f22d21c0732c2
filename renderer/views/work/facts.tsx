import type { IncomingCitation } from '../../../main/contract/answers.ts';
import type { Address, WorkId } from '../../../main/contract/ids.ts';
import type { KnownEdition, ReferenceRecord } from '../../../main/contract/records.ts';
import { inLanguage } from '../../parts/direction.ts';
import type { NameOf } from '../../parts/names.ts';
import { Status } from '../../parts/status.tsx';
import { hrefOf } from '../../state/places/index.ts';
import { words } from '../../words/index.ts';

interface FactsProps {
  readonly record: ReferenceRecord;
  readonly nameOf: NameOf;
}

/** Who answers for a work, what it replaces or is replaced by, and where it can be had. */
export function Facts({ record, nameOf }: FactsProps) {
  const body = `body/${record.responsible}` as Address;
  return (
    <section aria-labelledby="work-facts">
      <h2 id="work-facts">{words.workScreen.facts}</h2>
      <dl class="facts">
        <dt>{words.workScreen.responsible}</dt>
        <dd>
          <a href={hrefOf(body)} {...inLanguage('en')}>
            {nameOf(body).name}
          </a>
        </dd>
        <Works name={words.workScreen.replaces} works={record.replaces} nameOf={nameOf} />
        <Works name={words.workScreen.replacedBy} works={record.replacedBy} nameOf={nameOf} />
        <dt>{words.workScreen.where}</dt>
        <dd {...inLanguage('en')}>{record.where}</dd>
      </dl>
    </section>
  );
}

interface WorksProps {
  readonly name: string;
  readonly works: readonly WorkId[];
  readonly nameOf: NameOf;
}

function Works({ name, works, nameOf }: WorksProps) {
  if (works.length === 0) return null;
  return (
    <>
      <dt>{name}</dt>
      {works.map((work) => (
        <dd key={work}>
          <a href={hrefOf(work)} {...inLanguage('en')}>
            {nameOf(work).name}
          </a>
        </dd>
      ))}
    </>
  );
}

interface KnownEditionsProps {
  readonly editions: readonly KnownEdition[];
  readonly citedBy: readonly IncomingCitation[];
}

/** Every known edition, newest first: its dates, its status, and how often texts here cite it by name. */
export function KnownEditions({ editions, citedBy }: KnownEditionsProps) {
  const has = (date: 'approved' | 'published') => editions.some((one) => one[date] !== null);
  const isCited = editions.some(({ edition }) => citesOf(citedBy, edition) > 0);
  return (
    <section aria-labelledby="work-known">
      <h2 id="work-known">{words.workScreen.knownEditions}</h2>
      <table class="known-editions">
        <thead>
          <tr>
            <th scope="col">{words.workScreen.edition}</th>
            {has('approved') && <th scope="col">{words.workScreen.approved}</th>}
            {has('published') && <th scope="col">{words.workScreen.published}</th>}
            <th scope="col">{words.workScreen.status}</th>
            {isCited && <th scope="col">{words.workScreen.cited}</th>}
          </tr>
        </thead>
        <tbody>
          {editions.map(({ edition, approved, published, status }) => {
            const cites = citesOf(citedBy, edition);
            return (
              <tr key={edition}>
                <th scope="row">{words.editionName(edition)}</th>
                {has('approved') && <td>{approved !== null && words.date(approved)}</td>}
                {has('published') && <td>{published !== null && words.date(published)}</td>}
                <td>
                  <Status status={status} />
                </td>
                {isCited && <td>{cites > 0 && words.workScreen.places(cites)}</td>}
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

const citesOf = (citedBy: readonly IncomingCitation[], edition: string): number =>
  citedBy.filter((citation) => citation.edition === edition).length;
