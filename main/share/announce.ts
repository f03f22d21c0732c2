import { hostname } from 'node:os';

/** A share as it is announced on the network, by DNS-SD over multicast DNS (RFC 6763, RFC 6762). */
export interface Announcement {
  /** The name and port that it is found by; null where it could not be announced. */
  name(): string | null;
  stop(): Promise<void>;
}

/** This machine's name on the local network; null where it has none that people can type. */
export function localName(): string | null {
  const [name = ''] = hostname().toLowerCase().split('.');
  return /^[a-z0-9-]{1,63}$/.test(name) && name !== 'localhost' ? `${name}.local` : null;
}

/** Nothing is announced: nobody hears of it but by its address. */
const unannounced: Announcement = { name: () => null, stop: async () => {} };

/** How long a good-bye may take, in milliseconds: a network that has gone hears nothing. */
const patience = 500;

/** Announces a share on the network that an address belongs to. What fails is told to nobody: the address works without. */
export async function announce(address: string, port: number): Promise<Announcement> {
  const name = localName();
  if (name === null) return unannounced;
  let hasFailed = false;
  const fail = (): void => {
    hasFailed = true;
  };
  try {
    const { Bonjour } = await import('bonjour-service');
    const isEverywhere = address === '0.0.0.0' || address === '::';
    const bonjour = new Bonjour(
      // Bound to all addresses: a socket bound to one of them hears no multicast on most systems.
      (isEverywhere ? {} : { interface: address, bind: '0.0.0.0' }) as object,
      fail,
    );
    // Where the port of multicast DNS cannot be had, it says so to whoever listens, and ends the program where nobody does.
    const { server } = bonjour as unknown as { server: { mdns: NodeJS.EventEmitter } };
    server.mdns.on('error', fail);
    // An interface that cannot be had, which may come back; what is no answer of the system was sent by somebody.
    server.mdns.on('warning', (error: object) => {
      if ('syscall' in error) fail();
    });
    server.mdns.on('networkInterface', () => {
      hasFailed = false;
    });
    const service = bonjour.publish({
      name: `Recital (${name.replace(/\.local$/, '')})`,
      type: 'http',
      port,
      host: name,
      // Another share of the same machine may have the name; it has another port.
      probe: false,
      txt: { path: '/' },
      disableIPv6: true,
    });
    service.on('error', fail);
    return {
      name: () => (hasFailed ? null : `${name}:${port}`),
      stop: () =>
        withPatience((said) => bonjour.unpublishAll(said)).then(() =>
          withPatience((ended) => bonjour.destroy(ended)),
        ),
    };
  } catch {
    return unannounced;
  }
}

/** Does a thing that says when it is done, if it does so soon; what it throws is as good as done. */
function withPatience(act: (done: () => void) => void): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, patience);
    const done = (): void => {
      clearTimeout(timer);
      resolve();
    };
    try {
      act(done);
    } catch {
      done();
    }
  });
}
