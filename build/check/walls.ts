import { circular, dangling, readImports, type Import } from './imports.ts';

/**
 * What each room may import besides itself: only rooms to its left in the way that data goes
 * (contract, documents and library, service, share, then the two skins).
 */
const mayEnter: Readonly<Record<string, readonly string[]>> = {
  contract: [],
  documents: ['contract'],
  library: ['contract'],
  service: ['contract', 'documents', 'library'],
  share: ['contract', 'service'],
  cli: ['contract', 'service', 'share'],
  app: ['contract', 'service', 'share'],
};

/**
 * A room's side doors, besides its index: what most who enter do not need, and should not have to load. A search needs
 * nothing that writes a library or compares documents.
 */
const sideDoorsOf: Readonly<Record<string, readonly string[]>> = {
  documents: ['compare/index.ts', 'export/index.ts', 'export/docx.ts'],
  library: ['writers.ts', 'packs/index.ts', 'packs/names.ts'],
};

/** Packages that one room alone may import. */
const homeOf: Readonly<Record<string, string>> = {
  electron: 'main/app/',
  'better-sqlite3': 'main/library/',
};

interface Wall {
  readonly name: string;
  readonly isBreachedBy: (one: Import) => boolean;
}

/** `main/library/schema.ts` stands in the room `library`; files of no room answer null. */
const roomOf = (file: string): string | null => /^main\/([^/]+)\//.exec(file)?.[1] ?? null;

const walls: readonly Wall[] = [
  {
    name: 'a-room-imports-rooms-to-its-left-only',
    isBreachedBy({ from, to, isFile }) {
      const room = roomOf(from);
      if (room === null || !isFile || to === 'package.json') return false;
      const other = roomOf(to);
      return other === null || (other !== room && !(mayEnter[room] ?? []).includes(other));
    },
  },
  {
    // The contract has no index: its files are the words themselves.
    name: 'a-room-is-entered-by-its-doors',
    isBreachedBy({ from, to, isFile }) {
      const room = roomOf(to);
      if (!isFile || room === null || room === 'contract' || room === roomOf(from)) return false;
      const doors = ['index.ts', ...(sideDoorsOf[room] ?? [])];
      return !doors.some((door) => to === `main/${room}/${door}`);
    },
  },
  {
    name: 'renderer-knows-only-the-contract',
    isBreachedBy: ({ from, to, isFile }) =>
      from.startsWith('renderer/') && isFile && !/^(?:renderer|main\/contract)\//.test(to),
  },
  {
    name: 'renderer-carries-no-validator',
    isBreachedBy: ({ from, to }) =>
      from.startsWith('renderer/') &&
      /^(?:main\/contract\/(?:requests|[a-z-]+-rule)\.ts|valibot)$/.test(to),
  },
  {
    name: 'a-package-stays-in-its-home',
    isBreachedBy: ({ from, to }) => homeOf[to] !== undefined && !from.startsWith(homeOf[to]),
  },
  {
    // Bytes or values in, values and warnings out.
    name: 'documents-and-contract-are-pure',
    isBreachedBy: ({ from, to }) =>
      /^main\/(?:documents|contract)\//.test(from) && to.startsWith('node:'),
  },
];

/** Fewer files than this and the check did not see the code at all, which must not look like a pass. */
const fewestFiles = 30;

const house = process.cwd();
const { files, imports } = await readImports(house, ['main', 'renderer', 'build']);
const breaches: [rule: string, breaches: Import[]][] = [
  ...walls.map(({ name, isBreachedBy }): [string, Import[]] => [
    name,
    imports.filter(isBreachedBy),
  ]),
  ['files-do-not-import-in-a-circle', circular(imports)],
  ['an-imported-file-is-there', dangling(house, imports)],
];

for (const [rule, broken] of breaches) {
  for (const { from, to } of broken) console.error(`${from} -> ${to}: ${rule}`);
}
if (files.length < fewestFiles || imports.length < files.length) {
  console.error(
    `Only ${files.length} files and ${imports.length} imports were seen; the walls were not checked.`,
  );
  process.exitCode = 1;
} else if (breaches.some(([, broken]) => broken.length > 0)) {
  process.exitCode = 1;
} else {
  console.log(
    `${files.length} files, ${imports.length} imports, ${breaches.length} walls, no breach.`,
  );
}
