import { Agent, request, type IncomingMessage } from 'node:http';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import {
  instant,
  type Order,
  type Participants,
  type Report,
  type Trace,
  type Traced,
} from './traffic.ts';

// Two hundred people, each with an address of their own, who follow a tour while they read and search: each page's requests
// are those that a real page made. Every line on standard input is an order, and is answered with a line once it is done.

const { port, code, count, traffic }: Participants = JSON.parse(
  readFileSync(process.argv[2] ?? '', 'utf8'),
);

const searchMs: number[] = [];
const documentMs: number[] = [];
const firstErrors = new Set<string>();
const heard = new Map<string, { stop: number; step: number; count: number; lastAt: number }>();
let requests = 0;
let bytes = 0;
let errors = 0;
const roaming = { isOn: false };

function fail(why: string): void {
  errors += 1;
  if (firstErrors.size < 20) firstErrors.add(why);
}

/** The same numbers on every run. */
function createChance(seed: number): (below: number) => number {
  let state = seed * 7919 + 1;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}

interface Answer {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
}

const idleLineEnded = Symbol('idle line ended');

function createParticipant(index: number) {
  // A browser opens six lines to a server, and the stream is one of them.
  const localAddress = `127.0.${1 + Math.floor(index / 200)}.${1 + (index % 200)}`;
  const agent = new Agent({ keepAlive: true, maxSockets: 5, localAddress });
  const chance = createChance(index + 1);
  let cookie = '';
  let isJoined = false;
  let hasBroken = false;
  let cameBack: { at: number; stop: number } | null = null;
  let lastStop = 0;

  const headersOf = (body: string | null, type: string): Record<string, string | number> => ({
    'Accept-Encoding': 'gzip',
    Cookie: cookie,
    ...(body !== null && { 'Content-Type': type, 'Content-Length': Buffer.byteLength(body) }),
  });

  const askOnce = (traced: Traced, type: string): Promise<Answer | typeof idleLineEnded> =>
    new Promise((resolve, reject) => {
      const { method, path, body } = traced;
      requests += 1;
      const asked = request(
        { host: '127.0.0.1', port, method, path, agent, headers: headersOf(body, type) },
        (response) => {
          response.on('data', (part: Buffer) => {
            bytes += part.length;
          });
          response.on('error', reject);
          response.on('end', () =>
            resolve({ status: response.statusCode ?? 0, headers: response.headers }),
          );
        },
      );
      asked.on('error', (error) => {
        if (asked.reusedSocket) resolve(idleLineEnded);
        else reject(error);
      });
      asked.end(body ?? undefined);
    });
  /** As a browser does it: once more where the server has ended an idle line at that very moment. */
  async function ask(traced: Traced, type = 'application/json'): Promise<Answer> {
    for (;;) {
      const answer = await askOnce(traced, type);
      if (answer !== idleLineEnded) return answer;
    }
  }

  async function replay(trace: Trace, times: number[] | null, timed: string): Promise<void> {
    for (const traced of trace) {
      const asked = performance.now();
      try {
        const { status } = await ask(traced);
        if (times !== null && traced.path === timed) times.push(performance.now() - asked);
        if (status !== traced.status) fail(`${traced.path} was answered ${status}`);
      } catch (error) {
        if (isJoined) fail(`${traced.path}: ${String(error)}`);
      }
    }
  }

  function listen(): void {
    const asked = request(
      {
        host: '127.0.0.1',
        port,
        path: '/room/news',
        agent: false,
        localAddress,
        headers: { Cookie: cookie, Accept: 'text/event-stream' },
      },
      (response) => {
        if (response.statusCode !== 200) fail(`/room/news was answered ${response.statusCode}`);
        let held = '';
        response.setEncoding('utf8').on('data', (text: string) => {
          held += text;
          for (let end = held.indexOf('\n\n'); end >= 0; end = held.indexOf('\n\n')) {
            hear(held.slice(0, end));
            held = held.slice(end + 2);
          }
        });
        response.on('close', comeBack);
        response.on('error', () => {});
      },
    );
    asked.on('error', comeBack);
    asked.end();
  }
  let isComing = false;
  /** As a browser does: a second later, until it is let in. */
  function comeBack(): void {
    isJoined = false;
    hasBroken = true;
    if (isComing) return;
    isComing = true;
    setTimeout(() => {
      isComing = false;
      listen();
    }, 1000);
  }
  function hear(event: string): void {
    const data = /^data: (.*)$/m.exec(event)?.[1];
    if (data === undefined) return;
    const at = instant();
    isJoined = true;
    const { stage } = JSON.parse(data) as { stage: { stop: number; step: number } | null };
    const stop = stage?.stop ?? 0;
    if (hasBroken) {
      hasBroken = false;
      cameBack = { at, stop };
      return;
    }
    if (stage === null) return;
    const name = `${stage.stop} ${stage.step}`;
    const one = heard.get(name) ?? { stop, step: stage.step, count: 0, lastAt: 0 };
    heard.set(name, { ...one, count: one.count + 1, lastAt: Math.max(one.lastAt, at) });
    if (stop !== lastStop) void replay(traffic.following[stop - 1] ?? [], null, '');
    lastStop = stop;
  }

  return {
    isJoined: () => isJoined,
    cameBack: () => cameBack,
    async join(): Promise<void> {
      const body = new URLSearchParams({ code }).toString();
      const traced: Traced = { method: 'POST', path: '/enter', body, status: 303 };
      const entered = await ask(traced, 'application/x-www-form-urlencoded');
      if (entered.status !== traced.status) fail(`/enter was answered ${entered.status}`);
      cookie = entered.headers['set-cookie']?.[0]?.split(';')[0] ?? '';
      await replay(traffic.arriving, null, '');
      listen();
    },
    /** Reads and searches in turn, a few seconds apart, for as long as everybody does. */
    async roam(): Promise<void> {
      await wait(chance(6000));
      while (roaming.isOn) {
        if (isJoined && chance(2) === 0) {
          const trace = traffic.searching[chance(traffic.searching.length)] ?? [];
          await replay(trace, searchMs, '/api/search');
        } else if (isJoined) {
          const trace = traffic.reading[chance(traffic.reading.length)] ?? [];
          await replay(trace, documentMs, '/api/show');
        }
        await wait(4000 + chance(4000));
      }
    },
  };
}

const everybody = Array.from({ length: count }, (_none, index) => createParticipant(index));

async function follow(order: Order): Promise<unknown> {
  switch (order.kind) {
    case 'join':
      await Promise.all(everybody.map((each) => each.join()));
      for (let tries = 0; tries < 300; tries += 1) {
        if (everybody.every((each) => each.isJoined())) break;
        await wait(100);
      }
      return { joined: everybody.filter((each) => each.isJoined()).length };
    case 'roam':
      roaming.isOn = order.isOn;
      if (roaming.isOn) for (const each of everybody) void each.roam();
      return {};
    case 'report': {
      const report: Report = {
        joined: everybody.filter((each) => each.isJoined()).length,
        heard: [...heard.values()],
        searchMs,
        documentMs,
        requests,
        bytes,
        errors,
        firstErrors: [...firstErrors],
        cameBack: everybody.flatMap((each) => each.cameBack() ?? []),
      };
      return report;
    }
  }
}

for await (const line of createInterface({ input: process.stdin }))
  process.stdout.write(`${JSON.stringify(await follow(JSON.parse(line)))}\n`);
process.exit(0);
