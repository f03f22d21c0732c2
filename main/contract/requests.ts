import * as v from 'valibot';
import type { Api, Call, Method, RequestOf } from './api.ts';
import { exportFormats } from './export.ts';
import { failed, type Result } from './failure.ts';
import { ownTour, tourAddress } from './own-tour-rule.ts';
import { tourLimits } from './own-tours.ts';
import { messageRule, stageRule } from './room-rule.ts';

/**
 * *read* methods exist on every wire; *local* ones never in the room, so that nobody there can reach them. *inbox* is what the
 * room may write, while the trainer has opened the inbox.
 */
export type Access = 'read' | 'inbox' | 'local';

interface MethodRule<M extends Method> {
  readonly access: Access;
  readonly request: v.GenericSchema<unknown, RequestOf<M>>;
}

const addressText = v.pipe(v.string(), v.maxLength(400));
const word = v.optional(v.pipe(v.string(), v.maxLength(100)));
const wholeFrom = (least: number, most: number) =>
  v.optional(v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most)));

/** Longest query in letters (UTF-16), and longest one of sentences, which somebody may paste from a text. */
const longestQuery = 1000;
const longestSentences = 2000;

const nothing = v.strictObject({});
const path = v.pipe(v.string(), v.minLength(1), v.maxLength(4096));
const identity = v.pipe(v.string(), v.minLength(1), v.maxLength(64));

/** One rule a method; the compiler refuses a method without one. */
export const methodRules: { readonly [M in Method]: MethodRule<M> } = {
  about: { access: 'read', request: v.strictObject({}) },
  catalogue: { access: 'read', request: v.strictObject({}) },
  listing: { access: 'read', request: v.strictObject({ after: word }) },
  records: {
    access: 'read',
    request: v.strictObject({
      kind: v.picklist(['reference', 'body', 'handbook', 'tour', 'term', 'meeting', 'topic']),
    }),
  },
  actions: {
    access: 'read',
    request: v.strictObject({ actor: word, edition: v.optional(addressText) }),
  },
  show: { access: 'read', request: v.strictObject({ address: addressText }) },
  glance: {
    access: 'read',
    request: v.strictObject({ address: addressText, except: v.optional(addressText) }),
  },
  duties: {
    access: 'read',
    request: v.strictObject({
      work: v.optional(addressText),
      actors: v.optional(v.pipe(v.array(v.pipe(v.string(), v.maxLength(100))), v.maxLength(100))),
    }),
  },
  news: { access: 'read', request: v.strictObject({}) },
  network: {
    access: 'read',
    request: v.strictObject({
      focus: v.optional(addressText),
      limit: wholeFrom(1, 1000),
      records: v.optional(v.boolean()),
    }),
  },
  timeline: { access: 'read', request: v.strictObject({}) },
  compare: {
    access: 'read',
    request: v.strictObject({ from: addressText, to: addressText }),
  },
  search: {
    access: 'read',
    request: v.pipe(
      v.strictObject({
        query: v.pipe(v.string(), v.maxLength(longestSentences)),
        limit: wholeFrom(1, 100),
        offset: wholeFrom(0, 100_000),
        type: word,
        body: word,
        year: wholeFrom(1800, 3000),
        section: word,
        actor: word,
        work: v.optional(addressText),
        edition: v.optional(addressText),
        topic: word,
        lang: word,
        has: word,
        sort: v.optional(v.picklist(['relevance', 'date', 'document'])),
        asTyped: v.optional(v.boolean()),
        without: v.optional(
          v.pipe(v.array(v.pipe(v.string(), v.maxLength(1000))), v.maxLength(24)),
        ),
        words: v.optional(v.picklist(['all', 'any'])),
        explain: v.optional(v.boolean()),
      }),
      v.forward(
        v.partialCheck(
          [['query'], ['words']],
          ({ query, words }) => words === 'any' || query.length <= longestQuery,
          `Invalid length: Expected <=${longestQuery} unless words is "any"`,
        ),
        ['query'],
      ),
    ),
  },
  suggest: {
    access: 'read',
    request: v.strictObject({
      prefix: v.pipe(v.string(), v.maxLength(200)),
      limit: wholeFrom(1, 20),
    }),
  },
  cite: {
    access: 'local',
    request: v.strictObject({ text: v.pipe(v.string(), v.maxLength(10_000_000)) }),
  },
  parse: {
    access: 'local',
    request: v.strictObject({
      name: v.pipe(v.string(), v.maxLength(1000)),
      bytes: v.instance(Uint8Array),
    }),
  },
  export: {
    access: 'read',
    request: v.strictObject({ address: addressText, format: v.picklist(exportFormats) }),
  },
  handoutPdf: { access: 'local', request: v.strictObject({ address: addressText }) },
  ownTour: { access: 'local', request: v.strictObject({ address: addressText }) },
  newTour: {
    access: 'local',
    request: v.strictObject({
      from: v.optional(addressText),
      title: v.optional(v.pipe(v.string(), v.maxLength(tourLimits.title))),
      language: word,
    }),
  },
  keepTour: { access: 'local', request: v.strictObject({ tour: ownTour }) },
  dropTour: { access: 'local', request: v.strictObject({ address: addressText }) },
  tourFile: { access: 'local', request: v.strictObject({ address: addressText }) },
  takeTour: {
    access: 'local',
    request: v.union([
      v.strictObject({ text: v.pipe(v.string(), v.maxLength(tourLimits.file)) }),
      v.strictObject({ path }),
    ]),
  },
  room: { access: 'read', request: nothing },
  tell: {
    access: 'inbox',
    request: messageRule,
  },
  roomStatus: { access: 'local', request: nothing },
  openRoom: {
    access: 'local',
    request: v.strictObject({
      host: v.pipe(v.string(), v.minLength(1), v.maxLength(255)),
      own: v.pipe(v.array(addressText), v.maxLength(1000)),
    }),
  },
  closeRoom: { access: 'local', request: nothing },
  present: { access: 'local', request: v.strictObject({ stage: v.nullable(stageRule) }) },
  openInbox: { access: 'local', request: v.strictObject({ isOpen: v.boolean() }) },
  inbox: { access: 'local', request: v.strictObject({ tour: tourAddress }) },
  hideQuestion: {
    access: 'local',
    request: v.strictObject({
      tour: tourAddress,
      id: v.pipe(v.string(), v.maxLength(100)),
      isHidden: v.boolean(),
    }),
  },
  packs: { access: 'local', request: nothing },
  inspectPack: { access: 'local', request: v.strictObject({ path }) },
  installPack: {
    access: 'local',
    request: v.strictObject({ path, isAccepted: v.optional(v.boolean()) }),
  },
  rollBackPack: { access: 'local', request: v.strictObject({ identity }) },
  switchPack: { access: 'local', request: v.strictObject({ identity, isOn: v.boolean() }) },
  removePack: { access: 'local', request: v.strictObject({ identity }) },
  trustPublisher: { access: 'local', request: v.strictObject({ path }) },
  forgetPublisher: {
    access: 'local',
    request: v.strictObject({ key: v.pipe(v.string(), v.maxLength(100)) }),
  },
  jobs: { access: 'local', request: nothing },
  callOff: {
    access: 'local',
    request: v.strictObject({ id: v.pipe(v.string(), v.maxLength(100)) }),
  },
  offered: { access: 'local', request: nothing },
  offer: {
    access: 'local',
    request: v.strictObject({
      name: v.pipe(v.string(), v.minLength(1), v.maxLength(255)),
      bytes: v.instance(Uint8Array),
    }),
  },
  putAside: {
    access: 'local',
    request: v.strictObject({ paths: v.pipe(v.array(path), v.maxLength(10_000)) }),
  },
  pickFiles: { access: 'local', request: nothing },
  sticks: { access: 'local', request: nothing },
  pickFolder: { access: 'local', request: nothing },
  reveal: {
    access: 'local',
    request: v.strictObject({ what: v.picklist(['data', 'log', 'library']) }),
  },
  health: { access: 'local', request: nothing },
  repair: { access: 'local', request: nothing },
  dataPlace: { access: 'local', request: nothing },
  moveData: { access: 'local', request: v.strictObject({ to: path }) },
  import: {
    access: 'local',
    request: v.strictObject({
      paths: v.pipe(v.array(path), v.minLength(1), v.maxLength(10_000)),
    }),
  },
};

/** Which methods a wire may carry. */
export type Reach = 'all' | 'room';

/**
 * The one door of every wire: validates what came in and calls the Api. A breach of the contract is a failure
 * with `invalid-request`, `unknown-method` or `not-allowed`; a bug inside is `internal`, and is handed to
 * `report` since its message may hold what a stranger should not read. `asked` says whether somebody still waits.
 */
export async function dispatch(
  api: Api,
  reach: Reach,
  method: unknown,
  request: unknown,
  report: (bug: unknown) => void,
  asked: Call = { aborted: false },
): Promise<Result<unknown>> {
  if (typeof method !== 'string' || !Object.hasOwn(methodRules, method)) {
    return failed('unknown-method', 'There is no such method.');
  }
  const name = method as Method;
  const rule: MethodRule<Method> = methodRules[name];
  if (reach === 'room' && rule.access === 'local') {
    return failed('not-allowed', `The method ${name} cannot be called over the network.`);
  }
  const checked = v.safeParse(rule.request, request);
  if (!checked.success) {
    const [issue] = checked.issues;
    const where = v.getDotPath(issue);
    return failed(
      'invalid-request',
      `${name}: ${where === null ? '' : `${where}: `}${issue.message}`,
    );
  }
  try {
    const call = api[name] as (request: unknown, asked: Call) => Promise<Result<unknown>>;
    return await call.call(api, checked.output, asked);
  } catch (bug) {
    report(bug);
    return failed('internal', 'Something went wrong inside Recital.');
  }
}
