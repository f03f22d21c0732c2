import type { Call } from '../contract/api.ts';
import { sharedCall } from '../contract/shared-call.ts';
import type { Reply } from './reply.ts';

/** Longer questions are rare, and not kept. */
const longestQuestion = 4000;
/** What an answer takes beside its bytes and its question, about. */
const costOfOne = 500;

type Ask = (call: Call) => Promise<Reply>;

/** Answers a question, unless it was answered lately, or is just being answered to somebody else. */
export type Answerer = (question: string, call: Call, ask: Ask) => Promise<Reply>;

interface Underway {
  readonly state: string;
  readonly askers: Call[];
  /** Of them all. */
  readonly call: Call;
  readonly reply: Promise<Reply>;
}

const cost = (question: string, { body }: Reply): number =>
  costOfOne + 2 * question.length + body.length;

/**
 * Remembers the good answers to what was asked last, `mostBytes` of them, for a room in which everybody types what the
 * trainer says. `state` is another text once answers may be others: then all are forgotten; null where that cannot be
 * told. Who asks what somebody else is waiting for waits for the same answer, which is called off once all of them
 * have left.
 */
export function rememberAnswers(state: () => string | null, mostBytes: number): Answerer {
  // The one that was asked for longest ago is the first.
  const kept = new Map<string, Reply>();
  const underway = new Map<string, Underway>();
  let stateOfKept = '';
  let bytes = 0;

  const forgetAll = (now: string): void => {
    kept.clear();
    bytes = 0;
    stateOfKept = now;
  };
  const keep = (question: string, { body, ...others }: Reply): void => {
    // A text has as many bytes as letters, or more.
    if (body.length > mostBytes) return;
    const reply = { ...others, body: typeof body === 'string' ? Buffer.from(body) : body };
    if (cost(question, reply) > mostBytes) return;
    const before = kept.get(question);
    if (before !== undefined) bytes -= cost(question, before);
    kept.set(question, reply);
    bytes += cost(question, reply);
    for (const [oldest, each] of kept) {
      if (bytes <= mostBytes) break;
      kept.delete(oldest);
      bytes -= cost(oldest, each);
    }
  };

  const find = async (question: string, before: string, ask: Ask, call: Call): Promise<Reply> => {
    const reply = await ask(call);
    // An answer that an import met on its way may be neither the old one nor the new one.
    if (reply.status === 200 && state() === before && stateOfKept === before) keep(question, reply);
    return reply;
  };

  return async (question, call, ask) => {
    const now = question.length > longestQuestion ? null : state();
    if (now === null) return ask(call);
    if (now !== stateOfKept) forgetAll(now);
    const known = kept.get(question);
    if (known !== undefined) {
      kept.delete(question);
      kept.set(question, known);
      return known;
    }
    const other = underway.get(question);
    // What all others have left is about to be called off.
    if (other?.state === now && !other.call.aborted) {
      other.askers.push(call);
      return other.reply;
    }
    const askers = [call];
    const forAll = sharedCall(askers);
    const mine = { state: now, askers, call: forAll, reply: find(question, now, ask, forAll) };
    underway.set(question, mine);
    try {
      return await mine.reply;
    } finally {
      if (underway.get(question) === mine) underway.delete(question);
    }
  };
}
