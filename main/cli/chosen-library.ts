import type { FailureCode, Result } from '../contract/failure.ts';
import {
  compileLibrary,
  dataFolder,
  openService,
  type Door,
  type Service,
} from '../service/index.ts';
import type { Common } from './common.ts';
import { remark } from './output.ts';
import { contentFolder, defaultLibrary, hasContent, version } from './project.ts';

/** What compiling the content mends. */
const mendable: ReadonlySet<FailureCode> = new Set([
  'library-missing',
  'library-older',
  'library-newer',
]);

/** What a command needs of the service besides a library. */
interface ServiceNeeds {
  /** Whether the person's own data belongs to it; it does unless told. */
  readonly hasOwn?: boolean;
  readonly door?: Door;
}

/**
 * Opens the library that the call names, or the default one. The default one is compiled first where it is missing
 * or of another format and its content is at hand; one line on standard error says so.
 */
async function openChosenLibrary(
  options: Common,
  { hasOwn = true, door }: ServiceNeeds,
): Promise<Result<Service>> {
  const libraryFile = options.library ?? defaultLibrary;
  const request = { libraryFile, version, door, ...(hasOwn && { dataFolder: dataFolder() }) };
  const opened = openService(request);
  if (opened.ok || options.library !== undefined) return opened;
  if (!mendable.has(opened.error.code) || !hasContent()) return opened;

  process.stderr.write('recital: compiling the library from content/, once\n');
  const compiled = await compileLibrary({ contentFolder, out: libraryFile });
  return compiled.ok ? openService(request) : compiled;
}

/**
 * Opens the library and what else is needed, hands it to `use`, and closes it. An own library that cannot be read is left
 * out, which one line on standard error says.
 */
export async function withService<T>(
  options: Common,
  use: (service: Service) => Promise<Result<T>>,
  needs: ServiceNeeds = {},
): Promise<Result<T>> {
  const opened = await openChosenLibrary(options, needs);
  if (!opened.ok) return opened;
  const trouble = opened.value.ownLibraryTrouble();
  if (trouble !== null) remark(`recital: without your own documents: ${trouble.message}`);
  try {
    return await use(opened.value);
  } finally {
    await opened.value.close();
  }
}
