import type { ChildProcess } from 'node:child_process';

/** One end of a conversation between two processes, both of which may ask. */
export interface Wire {
  ask(name: string, ...args: readonly unknown[]): Promise<unknown>;
}

export type Answers = Readonly<Record<string, (...args: readonly never[]) => unknown>>;

interface Message {
  readonly kind: 'ask' | 'answer' | 'failure';
  readonly id: number;
  readonly name: string;
  readonly value: unknown;
}

/** Both ends live over Node's own channel between a process and its child, which clones what it carries. */
export function openWire(channel: ChildProcess | NodeJS.Process, answers: Answers): Wire {
  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  let lastId = 0;
  // Where the other side has gone, whoever waits there has gone with it.
  const send = (message: Message): void => {
    if (channel.connected) channel.send?.(message, undefined, undefined, () => {});
  };
  channel.on('message', (message: Message) => {
    const { kind, id, name, value } = message;
    if (kind === 'ask') {
      const answer = answers[name] as ((...args: unknown[]) => unknown) | undefined;
      Promise.resolve()
        .then(() => answer?.(...(value as unknown[])))
        .then(
          (result) => send({ kind: 'answer', id, name, value: result }),
          (error: Error) => send({ kind: 'failure', id, name, value: error.message }),
        )
        .catch((error: unknown) => send({ kind: 'failure', id, name, value: String(error) }));
      return;
    }
    const waiter = waiting.get(id);
    waiting.delete(id);
    if (kind === 'answer') waiter?.resolve(value);
    else waiter?.reject(new Error(String(value)));
  });
  return {
    ask: (name, ...args) =>
      new Promise((resolve, reject) => {
        lastId += 1;
        waiting.set(lastId, { resolve, reject });
        send({ kind: 'ask', id: lastId, name, value: args });
      }),
  };
}
