import type { Failure, FailureCode, Result } from '../contract/failure.ts';
import {
  compileLibrary,
  dataFolder,
  openMended,
  openService,
  packsIn,
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
  const folder = dataFolder();
  const request = {
    libraryFile,
    // What is installed belongs to the library, and not to what is a person's own.
    packsFolder: packsIn(folder),
    version,
    door,
    ...(hasOwn && { dataFolder: folder }),
  };
  const opened = await openMended(request);
  if (opened.ok || options.library !== undefined) return opened;
  if (!mendable.has(opened.error.code) || !hasContent()) return opened;

  process.stderr.write('recital: compiling the library from content/, once\n');
  const compiled = await compileLibrary({ contentFolder, out: libraryFile });
  return compiled.ok ? openService(request) : compiled;
}

/** Why the person's own documents are left out, having brought them up to date where an older Recital imported them. */
async function ownTrouble(service: Service): Promise<Failure | null> {
  if (service.ownLibraryTrouble()?.code === 'library-older') {
    remark('recital: bringing your own documents up to date, once');
    const upgraded = await service.upgradeOwn();
    if (!upgraded.ok) return upgraded.error;
  }
  return service.ownLibraryTrouble();
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
  const trouble = await ownTrouble(opened.value);
  if (trouble !== null) remark(`recital: without your own documents: ${trouble.message}`);
  try {
    return await use(opened.value);
  } finally {
    await opened.value.close();
  }
}
