/** Who a message came from, as far as main/app asks. */
export interface Sender {
  readonly url: string;
  readonly origin: string;
  readonly parent: object | null;
}

type Listener = (event: { readonly senderFrame: Sender | null }, ...args: unknown[]) => unknown;

/** Electron's `ipcMain`, and with `receive` the end of the wire that a message comes out of. */
export class IpcMain {
  readonly #listeners = new Map<string, Listener>();
  readonly #hearers = new Map<string, readonly Listener[]>();

  handle(channel: string, listener: Listener): void {
    if (this.#listeners.has(channel)) throw new Error(`There is a handler for ${channel} already`);
    this.#listeners.set(channel, listener);
  }

  /** What is sent this way is not answered. */
  on(channel: string, listener: Listener): void {
    this.#hearers.set(channel, [...(this.#hearers.get(channel) ?? []), listener]);
  }

  hear(event: { senderFrame: Sender | null }, channel: string, args: unknown[]): void {
    for (const listener of this.#hearers.get(channel) ?? []) listener(event, ...args);
  }

  async receive(
    event: { senderFrame: Sender | null },
    channel: string,
    args: unknown[],
  ): Promise<unknown> {
    const listener = this.#listeners.get(channel);
    if (listener === undefined) throw new Error(`No handler registered for '${channel}'`);
    return listener(event, ...args);
  }
}

/** Electron's `ipcRenderer.invoke` for one sender, joined to an `ipcMain` in the same process by structured clones. */
export const createInvoke =
  (ipcMain: IpcMain, senderFrame: Sender | null) =>
  async (channel: string, ...args: unknown[]): Promise<unknown> =>
    structuredClone(await ipcMain.receive({ senderFrame }, channel, structuredClone(args)));
