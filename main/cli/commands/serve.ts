import { done, type Result } from '../../contract/failure.ts';
import { startShare, usualPort } from '../../share/index.ts';
import { withService } from '../chosen-library.ts';
import type { Common } from '../common.ts';
import { print, remark } from '../output.ts';
import { pagesFolder } from '../project.ts';

interface ServeOptions extends Common {
  readonly host: string;
  readonly port?: number;
  readonly code?: string;
}

const interrupted = (): Promise<void> =>
  new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });

/** A person's own documents are for the room only where they say so, so a share beyond this machine leaves them out. */
const staysHere = (host: string): boolean => /^(?:localhost|127(?:\.\d{1,3}){3}|::1)$/.test(host);

/** Serves the library to browsers until the process is interrupted; the first line says where. */
export async function serve(options: ServeOptions): Promise<Result<void>> {
  return withService(
    options,
    async ({ api, state }) => {
      const started = await startShare({
        api,
        state,
        host: options.host,
        port: options.port ?? usualPort,
        code: options.code ?? null,
        pages: pagesFolder,
        report: (bug) =>
          remark(`recital: ${bug instanceof Error ? (bug.stack ?? bug.message) : String(bug)}`),
      });
      if (!started.ok) return started;
      const { url, code } = started.value;
      const end = interrupted();
      if (options.json === true) print(JSON.stringify({ url, code }));
      else
        print(
          `Recital is at ${url}${code === null ? '' : `, access code ${code}`} (Ctrl+C ends it)`,
        );
      // What the first to search would wait for is loaded now: searching, and reading what a query cites.
      await api.search({ query: '' });
      await api.cite({ text: '' });
      await end;
      await started.value.close();
      return done(undefined);
    },
    staysHere(options.host),
  );
}
