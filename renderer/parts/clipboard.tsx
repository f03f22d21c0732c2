import { useEffect, useRef } from 'preact/hooks';
import { words } from '../words/index.ts';

/** Whether it worked: browsers hold the clipboard back from pages that came over plain HTTP, as those of a room do. */
export async function toClipboard(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/** Where the clipboard is closed to the page: the text is selected, so that the person copies it. */
export function ToCopy({ text }: { readonly text: string }) {
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, [text]);
  return (
    <label class="to-copy">
      {words.clipboardClosed}
      <textarea ref={field} readonly rows={5} value={text} />
    </label>
  );
}
