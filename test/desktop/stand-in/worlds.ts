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
}

type Codec = { encode: typeof encode; decode: typeof decode };

/** The page's world: makes what the preload script exposes. */
function pageWorld({ encode: write, decode: read }: Codec): void {
  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  let lastId = 0;
  document.addEventListener('stand-in-expose', (event) => {
    const { key, methods } = read((event as CustomEvent<string>).detail) as {
      key: string;
      methods: string[];
    };
    if (key in window) return;
    const exposed = Object.fromEntries(
      methods.map((name) => [
        name,
        (...args: unknown[]) =>
          new Promise((resolve, reject) => {
            lastId += 1;
            const detail = write({ id: lastId, name, args } satisfies Call);
            waiting.set(lastId, { resolve, reject });
            document.dispatchEvent(new CustomEvent('stand-in-call', { detail }));
          }),
      ]),
    );
    Object.defineProperty(window, key, { value: Object.freeze(exposed), enumerable: true });
  });
  document.addEventListener('stand-in-reply', (event) => {
    const { id, value, error } = read((event as CustomEvent<string>).detail) as Reply;
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
  };
  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  let lastId = 0;
  world.standInReply = (text) => {
    const { id, value, error } = read(text) as Reply;
    const waiter = waiting.get(id);
    waiting.delete(id);
    if (error === undefined) waiter?.resolve(value);
    else waiter?.reject(new Error(error));
  };
  const ipcRenderer = {
    invoke: (name: string, ...args: unknown[]) =>
      new Promise((resolve, reject) => {
        lastId += 1;
        const text = write({ id: lastId, name, args } satisfies Call);
        waiting.set(lastId, { resolve, reject });
        world.standInSend(text);
      }),
  };
  const reply = (answer: Reply) =>
    document.dispatchEvent(new CustomEvent('stand-in-reply', { detail: write(answer) }));
  const contextBridge = {
    exposeInMainWorld(key: string, api: Record<string, (...args: unknown[]) => unknown>): void {
      const detail = write({ key, methods: Object.keys(api) });
      const expose = () => document.dispatchEvent(new CustomEvent('stand-in-expose', { detail }));
      document.addEventListener('stand-in-meet', expose);
      document.addEventListener('stand-in-call', (event) => {
        const { id, name, args } = read((event as CustomEvent<string>).detail) as Call;
        Promise.resolve()
          .then(() => api[name]?.(...args))
          .then(
            (value) => reply({ id, value }),
            (error: Error) => reply({ id, error: error.message }),
          );
      });
      expose();
    },
  };
  const require = (name: string): unknown => {
    if (name !== 'electron') throw new Error(`module not found: ${name}`);
    return { contextBridge, ipcRenderer };
  };
  const module = { exports: {} };
  runPreload(module.exports, require, module);
}

const codec = `{ encode: ${encode.toString()}, decode: ${decode.toString()} }`;

export const pageWorldScript = `(${pageWorld.toString()})(${codec});`;

export const isolatedWorldScript = (preload: string): string =>
  `(${isolatedWorld.toString()})(${codec}, function (exports, require, module) {\n${preload}\n});`;
