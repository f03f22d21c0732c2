import type { Address } from '../../../main/contract/ids.ts';
import type { Wanted } from '../../state/add-to-tour.ts';

/** Whatever stands at an address, as it is added to a tour. */
export const placeWanted = (address: string, name: string): Wanted => ({
  exhibit: { kind: 'address', address: address as Address, quotation: null },
  name,
});
