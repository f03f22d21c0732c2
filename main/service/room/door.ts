import type { Api } from '../../contract/api.ts';
import type { Result } from '../../contract/failure.ts';
import type { NewsSource } from './news.ts';

/** Lets browsers in the room reach an Api. */
export interface Door {
  /** Errors: `address-unavailable`, `port-in-use`, `file-missing`, `invalid-request` (a code that keeps nobody out). */
  open(request: DoorRequest): Promise<Result<OpenDoor>>;
}

export interface DoorRequest {
  /** What the room may call; the door lets nothing through but what the room may do. */
  readonly api: Api;
  readonly news: NewsSource;
  /** Another text once answers may be others; null where that cannot be told. */
  readonly state: () => string | null;
  readonly host: string;
  /** Null: the usual one, or any that is free. */
  readonly port: number | null;
  /** Null: a new one. */
  readonly code: string | null;
  /** What the cookies of those who gave the code are made of, so that they outlive a restart. */
  readonly secret: string;
}

export interface OpenDoor {
  readonly url: string;
  readonly port: number;
  readonly code: string;
  /** The name it is announced by, with the port; null where announcing failed. */
  announced(): string | null;
  /** How many browsers hear the news now. */
  connected(): number;
  /** Whether anybody has come from another machine. */
  hasHadGuests(): boolean;
  /** Afterwards nothing listens. */
  close(): Promise<void>;
}
