import type { Api } from '../../../main/contract/api.ts';
import type { Network, NetworkRequest } from '../../../main/contract/network.ts';
import type { Layout } from '../map-layout.ts';
import type { MapPlace } from '../places/index.ts';
import { trouble, type Screen } from './screen.ts';

interface Placed {
  readonly asked: NetworkRequest;
  readonly network: Network;
  readonly layout: Layout;
}

/** A turn for whatever waits: a click, a key, a frame. */
const breathe = (): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, 0);
  });

/**
 * Asks for the network and places it. While a person goes about in it nothing moves: the same is asked, and placed anew
 * only where the library has changed or a work is to be seen that is not among those shown.
 */
export function createMapLoader(api: Api): (place: MapPlace) => Promise<Screen> {
  const last = new Map<boolean, Placed>();

  return async (place) => {
    const { focus, withRecords } = place;
    const known = last.get(withRecords);
    const has = (work: string): boolean =>
      known?.network.works.some((each) => each.work === work) ?? false;
    const asked =
      known !== undefined && (focus === null || has(focus))
        ? known.asked
        : { ...(focus !== null && { focus }), ...(withRecords && { records: true }) };
    const reply = await api.network(asked);
    if (!reply.ok) return trouble(reply.error, focus ?? '');
    const network = reply.value;
    if (known !== undefined && isSame(known.network, network))
      return { kind: 'map', place, network: known.network, layout: known.layout };
    const { layOut } = await import('../map-layout.ts');
    const layout = await layOut(network, breathe);
    last.set(withRecords, { asked, network, layout });
    return { kind: 'map', place, network, layout };
  };
}

const isSame = (one: Network, other: Network): boolean =>
  one.works.length === other.works.length &&
  one.links.length === other.links.length &&
  JSON.stringify(one) === JSON.stringify(other);
