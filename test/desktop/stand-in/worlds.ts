/**
 * The scripts that make a page of Chromium what Electron makes of it: one in the page's own world, one in an isolated
 * world that runs the real preload script. Both are functions here and text there, so they use nothing from outside.
 */

/** The isolated world's name, and the only world that has the binding. */
export const preloadWorld = 'recital-preload';
export const bindingName = 'standInSend';

/** Values cross as text. What structured clone refuses is refused; of what it takes, JSON and bytes are kept. */
export function encode(value: unknown): string {
  return JSON.stringify({ value: structuredClone(value) }, (_key, part: unknown) =>
    part instanceof Uint8Array ? { $bytes: [...part] } : part,
  );
}

export function decode(text: string): unknown {
  const parsed = JSON.parse(text, (_key, part: { $bytes?: number[] } | null) =>
    part?.$bytes === undefined ? part : new Uint8Array(part.$bytes),
  ) as { value: unknown };
  return parsed.value;
}

interface Call {
  readonly id: number;
  readonly name: string;
  readonly args: readonly unknown[];
}
interface Reply {
  readonly id: number;
  readonly value?: unknown;
  readonly error?: string;
  /** The value is a function of the preload script's, by this number. */
  readonly made?: number;
}

/** A function of the page's, by its number there, among the arguments of a call. */
interface Passed {
  readonly $function: number;
}

type Codec = { encode: typeof encode; decode: typeof decode };

/**
 * The page's world: makes what the preload script exposes. As over Electron's bridge, a function that is passed is called with
 * copies, a function that is answered is there at once, and everything else that is answered is a copy too.
 */
function pageWorld({ encode: write, decode: read }: Codec): void {
  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  const passed: ((...args: unknown[]) => unknown)[] = [];
  let lastId = 0;
  /** What the preload script answered before its listener was done: the two worlds take turns within one event. */
  let atOnce: Reply | null = null;
  const tell = (name: string, call: Call): void => {
    document.dispatchEvent(new CustomEvent(name, { detail: write(call) }));
  };
  const pass = (arg: unknown): unknown =>
    typeof arg === 'function'
      ? ({ $function: passed.push(arg as (...args: unknown[]) => unknown) - 1 } satisfies Passed)
      : arg;
  document.addEventListener('stand-in-expose', (event) => {
    const { key, methods } = read((event as CustomEvent<string>).detail) as {
      key: string;
      methods: string[];
    };
    if (key in window) return;
    const exposed = Object.fromEntries(
      methods.map((name) => [
        name,
        (...args: unknown[]) => {
          lastId += 1;
          const id = lastId;
          atOnce = null;
          const replied = new Promise((resolve, reject) => waiting.set(id, { resolve, reject }));
          try {
            tell('stand-in-call', { id, name, args: args.map(pass) });
          } catch (error) {
            // What cannot be copied.
            waiting.delete(id);
            return Promise.reject(error);
          }
          const made = (atOnce as Reply | null)?.made;
          if (made === undefined) return replied;
          waiting.delete(id);
          return () => tell('stand-in-call-made', { id: made, name, args: [] });
        },
      ]),
    );
    Object.defineProperty(window, key, { value: Object.freeze(exposed), enumerable: true });
  });
  document.addEventListener('stand-in-call-passed', (event) => {
    const { id, args } = read((event as CustomEvent<string>).detail) as Call;
    passed[id]?.(...args);
  });
  document.addEventListener('stand-in-reply', (event) => {
    atOnce = read((event as CustomEvent<string>).detail) as Reply;
    const { id, value, error, made } = atOnce;
    if (made !== undefined) return;
    const waiter = waiting.get(id);
    waiting.delete(id);
    if (error === undefined) waiter?.resolve(value);
    else waiter?.reject(new Error(error));
  });
  // Whichever world is there first, the second one lets them meet.
  document.dispatchEvent(new CustomEvent('stand-in-meet'));
}

/** The isolated world: what `require('electron')` gives a sandboxed preload script. */
function isolatedWorld(
  { encode: write, decode: read }: Codec,
  runPreload: (exports: object, require: (name: string) => unknown, module: object) => void,
): void {
  // Electron runs the preload script in the main frame only, unless told otherwise.
  if (window !== window.top) return;
  const world = globalThis as unknown as {
    standInSend(text: string): void;
    standInReply(text: string): void;
    standInReceive(text: string): void;
    standInDropped(text: string): void;
  };
  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  let lastId = 0;
  // The title of a page is the window's.
  const tellTitle = (): void =>
    world.standInSend(write({ id: 0, name: 'stand-in-title', args: [document.title] }));
  document.addEventListener('DOMContentLoaded', () => {
    const title = document.querySelector('title');
    if (title !== null) new MutationObserver(tellTitle).observe(title, { childList: true });
  });
  /** The paths of the files that the driver drops now, by their names. */
  let dropped: Readonly<Record<string, string>> = {};
  world.standInDropped = (text) => {
    dropped = read(text) as Record<string, string>;
  };
  const webUtils = { getPathForFile: (file: File): string => dropped[file.name] ?? '' };
  world.standInReply = (text) => {
    const { id, value, error } = read(text) as Reply;
    const waiter = waiting.get(id);
    waiting.delete(id);
    if (error === undefined) waiter?.resolve(value);
    else waiter?.reject(new Error(error));
  };
  type Listener = (event: object, ...args: unknown[]) => void;
  const listeners = new Map<string, Set<Listener>>();
  const ipcRenderer = {
    invoke: (name: string, ...args: unknown[]) =>
      new Promise((resolve, reject) => {
        lastId += 1;
        const text = write({ id: lastId, name, args } satisfies Call);
        waiting.set(lastId, { resolve, reject });
        world.standInSend(text);
      }),
    send: (name: string, ...args: unknown[]): void =>
      world.standInSend(write({ id: 0, name, args } satisfies Call)),
    on: (channel: string, listener: Listener) => {
      listeners.set(channel, (listeners.get(channel) ?? new Set()).add(listener));
      return ipcRenderer;
    },
    off: (channel: string, listener: Listener) => {
      listeners.get(channel)?.delete(listener);
      return ipcRenderer;
    },
  };
  world.standInReceive = (text) => {
    const { name, args } = read(text) as Call;
    const event = { sender: ipcRenderer, senderId: 0, ports: [] };
    for (const listener of listeners.get(name) ?? []) listener(event, ...args);
  };
  const reply = (answer: Reply) =>
    document.dispatchEvent(new CustomEvent('stand-in-reply', { detail: write(answer) }));
  const made: (() => void)[] = [];
  /** A function of the page's, to be called over the bridge: it is handed copies, and what cannot be copied is refused. */
  const received = (arg: unknown): unknown => {
    const id = (arg as Partial<Passed> | null)?.$function;
    if (id === undefined) return arg;
    return (...args: unknown[]) =>
      document.dispatchEvent(
        new CustomEvent('stand-in-call-passed', {
          detail: write({ id, name: '', args } satisfies Call),
        }),
      );
  };
  const contextBridge = {
    exposeInMainWorld(key: string, api: Record<string, (...args: unknown[]) => unknown>): void {
      const detail = write({ key, methods: Object.keys(api) });
      const expose = () => document.dispatchEvent(new CustomEvent('stand-in-expose', { detail }));
      document.addEventListener('stand-in-meet', expose);
      document.addEventListener('stand-in-call', (event) => {
        const { id, name, args } = read((event as CustomEvent<string>).detail) as Call;
        try {
          const answer = api[name]?.(...args.map(received));
          if (typeof answer === 'function')
            reply({ id, made: made.push(answer as () => void) - 1 });
          else
            Promise.resolve(answer).then(
              (value) => reply({ id, value }),
              (error: Error) => reply({ id, error: error.message }),
            );
        } catch (error) {
          reply({ id, error: (error as Error).message });
        }
      });
      document.addEventListener('stand-in-call-made', (event) => {
        made[(read((event as CustomEvent<string>).detail) as Call).id]?.();
      });
      expose();
    },
  };
  const require = (name: string): unknown => {
    if (name !== 'electron') throw new Error(`module not found: ${name}`);
    return { contextBridge, ipcRenderer, webUtils };
  };
  const module = { exports: {} };
  runPreload(module.exports, require, module);
}

const codec = `{ encode: ${encode.toString()}, decode: ${decode.toString()} }`;

export const pageWorldScript = `(${pageWorld.toString()})(${codec});`;

export const isolatedWorldScript = (preload: string): string =>
  `(${isolatedWorld.toString()})(${codec}, function (exports, require, module) {\n${preload}\n});`;
