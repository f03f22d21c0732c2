/** What one client, and all of them together, may cost this machine. Times in milliseconds. */
export interface ShareLimits {
  /** Largest body of a request, in bytes. */
  readonly bodyBytes: number;
  /** Largest file that is handed over as its bytes; 0: none may be. */
  readonly fileBytes: number;
  /** Largest head of a request (its line and all headers), in bytes. */
  readonly headBytes: number;
  /** A request's head must have arrived within this time, and the whole of it within `requestMs`. */
  readonly headMs: number;
  readonly requestMs: number;
  /** A connection on which nothing moves is ended; this also ends clients that never read their answer. */
  readonly idleMs: number;
  /** Connections in all, and of one client, which may be a room behind one router. A browser opens up to six. */
  readonly connections: number;
  readonly connectionsOfClient: number;
  /** Requests that a client may make at once, and how many a second it regains. */
  readonly burst: number;
  readonly requestsPerSecond: number;
  /** Wrong access codes that a client may give at once; then one more each `guessMs`. */
  readonly guesses: number;
  readonly guessMs: number;
  /** Wrong access codes a second from all clients together: with 8 digits, 58 days of guessing. */
  readonly allGuessesPerSecond: number;
  /** Searches that are worked on at one time, and that may wait for their turn meanwhile. */
  readonly searchesAtOnce: number;
  readonly searchesWaiting: number;
  /** Bytes of answers that are kept for whoever asks the same next; 0 keeps none. */
  readonly rememberedBytes: number;
  /** Browsers that hear the news of the room: in all, and of one client, which may be a room behind one router. */
  readonly streams: number;
  readonly streamsOfClient: number;
  /** How often a stream on which there is no news says that it lives. */
  readonly beatMs: number;
  /** A stream whose browser leaves so many bytes unread is ended. */
  readonly unreadBytes: number;
  /** Messages to the presenter that a client may send at once, and how many a second it regains. */
  readonly messages: number;
  readonly messagesPerSecond: number;
  /** Clients that are remembered at one time. */
  readonly clients: number;
}

/** Ample for a page that loads and a person who types; a room of people may share one address behind a router. */
export const usualLimits: ShareLimits = {
  bodyBytes: 1_000_000,
  fileBytes: 0,
  headBytes: 8_192,
  headMs: 10_000,
  requestMs: 30_000,
  idleMs: 60_000,
  connections: 3_000,
  connectionsOfClient: 1_500,
  burst: 600,
  requestsPerSecond: 200,
  guesses: 5,
  guessMs: 10_000,
  allGuessesPerSecond: 20,
  searchesAtOnce: 4,
  searchesWaiting: 1_000,
  rememberedBytes: 24_000_000,
  streams: 600,
  streamsOfClient: 400,
  beatMs: 5000,
  unreadBytes: 65_536,
  messages: 20,
  messagesPerSecond: 1,
  clients: 2_000,
};

/**
 * The trainer brings whole tours and files, on this machine alone and after the key, and waits for what takes long: a pack that
 * is installed.
 */
export const trainersLimits: ShareLimits = {
  ...usualLimits,
  bodyBytes: 32_000_000,
  fileBytes: 300_000_000,
  idleMs: 900_000,
};
