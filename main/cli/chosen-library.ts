import type { FailureCode, Result } from '../contract/failure.ts';
import { compileLibrary, openService, type Service } from '../service/index.ts';
import type { Common } from './common.ts';
import { contentFolder, defaultLibrary, hasContent, version } from './project.ts';

/** What compiling the content mends. */
const mendable: ReadonlySet<FailureCode> = new Set([
  'library-missing',
  'library-older',
  'library-newer',
]);

/**
 * Opens the library that the call names, or the default one. The default one is compiled first where it is missing
 * or of another format and its content is at hand; one line on standard error says so.
 */
async function openChosenLibrary(options: Common): Promise<Result<Service>> {
  const libraryFile = options.library ?? defaultLibrary;
  const opened = openService({ libraryFile, version });
  if (opened.ok || options.library !== undefined) return opened;
  if (!mendable.has(opened.error.code) || !hasContent()) return opened;

  process.stderr.write('recital: compiling the library from content/, once\n');
  const compiled = await compileLibrary({ contentFolder, out: libraryFile });
  return compiled.ok ? openService({ libraryFile, version }) : compiled;
}

/** Opens the library, hands it to `use`, and closes it. */
export async function withService<T>(
  options: Common,
  use: (service: Service) => Promise<Result<T>>,
): Promise<Result<T>> {
  const opened = await openChosenLibrary(options);
  if (!opened.ok) return opened;
  try {
    return await use(opened.value);
  } finally {
    opened.value.close();
  }
}
