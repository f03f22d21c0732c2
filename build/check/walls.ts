import { cruise, type ICruiseResult, type IForbiddenRuleType } from 'dependency-cruiser';

/**
 * What each room may import besides itself: only rooms to its left in the way that data goes
 * (contract, documents and library, service, share, then the two skins).
 */
const mayEnter = {
  contract: [],
  documents: ['contract'],
  library: ['contract'],
  service: ['contract', 'documents', 'library'],
  share: ['contract', 'service'],
  cli: ['contract', 'service', 'share'],
  app: ['contract', 'service', 'share'],
} satisfies Record<string, readonly string[]>;

const rooms = Object.entries(mayEnter);

const leftOnly: IForbiddenRuleType[] = rooms.map(([room, left]) => ({
  name: `${room}-imports-left-only`,
  severity: 'error',
  from: { path: `^main/${room}/` },
  to: { path: '^(main|renderer|build|test)/', pathNot: `^main/(${[room, ...left].join('|')})/` },
}));

const rules: IForbiddenRuleType[] = [
  ...leftOnly,
  {
    name: 'enter-a-room-by-its-index',
    comment: 'contract has no index: its files are the words themselves.',
    severity: 'error',
    from: { path: '^(main|build)/([^/]+)/' },
    to: {
      path: '^main/(documents|library|service|share)/',
      pathNot: ['^main/[^/]+/index\\.ts$', '^main/$2/'],
    },
  },
  {
    name: 'renderer-knows-only-the-contract',
    severity: 'error',
    from: { path: '^renderer/' },
    to: { path: '^(main|build|test)/', pathNot: '^main/contract/' },
  },
  {
    name: 'renderer-carries-no-validator',
    severity: 'error',
    from: { path: '^renderer/' },
    to: { path: '^main/contract/requests\\.ts$|node_modules/valibot/' },
  },
  {
    name: 'electron-in-app-only',
    severity: 'error',
    from: { path: '^(main|renderer|build)/', pathNot: '^main/app/' },
    to: { path: '^(node_modules/)?electron(/|$)' },
  },
  {
    name: 'sqlite-in-library-only',
    severity: 'error',
    from: { path: '^(main|renderer|build)/', pathNot: '^main/library/' },
    to: { path: '^(node_modules/)?(@types/)?better-sqlite3(/|$)' },
  },
  {
    name: 'documents-are-pure',
    comment: 'Bytes or values in, values and warnings out.',
    severity: 'error',
    from: { path: '^main/(documents|contract)/' },
    to: { dependencyTypes: ['core'] },
  },
  {
    name: 'no-circles',
    severity: 'error',
    from: {},
    to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
  },
  {
    name: 'everything-resolves',
    severity: 'error',
    from: {},
    to: { couldNotResolve: true },
  },
];

/** Fewer than this and the parser did not see the code at all, which must not look like a pass. */
const fewestModules = 30;

const { output } = await cruise(['main', 'renderer', 'build'], {
  parser: 'swc',
  validate: true,
  ruleSet: { forbidden: rules },
  tsPreCompilationDeps: true,
  doNotFollow: { path: 'node_modules' },
  enhancedResolveOptions: {
    extensions: ['.ts', '.tsx', '.js'],
    exportsFields: ['exports'],
    conditionNames: ['import', 'node', 'default'],
  },
  exclude: { path: '\\.(css|html)$' },
});
const { summary, modules } = output as ICruiseResult;

const ours = modules.filter((module) => /^(main|renderer|build)\//.test(module.source));
const imports = ours.reduce((sum, module) => sum + module.dependencies.length, 0);
for (const breach of summary.violations) {
  console.error(`${breach.from} -> ${breach.to}: ${breach.rule.name}`);
}
if (ours.length < fewestModules || imports < ours.length) {
  console.error(
    `Only ${ours.length} modules and ${imports} imports were seen; the walls were not checked.`,
  );
  process.exitCode = 1;
} else if (summary.violations.length > 0) {
  process.exitCode = 1;
} else {
  console.log(`${ours.length} modules, ${imports} imports, ${rules.length} walls, no breach.`);
}
