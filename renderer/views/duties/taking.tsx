import { useState } from 'preact/hooks';
import { ToCopy, toClipboard } from '../../parts/clipboard.tsx';
import { download } from '../../parts/download.ts';
import { Icon } from '../../parts/icon.tsx';
import { words } from '../../words/index.ts';

interface TakingProps {
  /** What is shown, as comma-separated values; made when it is asked for. */
  readonly makeText: () => string;
}

type Outcome =
  | { readonly kind: 'nothing' | 'copied' | 'saved' }
  | { readonly kind: 'refused'; readonly text: string };

/** The desktop window keeps pages from writing files. */
const canSave = window.location.protocol.startsWith('http');

/** Takes what is shown with one: copied or saved for a spreadsheet, or printed. */
export function Taking({ makeText }: TakingProps) {
  const [outcome, setOutcome] = useState<Outcome>({ kind: 'nothing' });

  async function copy(): Promise<void> {
    const text = makeText();
    // Said anew, should it be the same.
    setOutcome({ kind: 'nothing' });
    const isCopied = await toClipboard(text);
    setOutcome(isCopied ? { kind: 'copied' } : { kind: 'refused', text });
  }
  return (
    <div class="duties-taking">
      <button type="button" onClick={() => void copy()}>
        <Icon name={outcome.kind === 'copied' ? 'check' : 'copy'} />
        <span>{words.dutiesScreen.copy}</span>
      </button>
      {canSave && (
        <button
          type="button"
          onClick={() => {
            save(makeText(), words.dutiesScreen.fileName);
            setOutcome({ kind: 'saved' });
          }}
        >
          <Icon name="save" />
          <span>{words.dutiesScreen.save}</span>
        </button>
      )}
      <button type="button" onClick={() => window.print()}>
        <Icon name="print" />
        <span>{words.dutiesScreen.print}</span>
      </button>
      <output class="outcome">
        {outcome.kind === 'copied' && words.dutiesScreen.copied}
        {outcome.kind === 'saved' && words.dutiesScreen.saved}
      </output>
      {outcome.kind === 'refused' && <ToCopy text={outcome.text} />}
    </div>
  );
}

/** Without the mark at its beginning a spreadsheet may take the file for another encoding. */
const save = (text: string, name: string): void =>
  download(name, `\uFEFF${text}`, 'text/csv;charset=utf-8');
