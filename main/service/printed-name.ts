import type { Identity } from '../contract/document.ts';

const capitalised = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/**
 * An edition's name as print has it: "Resolution 92 (Rev. New Delhi, 2024)", "Resolution ITU-R 56 (Geneva, 2007)".
 * Print says "Rev." from the second adoption on.
 */
export function printedName(identity: Identity, isRevision: boolean): string {
  const sector = identity.body === 'ra' ? 'ITU-R ' : '';
  const adopted = [identity.place, identity.year].filter((part) => part !== null).join(', ');
  const revision = isRevision ? 'Rev. ' : '';
  const name = `${capitalised(identity.type)} ${sector}${identity.number}`;
  return adopted === '' ? name : `${name} (${revision}${adopted})`;
}
