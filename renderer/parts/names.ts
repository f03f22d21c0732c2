import type { NamedAddress } from '../../main/contract/answers.ts';

/** What stands at an address, by its name. What the library did not name is called by its address. */
export type NameOf = (address: string) => Pick<NamedAddress, 'name' | 'detail' | 'inText'>;

type Named = Pick<NamedAddress, 'address' | 'name' | 'detail'>;

export function createNames(links: readonly Named[]): NameOf {
  const known = new Map<string, Named>(links.map((link) => [link.address, link]));
  return (address) => known.get(address) ?? { name: address, detail: '' };
}
