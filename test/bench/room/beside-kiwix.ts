import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Provision } from '../../../main/contract/document.ts';
import type { ShownEdition } from '../../../main/contract/answers.ts';
import { openService } from '../../../main/service/index.ts';
import { makeQueries } from '../queries.ts';
import type { KeptTexts, TextLine } from '../search/corpus/kept.ts';
import { putLoad, type Ask, type LoadAnswer } from '../search/load.ts';
import { keepZim, kiwixVersions, missingOfKiwix, serveZim } from '../search/peers/kiwix.ts';
import { startLineProcess } from '../search/processes.ts';
import { loadBoth, type Beside } from '../search/timing.ts';

/** Both under two hundred connections, each of which asks as soon as it is answered. */
export interface BesideKiwix {
  readonly versions: readonly string[];
  readonly search: Beside<LoadAnswer>;
  readonly document: Beside<LoadAnswer>;
}

const script = fileURLToPath(new URL('../search/recital-server.ts', import.meta.url));

async function readEditions(libraryFile: string): Promise<ShownEdition[]> {
  const service = openService({ libraryFile, version: '0' });
  if (!service.ok) throw new Error(service.error.message);
  const { api, close } = service.value;
  const catalogue = await api.catalogue({});
  if (!catalogue.ok) throw new Error(catalogue.error.message);
  const editions: ShownEdition[] = [];
  for (const { edition } of catalogue.value.editions) {
    const shown = await api.show({ address: edition });
    if (shown.ok && shown.value.kind === 'edition') editions.push(shown.value);
  }
  await close();
  return editions;
}

const flat = (provisions: readonly Provision[]): Provision[] =>
  provisions.flatMap((each) => [each, ...flat(each.provisions)]);

function linesOf({ summary, sections }: ShownEdition): TextLine[] {
  return sections.flatMap(({ address, heading, provisions }) =>
    flat(provisions).map((provision) => ({
      address: `${summary.edition}#${provision.address}`,
      name: summary.name,
      title: summary.title,
      heading,
      label: provision.label,
      text: provision.text,
      isOperative: false,
      type: summary.type,
      body: summary.body,
      year: summary.year,
      section: address,
      actor: '',
    })),
  );
}

/** The bundled texts for a ZIM file: a page a provision to search in, and a page a document to read. */
function writeTexts(folder: string, editions: readonly ShownEdition[]): KeptTexts {
  const pages = join(folder, 'pages/documents');
  mkdirSync(pages, { recursive: true });
  const lines = editions.map(linesOf);
  for (const [at, ofOne] of lines.entries()) {
    const paragraphs = ofOne.map(
      ({ label, text }) => `<p>${label} ${text.replaceAll('<', '&lt;')}</p>`,
    );
    writeFileSync(
      join(pages, `${at}.html`),
      `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${ofOne[0]?.name ?? ''}</title></head><body>${paragraphs.join('\n')}</body></html>\n`,
    );
  }
  const file = join(folder, 'texts.jsonl');
  const all = lines.flat();
  writeFileSync(file, all.map((line) => JSON.stringify(line)).join('\n') + '\n');
  return {
    folder,
    file,
    provisions: all.length,
    editions: editions.length,
    bytes: all.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0),
  };
}

/** Requests a second for search and for documents, of the bundled texts; null where the peer is not on this machine. */
export async function measureBesideKiwix(
  libraryFile: string,
  say: (line: string) => void,
): Promise<BesideKiwix> {
  const missing = missingOfKiwix();
  if (missing !== null) say(`not here, and left out: ${missing}`);
  const editions = await readEditions(libraryFile);
  const queries = makeQueries(
    editions.flatMap(({ sections }) => sections),
    200,
  ).map(({ query }) => ({ query }));
  const folder = mkdtempSync(join(tmpdir(), 'recital-kiwix-'));
  const recital = startLineProcess(process.execPath, [script, libraryFile]);
  const kiwix =
    missing === null ? await serveZim(await keepZim(writeTexts(folder, editions))) : null;
  try {
    const { port } = await recital.next<{ port: number }>();
    say('search, beside kiwix-serve');
    const search = await loadBoth(queries, port, kiwix);
    say('documents, beside kiwix-serve');
    const shows = editions.map(({ summary }): Ask => ({
      method: 'POST',
      path: '/api/show',
      body: JSON.stringify({ address: summary.edition }),
    }));
    const pages = editions.map((_edition, at): Ask => ({
      method: 'GET',
      path: `/corpus/A/documents/${at}.html`,
      body: null,
    }));
    const document = {
      recital: await putLoad(port, shows),
      peer: kiwix === null ? null : await putLoad(kiwix.port, pages),
    };
    return { versions: missing === null ? kiwixVersions() : [], search, document };
  } finally {
    await recital.end();
    await kiwix?.close();
    rmSync(folder, { recursive: true });
  }
}
