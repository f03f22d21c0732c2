import type { FailureCode } from '../../contract/failure.ts';

/**
 * Why a file is not read. It is thrown from deep inside a reader and becomes a failed `Result` at the one door of
 * this folder, `readSource`; `message` goes on behind the file's name: "is encrypted: …" without a full stop.
 */
export class Refusal extends Error {
  readonly code: FailureCode;

  constructor(code: FailureCode, message: string) {
    super(message);
    this.code = code;
  }
}
