import type { ShownEdition } from '../../../main/contract/answers.ts';
import { CitedBy } from '../../parts/cited-by.tsx';
import { inLanguage } from '../../parts/direction.ts';
import { EditionList } from '../../parts/edition-list.tsx';
import { words } from '../../words/index.ts';
import { explanationsOf, InLibrary } from './in-library.tsx';

/** What stands under a text: who cites it, its other editions, where it came from and on what terms. */
export function Foot({ edition }: { readonly edition: ShownEdition }) {
  const { provenance, warnings, citedBy, summary } = edition;
  const others = edition.editions.filter((one) => one.edition !== edition.address);
  return (
    <footer class="document-foot">
      {/* The interface speaks here, in its own direction. */}
      <div {...inLanguage(words.language)}>
        {others.length > 0 && (
          <section aria-labelledby="foot-editions">
            <h2 id="foot-editions">{words.reader.otherEditions}</h2>
            <EditionList editions={others} />
          </section>
        )}
        {citedBy.length > 0 && (
          <section aria-labelledby="foot-cited">
            <h2 id="foot-cited" tabIndex={-1}>
              {words.reader.citedIn}
            </h2>
            <CitedBy citations={citedBy} showsEdition />
          </section>
        )}
        <InLibrary links={explanationsOf(edition.address, edition.linkedFrom)} />
        <section aria-labelledby="foot-about">
          <h2 id="foot-about">{words.reader.about}</h2>
          <dl>
            <dt>{words.reader.address}</dt>
            <dd>
              <bdi>{edition.address}</bdi>
            </dd>
            <dt>{words.reader.languageName}</dt>
            <dd>{words.reader.language(summary.language)}</dd>
            <dt>{words.reader.source}</dt>
            <dd {...inLanguage('en')}>{provenance.source}</dd>
            {provenance.rights !== '' && (
              <>
                <dt>{words.reader.rights}</dt>
                <dd {...inLanguage('en')}>{provenance.rights}</dd>
              </>
            )}
            <dt>{words.reader.checksum}</dt>
            <dd class="checksum">{provenance.sha256}</dd>
          </dl>
          {warnings.length > 0 && (
            <details>
              <summary>{words.reader.warnings(warnings.length)}</summary>
              <p class="quiet">{words.reader.warningsLead}</p>
              <ul>
                {warnings.map(({ code, message, line }) => (
                  <li key={`${code} ${line} ${message}`}>
                    <bdi {...inLanguage('en')}>{message}</bdi>
                    {line !== null && <span class="quiet"> ({words.reader.line(line)})</span>}
                  </li>
                ))}
              </ul>
            </details>
          )}
        </section>
      </div>
    </footer>
  );
}
