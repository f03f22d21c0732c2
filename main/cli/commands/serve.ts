import { done, type Result } from '../../contract/failure.ts';
import type { Service } from '../../service/index.ts';
import { createDoor, startShare, trainersPort, usualPort } from '../../share/index.ts';
import { withService } from '../chosen-library.ts';
import type { Common } from '../common.ts';
import { print, remark } from '../output.ts';
import { pagesFolder } from '../project.ts';

interface ServeOptions extends Common {
  readonly host?: string;
  readonly port?: number;
  readonly code?: string;
  readonly trainer?: true;
}

/** Where people go, and the trainer among them. */
interface Served {
  readonly url: string;
  readonly code: string | null;
  readonly trainer?: string;
}

const interrupted = (): Promise<void> =>
  new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });

const report = (bug: unknown): void =>
  remark(`recital: ${bug instanceof Error ? (bug.stack ?? bug.message) : String(bug)}`);

const thisMachine = '127.0.0.1';

/** A person's own documents are for the room only where they say so, so a share beyond this machine leaves them out. */
const staysHere = (host = thisMachine): boolean =>
  /^(?:localhost|127(?:\.\d{1,3}){3}|::1)$/.test(host);

/** Serves the library to browsers until the process is interrupted; the first line says where. */
export const serve = (options: ServeOptions): Promise<Result<void>> =>
  options.trainer === true
    ? withService(options, (service) => untilInterrupted(options, service, openBoth), {
        door: createDoor({ pages: pagesFolder, report }),
      })
    : withService(options, (service) => untilInterrupted(options, service, openOne), {
        hasOwn: staysHere(options.host),
      });

type Open = (
  options: ServeOptions,
  service: Service,
) => Promise<Result<Served & { end(): Promise<void> }>>;

async function untilInterrupted(
  options: ServeOptions,
  service: Service,
  open: Open,
): Promise<Result<void>> {
  const opened = await open(options, service);
  if (!opened.ok) return opened;
  const { end: close, ...served } = opened.value;
  const end = interrupted();
  print(options.json === true ? JSON.stringify(served) : inWords(served));
  // What the first to search would wait for is loaded now: searching, and reading what a query cites.
  await service.api.search({ query: '' });
  await service.api.cite({ text: '' });
  await service.checkAtStart();
  await end;
  await close();
  return done(undefined);
}

function inWords({ url, code, trainer }: Served): string {
  const room = `Recital is at ${url}${code === null ? '' : `, access code ${code}`} (Ctrl+C ends it)`;
  return trainer === undefined ? room : `${room}\nTo edit and to present, open ${trainer}`;
}

/** One share, to read in. */
const openOne: Open = async ({ host = thisMachine, port, code }, { api, state, news }) => {
  const started = await startShare({
    api,
    state,
    news,
    host,
    port: port ?? usualPort,
    code: code ?? null,
    pages: pagesFolder,
    report,
  });
  if (!started.ok) return started;
  const { url, code: chosen, close } = started.value;
  return done({ url, code: chosen, end: close });
};

/** The room, and a share on this machine alone in which the trainer does everything that the window does. */
const openBoth: Open = async ({ host, port, code }, { api, state, news, openRoom, resumeRoom }) => {
  // After a crash whoever was in the room is in it again, wherever it had been opened to.
  const resumed = await resumeRoom({ host, port, code });
  const room =
    resumed?.ok === true
      ? resumed
      : await openRoom({ host: host ?? thisMachine, port: port ?? usualPort, code });
  if (!room.ok) return room;
  const shareOn = (own: number) =>
    startShare({
      api,
      state,
      news,
      host: thisMachine,
      port: own,
      code: null,
      reach: 'all',
      pages: pagesFolder,
      report,
    });
  const usual = await shareOn(trainersPort);
  const trainer = !usual.ok && usual.error.code === 'port-in-use' ? await shareOn(0) : usual;
  if (!trainer.ok) return trainer;
  const { url = '', code: chosen = null } = room.value.open ?? {};
  return done({ url, code: chosen, trainer: trainer.value.url, end: trainer.value.close });
};
