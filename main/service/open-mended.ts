import type { FailureCode, Result } from '../contract/failure.ts';
import { openService, placeOf, type Service, type ServiceRequest } from './open-service.ts';
import { createSource } from './packs/source.ts';

/** What putting the library back may mend. */
const mendable: ReadonlySet<FailureCode> = new Set(['library-missing', 'library-damaged']);

/**
 * As `openService`. Where the library that came with the program is so damaged that it does not open, it is first put back from
 * the original beside it.
 */
export async function openMended(request: ServiceRequest): Promise<Result<Service>> {
  const opened = openService(request);
  if (opened.ok || !mendable.has(opened.error.code)) return opened;
  const { putBack } = await import('./packs/put-back.ts');
  const back = await putBack(createSource(placeOf(request)));
  return back.ok ? openService(request) : opened;
}
