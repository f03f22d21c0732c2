import type { InstalledPack, Signer } from '../../../contract/packs.ts';
import { safe } from '../../output.ts';

export function signerText(signer: Signer): string {
  switch (signer.kind) {
    case 'known':
      return `signed by ${safe(signer.publisher)} (key ${signer.key})`;
    case 'unknown':
      return `signed with a key that is not known here: ${signer.key}, of "${safe(signer.publisher)}" as it says itself`;
    case 'nobody':
      return 'signed by nobody';
  }
}

/** An installed pack in a line or two. */
export function packText(pack: InstalledPack): string {
  const { identity, title, version, isOn, isBundled, counts, bytes, previous, trouble } = pack;
  const parts = [
    isOn ? 'on ' : 'off',
    `${identity} ${version}`,
    `"${safe(title)}"`,
    `${counts.editions} editions`,
    `${(bytes / 1_000_000).toFixed(1)} MB`,
    isBundled ? 'came with the program' : signerText(pack.signer),
    ...(previous === null ? [] : [`before it ${previous}`]),
  ];
  const line = parts.join('  ');
  return trouble === null ? line : `${line}\n     left out: ${safe(trouble.message)}`;
}
