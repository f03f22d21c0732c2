import type { Signer } from '../../../main/contract/packs.ts';
import { Icon } from '../../parts/icon.tsx';
import { words } from '../../words/index.ts';

/** Who signed a pack, in one line. */
export function SignerLine({ signer }: { readonly signer: Signer }) {
  return (
    <p class={signer.kind === 'known' ? 'signer' : 'signer is-doubtful'}>
      <Icon name={signer.kind === 'known' ? 'signed' : 'warning'} />
      <span>{words.packsScreen.signer(signer)}</span>
    </p>
  );
}
