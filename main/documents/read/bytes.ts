import { done, failed, type Result } from '../../contract/failure.ts';

/**
 * The text in the bytes of a UTF-8 file, without its byte-order mark.
 *
 * Fails with `file-unreadable` where there is nothing to read, and `not-text` where the bytes are not UTF-8 text.
 */
export function decodeText(name: string, bytes: Uint8Array): Result<string> {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return failed('not-text', `${name} is not a plain text file in UTF-8.`);
  }
  if (text.includes('\0')) {
    return failed('not-text', `${name} holds NUL bytes, so it is not a plain text file in UTF-8.`);
  }
  if (text.trim() === '') return failed('file-unreadable', `${name} is empty.`);
  return done(text);
}
