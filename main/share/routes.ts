import type { IncomingMessage, RequestListener } from 'node:http';
import type { Api, Call } from '../contract/api.ts';
import type { Failure } from '../contract/failure.ts';
import { dispatch, type Reach } from '../contract/requests.ts';
import { readBody, readBytes } from './body.ts';
import { compressedFor } from './compressed.ts';
import { enterReply, toEnter } from './enter.ts';
import type { Gate } from './gate.ts';
import type { Key } from './key.ts';
import type { ShareLimits } from './limits.ts';
import { newsPath, type NewsStreams } from './news-stream.ts';
import { createPageReplies } from './page-replies.ts';
import type { Pages } from './pages.ts';
import { clientOf, isOurHost, type Place } from './places.ts';
import { createBuckets } from './rate.ts';
import { rememberAnswers, type Answerer } from './remembered.ts';
import { refusal, resultReply, send, type Reply } from './reply.ts';
import { createTurns, type Turns } from './turns.ts';

export interface Room {
  readonly api: Api;
  readonly pages: Pages;
  readonly place: Place;
  readonly reach: Reach;
  /** `null` where nobody needs a code. */
  readonly gate: Gate | null;
  /** `null` where no link with a key is needed. */
  readonly key: Key | null;
  readonly streams: NewsStreams;
  readonly limits: ShareLimits;
  /** Another text once answers may be others; null where that cannot be told. */
  readonly state: () => string | null;
  /** Told of every bug; what it says never reaches a client. */
  readonly report: (bug: unknown) => void;
}

const apiPath = '/api/';

/** The answer is a stream, which goes on for as long as it is listened to. */
const streamed = Symbol('streamed');

const tooMany: Failure = { code: 'too-many-requests', message: 'Too many requests at once.' };
const notTheTrainer: Failure = {
  code: 'code-required',
  message: 'Open the link that Recital printed.',
};
const notAllowed = (message: string): Failure => ({ code: 'not-allowed', message });

/** The one door of the server: every request passes the same checks in the same order, then its route. */
export function createRoutes(room: Room): RequestListener {
  const buckets = createBuckets({
    burst: room.limits.burst,
    perSecond: room.limits.requestsPerSecond,
    clients: room.limits.clients,
  });
  const pageReply = createPageReplies(room.pages);
  const answers = rememberAnswers(room.state, room.limits.rememberedBytes);
  const turns = createTurns(room.limits.searchesAtOnce, room.limits.searchesWaiting);

  const messages = createBuckets({
    burst: room.limits.messages,
    perSecond: room.limits.messagesPerSecond,
    clients: room.limits.clients,
  });

  async function reply(request: IncomingMessage, asked: Call): Promise<Reply | typeof streamed> {
    const client = clientOf(request.socket.remoteAddress);
    // The path is compared as it came, never decoded and never joined to a folder.
    const [path = ''] = (request.url ?? '').split('?');
    const isApi = path.startsWith(apiPath);

    const wait = buckets.take(client);
    if (wait > 0) {
      return refusal(isApi, tooMany, {
        headers: { 'Retry-After': String(Math.ceil(wait / 1000)) },
      });
    }
    const breach = findBreach(request, path, room);
    if (breach !== null) return refusal(isApi, breach.error, breach);

    if (room.key !== null && !room.key.pass.isIn(request.headers.cookie)) {
      if (!room.key.fits(request.url ?? '')) return refusal(isApi, notTheTrainer);
      const page = await pageReply('/', request);
      return { ...page, headers: { ...page.headers, 'Set-Cookie': room.key.pass.cookie } };
    }
    if (room.gate !== null && path === '/enter') return enterReply(room.gate, client, request);
    if (room.gate !== null && !room.gate.isOpenTo(request.headers.cookie)) {
      return path === '/' || path.endsWith('.html')
        ? toEnter
        : refusal(isApi, { code: 'code-required', message: 'Enter the access code first.' });
    }
    if (path === newsPath) return streamed;
    if (!isApi) return pageReply(path, request);
    const method = path.slice(apiPath.length);
    // The one thing that the room may write.
    if (method === 'tell' && messages.take(client) > 0) return refusal(true, tooMany);
    const answer = await apiReply(room, { answers, turns }, method, request, asked);
    return compressedFor(request, answer, 4, onePacket);
  }

  return (request, response) => {
    const asked = { aborted: false };
    response.on('close', () => {
      asked.aborted = true;
    });
    reply(request, asked)
      .catch((bug: unknown): Reply => {
        // A client that hangs up in mid-request is no bug.
        if (request.errored === null) room.report(bug);
        return refusal(false, {
          code: 'internal',
          message: 'Something went wrong inside Recital.',
        });
      })
      .then((answer) => {
        if (answer !== streamed) return send(request, response, answer);
        const isOpen = room.streams.open(request, response);
        return isOpen ? undefined : send(request, response, refusal(false, tooMany));
      })
      .catch(room.report);
  };
}

interface Breach {
  readonly error: Failure;
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What is wrong with a request whoever sends it, if anything. */
function findBreach(
  request: IncomingMessage,
  path: string,
  { place, reach }: Pick<Room, 'place' | 'reach'>,
): Breach | null {
  const { method = '', socket, headersDistinct } = request;
  const isPosted = path.startsWith(apiPath) || path === '/enter';
  const allowed = path === '/enter' ? 'GET, HEAD, POST' : isPosted ? 'POST' : 'GET, HEAD';
  if (!allowed.split(', ').includes(method)) {
    return {
      error: notAllowed(`The method ${method} is not used here.`),
      status: 405,
      headers: { Allow: allowed },
    };
  }
  const [host = '', ...otherHosts] = headersDistinct['host'] ?? [];
  if (otherHosts.length > 0 || !isOurHost(host, socket, place)) {
    return {
      error: notAllowed('Recital does not answer to this name; open the address that it gave.'),
    };
  }
  if (method === 'POST') {
    const [origin, ...otherOrigins] = headersDistinct['origin'] ?? [];
    // Programs send no Origin; browsers always do with a POST, so a page of another site gives itself away.
    if (
      origin !== undefined &&
      (otherOrigins.length > 0 || origin !== `http://${host}`.toLowerCase())
    ) {
      return { error: notAllowed('This request comes from a page of another site.') };
    }
    const type = path === '/enter' ? 'application/x-www-form-urlencoded' : 'application/json';
    // Neither is one that a page of another site could send unasked.
    const types = isPosted && path !== '/enter' && reach === 'all' ? [type, fileType] : [type];
    if (!types.includes(typeOf(request))) {
      return {
        error: { code: 'invalid-request', message: `The Content-Type must be ${type}.` },
        status: 415,
      };
    }
  }
  return null;
}

/** Of a file that is handed over as its bytes; what else is asked stands in the address. */
const fileType = 'application/octet-stream';

const typeOf = (request: IncomingMessage): string =>
  (request.headers['content-type'] ?? '').split(';', 1).join('').trim().toLowerCase();

/** What is smaller goes out in one packet anyway. In bytes. */
const onePacket = 1400;

/** Methods whose answers are the same until the library is another. */
const lasting = new Set(
  'search suggest show glance compare news network timeline duties actions listing catalogue records export'.split(
    ' ',
  ),
);

/** A person's own tours change on their own; a name with an escape in it may hide one. */
const isLasting = (method: string, body: string): boolean =>
  method === 'search' || (lasting.has(method) && !/"tour"|tour\/own|\\/i.test(body));

async function apiReply(
  room: Room,
  { answers, turns }: { readonly answers: Answerer; readonly turns: Turns },
  method: string,
  request: IncomingMessage,
  call: Call,
): Promise<Reply> {
  if (typeOf(request) === fileType) return fileReply(room, method, request, call);
  const body = await readBody(request, room.limits.bodyBytes);
  if (!body.ok) return resultReply(body);
  const answer = async (whoWaits: Call): Promise<Reply> => {
    let asked: unknown;
    try {
      asked = JSON.parse(body.value);
    } catch {
      const error = { code: 'invalid-request', message: 'The body of a request is JSON.' } as const;
      return resultReply({ ok: false, error });
    }
    return resultReply(await dispatch(room.api, room.reach, method, asked, room.report, whoWaits));
  };
  const answerInTurn = async (whoWaits: Call): Promise<Reply> =>
    (await turns(whoWaits, () => answer(whoWaits))) ?? resultReply({ ok: false, error: tooMany });
  if (!isLasting(method, body.value)) return answer(call);
  const ask = method === 'search' ? answerInTurn : answer;
  return answers(`${method} ${body.value}`, call, ask);
}

async function fileReply(
  room: Room,
  method: string,
  request: IncomingMessage,
  call: Call,
): Promise<Reply> {
  const bytes = await readBytes(request, room.limits.fileBytes);
  if (!bytes.ok) return resultReply(bytes);
  const { searchParams } = new URL(request.url ?? '', 'http://localhost');
  const asked = { ...Object.fromEntries(searchParams), bytes: bytes.value };
  return resultReply(await dispatch(room.api, room.reach, method, asked, room.report, call));
}
