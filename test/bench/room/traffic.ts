/** One request as the page made it. */
export interface Traced {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly body: string | null;
  /** How it was answered: a page may ask for what the room is refused. */
  readonly status: number;
}

/** What a page asks for one thing that a person does, in the order in which it asked. */
export type Trace = readonly Traced[];

/** What a real page asked, for two hundred others to ask again. */
export interface Traffic {
  /** From the code to the first screen, in a browser that has nothing of Recital. */
  readonly arriving: Trace;
  /** What a follower's page asks when the presenter comes to a stop, stop by stop. */
  readonly following: readonly Trace[];
  /** From the first letter typed to the results. */
  readonly searching: readonly Trace[];
  /** Until a document is on the screen. */
  readonly reading: readonly Trace[];
}

/** What the process of the participants is told. */
export type Order =
  | { readonly kind: 'join' }
  /** Everybody reads and searches from now on, or nobody does. */
  | { readonly kind: 'roam'; readonly isOn: boolean }
  | { readonly kind: 'report' };

/** A step that the presenter took, as those who follow heard of it. Times in milliseconds since 1970. */
export interface Heard {
  readonly stop: number;
  readonly step: number;
  /** How many heard of it, and when the last one did. */
  readonly count: number;
  readonly lastAt: number;
}

export interface Report {
  readonly joined: number;
  readonly heard: readonly Heard[];
  /** Milliseconds from asking for results to the last byte of them. */
  readonly searchMs: readonly number[];
  readonly documentMs: readonly number[];
  readonly requests: number;
  readonly bytes: number;
  /** What was not answered with 200, and why, each once. */
  readonly errors: number;
  readonly firstErrors: readonly string[];
  /** When each stream last came back after it had broken, and with which stop. */
  readonly cameBack: readonly { readonly at: number; readonly stop: number }[];
}

export interface Participants {
  readonly port: number;
  readonly code: string;
  readonly count: number;
  readonly traffic: Traffic;
}

/** Milliseconds since 1970, finer than the clock on the wall, and the same in every process of this machine. */
export const instant = (): number => performance.timeOrigin + performance.now();
