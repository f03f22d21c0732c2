import { createClient, type Api, type Method, type RequestOf } from '../../main/contract/api.ts';

const waiting: ReadonlySet<Method> = new Set(['show', 'records', 'ownTour']);

/**
 * The Api for screens: who goes from the editor to the tour sees it as it was left.
 *
 * @param settled resolves once nothing is on its way to the disk
 */
export const afterSaving = (api: Api, settled: () => Promise<void>): Api =>
  createClient(async (method, request) => {
    if (waiting.has(method)) await settled();
    const call = api[method] as (request: RequestOf<typeof method>) => Promise<never>;
    return call(request);
  });
