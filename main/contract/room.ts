import type { Result } from './failure.ts';
import type { Address, EditionId } from './ids.ts';

/** Of a question from the room, in UTF-16 units. */
export const longestRoomQuestion = 280;

/** Words that the presenter marks: a half-open UTF-16 range of a provision's text. */
export interface Highlight {
  readonly address: Address;
  readonly start: number;
  readonly end: number;
}

/** What the presenter shows. */
export interface Stage {
  readonly tour: Address;
  /** From 1. */
  readonly stop: number;
  /** 0: the stop's title; then its exhibits one by one; after them its question, where it has one. */
  readonly step: number;
  readonly highlight: Highlight | null;
  readonly isBlack: boolean;
}

/** What everybody in the room may know, whole each time, so that whoever comes late or comes back needs nothing else. */
export interface RoomNews {
  /** Null: nothing is presented. */
  readonly stage: Stage | null;
  /** Whether the room may write to the presenter. */
  readonly isInboxOpen: boolean;
  /** Another number once the tour that is presented has been edited: whoever follows it loads it anew. */
  readonly tourRevision: number;
}

export const noNews: RoomNews = { stage: null, isInboxOpen: false, tourRevision: 0 };

/** The two things that somebody in the room may write. Plain text; nothing is noted of who wrote it. */
export type Message =
  | {
      readonly kind: 'question';
      readonly tour: Address;
      readonly stop: number;
      /** Not empty, and no longer than `longestRoomQuestion`. */
      readonly text: string;
    }
  | {
      readonly kind: 'answer';
      readonly tour: Address;
      readonly stop: number;
      /** Which of the stop's answers, from 0. */
      readonly choice: number;
    };

/** A question as the trainer sees it. */
export interface RoomQuestion {
  readonly id: string;
  /** The stop's id in a tour of one's own; else its number. */
  readonly stop: string;
  readonly text: string;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly isHidden: boolean;
}

/** What came in for a tour. `answers` says for each stop how often each answer was chosen. */
export interface Inbox {
  readonly questions: readonly RoomQuestion[];
  readonly answers: Readonly<Record<string, readonly number[]>>;
}

/** A way by which the room could reach this machine. */
export interface RoomNetwork {
  /** What is given to `openRoom`. */
  readonly host: string;
  /** The system's name of it: "wlan0", "Wi-Fi". */
  readonly name: string;
  readonly kind: 'wireless' | 'hotspot' | 'wired' | 'virtual' | 'unknown';
}

/**
 * What stands in the way, or may. `no-network`: nobody can reach this machine; `several-networks`: the room may be on
 * another one; `network-gone`: the address that is shared is no longer this machine's; `nobody-came`: nobody has come for a
 * while, as where a firewall or the access point keeps machines apart.
 */
export type Obstacle = 'no-network' | 'several-networks' | 'network-gone' | 'nobody-came';

export interface RoomStatus {
  readonly networks: readonly RoomNetwork[];
  readonly obstacles: readonly Obstacle[];
  /** Null: the room is closed. */
  readonly open: {
    readonly url: string;
    readonly code: string;
    /** The name it is announced by on the network, with the port; null where announcing failed. */
    readonly announced: string | null;
    /** How many browsers are there now. */
    readonly connected: number;
    readonly isInboxOpen: boolean;
    /** The documents of one's own that the room may read. */
    readonly shared: readonly EditionId[];
  } | null;
}

/** What goes between a presenter and the room. */
export interface RoomApi {
  /** What the room may know now; the stream of news brings it anew at each change. */
  room(request: Record<never, never>): Promise<Result<RoomNews>>;
  /** Errors: `inbox-closed`, `too-many-requests`, `invalid-request` (nothing left of the text, no such answer). */
  tell(request: Message): Promise<Result<null>>;
  roomStatus(request: Record<never, never>): Promise<Result<RoomStatus>>;
  /**
   * Lets the room in. `host` is that of a `RoomNetwork`; `own` are the documents of one's own that the room may read too.
   * Errors: `address-unavailable`, `port-in-use`, `file-missing`, `unknown-edition`, `not-writable`.
   */
  openRoom(request: {
    readonly host: string;
    readonly own: readonly string[];
  }): Promise<Result<RoomStatus>>;
  /** Afterwards nothing listens. */
  closeRoom(request: Record<never, never>): Promise<Result<RoomStatus>>;
  /** Errors: `unknown-record` (the tour, or its stop). */
  present(request: { readonly stage: Stage | null }): Promise<Result<null>>;
  openInbox(request: { readonly isOpen: boolean }): Promise<Result<RoomStatus>>;
  inbox(request: { readonly tour: string }): Promise<Result<Inbox>>;
  hideQuestion(request: {
    readonly tour: string;
    readonly id: string;
    readonly isHidden: boolean;
  }): Promise<Result<Inbox>>;
}
