import { signal, type ReadonlySignal } from '@preact/signals';
import type { Api } from '../../main/contract/api.ts';
import type { Exported, ExportFormat } from '../../main/contract/export.ts';
import type { FailureCode } from '../../main/contract/failure.ts';
import type { Address, EditionId } from '../../main/contract/ids.ts';

/** As which files something can be taken home: read at once anywhere, and to work on. */
export const homeFormats = ['html', 'docx', 'md'] as const satisfies readonly ExportFormat[];
export type HomeFormat = (typeof homeFormats)[number];

/** How the last thing that was taken home fared; `address` tells whose buttons it was. */
export type Taking =
  | { readonly kind: 'making'; readonly address: Address | EditionId; readonly format: HomeFormat }
  | { readonly kind: 'made'; readonly address: Address | EditionId; readonly name: string }
  | { readonly kind: 'failed'; readonly address: Address | EditionId; readonly code: FailureCode };

export interface TakeHome {
  readonly taking: ReadonlySignal<Taking | null>;
  take(address: Address | EditionId, format: HomeFormat): Promise<void>;
}

/** @param save gives the person a file to keep */
export function createTakeHome(
  api: Pick<Api, 'export'>,
  save: (name: string, content: BlobPart, type: string) => void,
): TakeHome {
  const taking = signal<Taking | null>(null);
  return {
    taking,
    async take(address, format) {
      if (taking.peek()?.kind === 'making') return;
      taking.value = { kind: 'making', address, format };
      const reply = await api.export({ address, format });
      if (!reply.ok) {
        taking.value = { kind: 'failed', address, code: reply.error.code };
        return;
      }
      const { name, mediaType, content } = reply.value;
      save(name, bytesOf(content), mediaType);
      taking.value = { kind: 'made', address, name };
    },
  };
}

function bytesOf(content: Exported['content']): BlobPart {
  if ('text' in content) return content.text;
  return Uint8Array.from(atob(content.base64), (letter) => letter.codePointAt(0) ?? 0);
}
