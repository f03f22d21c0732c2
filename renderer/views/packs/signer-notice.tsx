import type { Signer } from '../../../main/contract/packs.ts';
import { Icon } from '../../parts/icon.tsx';
import { words } from '../../words/index.ts';
import { KeyId } from './key-id.tsx';

/** Who signed a pack, and what that means: plainly, before anything is installed. */
export function SignerNotice({ signer }: { readonly signer: Signer }) {
  const { packFile } = words;
  const isKnown = signer.kind === 'known';
  const name = isKnown ? packFile.signed(signer.publisher) : packFile[signer.kind];
  const lead =
    signer.kind === 'unknown'
      ? packFile.unknownLead(signer.publisher)
      : isKnown
        ? packFile.signedLead
        : packFile.nobodyLead;
  return (
    <section
      class={isKnown ? 'signer-notice' : 'signer-notice is-doubtful'}
      aria-labelledby="signer"
    >
      <Icon name={isKnown ? 'signed' : 'warning'} />
      <div>
        <h2 id="signer">{name}</h2>
        <p>{lead}</p>
        {signer.kind !== 'nobody' && (
          <p>
            <KeyId id={signer.key} />
          </p>
        )}
      </div>
    </section>
  );
}
