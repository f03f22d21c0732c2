import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import {
  archFromString,
  build,
  Platform,
  type AfterPackContext,
  type Configuration,
} from 'electron-builder';
import { portableMarker } from '../../main/service/index.ts';
import { mergeLicences } from '../bundle/licences.ts';
import { buildStale } from '../build.ts';
import { project } from '../tools.ts';

/**
 * `npm run dist` makes the installers of the present system in `release/`, with their checksums; `-- --dir` the unpacked
 * program of the present machine alone.
 */
const { values: asked } = parseArgs({
  options: {
    /** The program as a folder, without an installer. */
    dir: { type: 'boolean', default: false },
    /** Electron's runtime, as a folder or the zip that Electron publishes, in place of fetching it. */
    'electron-dist': { type: 'string' },
    /** In place of `release/`, which is emptied first. */
    out: { type: 'string' },
  },
});

const out = resolve(project, asked.out ?? 'release');

const read = (file: string): Promise<string> => readFile(join(project, file), 'utf8');

/** The licences of all that is shipped, our own first. Electron's and Chromium's come with their runtime. */
async function listLicences(): Promise<void> {
  const lists = ['out/app/licences.txt', 'out/renderer/assets/licences.txt'].map(read);
  const own = `Recital\n\n${await read('LICENSE')}`;
  await writeFile(join(project, 'out/licences.txt'), mergeLicences(own, await Promise.all(lists)));
}

type Runtime = Pick<AfterPackContext, 'appOutDir' | 'electronPlatformName'>;

/** A runtime as a folder brings Electron's own example of a program, which one as a zip is rid of by the packager. */
async function withoutExample({ appOutDir, electronPlatformName }: Runtime) {
  const isMac = electronPlatformName === 'darwin';
  const resources = join(appOutDir, isMac ? 'Electron.app/Contents/Resources' : 'resources');
  await rm(join(resources, 'default_app.asar'), { force: true });
}

function settings(): Configuration {
  const runtime = asked['electron-dist'];
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository } = process.env;
  return {
    directories: { output: out },
    ...(runtime !== undefined && { electronDist: resolve(runtime), afterExtract: withoutExample }),
    // Packages of Linux name a page on the web; where the project has none, one that leads nowhere (RFC 2606).
    extraMetadata: {
      homepage: server && repository ? `${server}/${repository}` : 'https://recital.invalid/',
    },
  };
}

/** What the program adds to Electron's runtime, in bytes, in an unpacked program. */
async function ownSize(folder: string): Promise<number> {
  const inResources = ['app.asar', 'app.asar.unpacked', 'library.', 'licences.txt'];
  const files = await readdir(folder, { recursive: true, withFileTypes: true });
  const own = files
    .filter((file) => file.isFile())
    .map((file) => join(file.parentPath, file.name))
    .filter((file) => {
      const [, within] = /[/\\]resources[/\\](.*)$/iu.exec(file) ?? [];
      return within !== undefined && inResources.some((name) => within.startsWith(name));
    });
  const sizes = await Promise.all(own.map(async (file) => (await stat(file)).size));
  return sizes.reduce((sum, size) => sum + size, 0);
}

const isInstaller = (name: string): boolean => /\.(?:exe|dmg|zip|AppImage|deb|rpm)$/u.test(name);

/** Goes with the installers to whoever puts Recital on a stick. The program looks at its name alone. */
const marker = {
  name: portableMarker,
  text: `Put this file beside the program (the portable .exe, the AppImage, or Recital.app) on a stick or a disk.
Recital then keeps all of a person's data beside it, in the folder recital-data, and leaves nothing on the machine.
`,
};

/** Writes `SHA256SUMS-SYSTEM.txt`, as `sha256sum --check` reads it. */
async function writeChecksums(system: string): Promise<void> {
  const lines: string[] = [];
  for (const name of (await readdir(out)).filter(isInstaller).toSorted()) {
    const hash = createHash('sha256');
    await pipeline(createReadStream(join(out, name)), hash);
    lines.push(`${hash.digest('hex')}  ${name}\n`);
  }
  await writeFile(join(out, `SHA256SUMS-${system}.txt`), lines.join(''));
}

async function dist(): Promise<boolean> {
  if (!(await buildStale())) return false;
  await listLicences();
  const system = Platform.current();
  if (asked.out === undefined) await rm(out, { recursive: true, force: true });
  await build({
    projectDir: project,
    publish: 'never',
    config: settings(),
    // Installers for every machine of this system; the unpacked program for this one.
    targets: asked.dir
      ? system.createTarget(['dir'], archFromString(process.arch))
      : system.createTarget(),
  });
  if (!asked.dir) {
    await writeFile(join(out, marker.name), marker.text);
    await writeChecksums(system.buildConfigurationKey);
  }
  for (const folder of await readdir(out, { withFileTypes: true })) {
    if (!folder.isDirectory()) continue;
    const size = (await ownSize(join(out, folder.name))) / 1_000_000;
    if (size > 0) console.log(`${folder.name}: ${size.toFixed(1)} MB besides Electron's runtime.`);
  }
  return true;
}

/** What Node says of a network that is not there. */
const hasNoNetwork = /\b(?:ENOTFOUND|EAI_AGAIN|ENETUNREACH|ECONNREFUSED|ECONNRESET|ETIMEDOUT)\b/u;

try {
  if (!(await dist())) process.exitCode = 1;
} catch (error) {
  const { message } = error as Error;
  console.error(`The package could not be built: ${message}`);
  if (hasNoNetwork.test(message))
    console.error(
      "Electron's runtime and the tools for installers come from the network. An unpacked program needs the runtime only: " +
        'npm run dist -- --dir --electron-dist PLACE',
    );
  process.exitCode = 1;
}
