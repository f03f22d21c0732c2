import type { ImportedFile } from '../../../main/contract/import.ts';
import { inLanguage } from '../../parts/direction.ts';
import { nameOfFile } from '../../parts/name-of-file.ts';
import { Some } from '../../parts/some.tsx';
import { hrefOf, libraryHref, wholeLibrary } from '../../state/places/index.ts';
import { words } from '../../words/index.ts';

const atOnce = 20;

/** What became of each document: the way to what was read, and why the others could not be. */
export function Imported({ files }: { readonly files: readonly ImportedFile[] }) {
  const { addScreen } = words;
  const added = files.filter(({ ok }) => ok);
  const failed = files.filter(({ ok }) => !ok);
  return (
    <section class="imported" aria-labelledby="imported">
      <h2 id="imported">{addScreen.results}</h2>
      <output>
        {addScreen.added(added.length)} {addScreen.failed(failed.length)}
      </output>
      {failed.length > 0 && (
        <Some atOnce={atOnce} class="imported-files">
          {failed.map((file) => (
            <li key={file.file}>
              <p dir="auto">{nameOfFile(file.file)}</p>
              {file.error !== null && (
                <p class="failure">
                  {words.failure(file.error.code).what} {words.failure(file.error.code).todo}
                </p>
              )}
            </li>
          ))}
        </Some>
      )}
      {added.length > 0 && (
        <>
          <Some atOnce={atOnce} class="imported-files">
            {added.map((file) => (
              <li key={file.file}>
                {file.edition !== null && (
                  <a href={hrefOf(file.edition)} dir="auto">
                    {file.title ?? nameOfFile(file.file)}
                  </a>
                )}{' '}
                <span class="quiet" dir="auto">
                  {nameOfFile(file.file)}
                </span>
                {file.warnings.map(({ code, message, line }) => (
                  <p key={`${code} ${line}`} class="quiet" {...inLanguage('en')}>
                    {message}
                  </p>
                ))}
              </li>
            ))}
          </Some>
          <p>
            <a href={libraryHref({ ...wholeLibrary, own: 'yes' })}>{addScreen.yours}</a>
          </p>
        </>
      )}
    </section>
  );
}
