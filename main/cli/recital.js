#!/usr/bin/env node
// Plain old JavaScript, so that a Node that is too old can read it and say so. Everything else is in main.ts.
import module from 'module';

// Loaded in this way, a part of Node is ready sooner than by an import.
const require = module.createRequire(import.meta.url);
const { existsSync, readFileSync, renameSync, statSync, writeFileSync } = require('fs');
const { fileURLToPath } = require('url');

const oldest = [22, 18];
// Set for the Node that we start ourselves: should it be too old as well, it must not start another.
const startedByUs = 'RECITAL_STARTED_BY_OLDER_NODE';

function isRecentEnough(version) {
  const parts = version.split('.').map(Number);
  return parts[0] > oldest[0] || (parts[0] === oldest[0] && parts[1] >= oldest[1]);
}

const project = fileURLToPath(new URL('../../', import.meta.url));

/** The Node that the project installs for itself. */
function ownNode() {
  return project + 'node_modules/node/bin/' + (process.platform === 'win32' ? 'node.exe' : 'node');
}

const built = project + 'out/command/';

/**
 * The script that was built for a search to start fast, of files that are still the same; `build/bundle` notes which
 * they were. Null where there is none.
 */
function builtScript() {
  try {
    const [script, ...sources] = readFileSync(built + 'made-of.txt', 'utf8').split('\n');
    return sources.every(isTheSame) ? built + script : null;
  } catch {
    return null;
  }
}

/** The time of a file tells at once that nobody touched it; one that was copied has another, and the same bytes. */
function isTheSame(line) {
  const [size, time, digest, name] = line.split(' ');
  const file = statSync(project + name);
  if (file.size !== Number(size)) return false;
  if (file.mtimeMs === Number(time)) return true;
  const { createHash } = require('crypto');
  return (
    createHash('sha256')
      .update(readFileSync(project + name))
      .digest('hex') === digest
  );
}

/** What V8 made of a script, as this very Node can read it. */
const compiledOf = (script) => script + '.' + process.arch + '-' + process.version;

/**
 * Runs the built script with its functions compiled as they were for an earlier search. Node's own cache has only what
 * is compiled before anything runs, and compiling the rest takes longer than a search.
 */
function runBuilt(file) {
  const { Script } = require('vm');
  const cachedData = existsSync(compiledOf(file)) ? readFileSync(compiledOf(file)) : undefined;
  const script = new Script(
    '(function (exports, require, __loadSource, __filename, __dirname) {' +
      readFileSync(file, 'utf8') +
      '\n})',
    { filename: file, cachedData: cachedData },
  );
  if (cachedData === undefined && process.argv[2] === 'search')
    process.on('exit', function (status) {
      if (status === 0) keep(compiledOf(file), script.createCachedData());
    });
  const command = {};
  script.runInThisContext()(command, require, loadSource, file, built);
  command.run(process.argv);
}

/** Loads what is not in the built script; its name is told from there. */
const loadSource = (name) => import(new URL(name, new URL('../../out/command/', import.meta.url)));

/** Keeps bytes for the next start. In a folder that cannot be written each start is a first one. */
function keep(file, bytes) {
  try {
    // Whoever starts meanwhile is to find all of it or nothing.
    writeFileSync(file + '.' + process.pid, bytes);
    renameSync(file + '.' + process.pid, file);
  } catch {
    return;
  }
}

function runWith(node) {
  const args = [fileURLToPath(import.meta.url)].concat(process.argv.slice(2));
  const env = Object.assign({}, process.env);
  env[startedByUs] = '1';
  const { spawn } = require('child_process');
  const child = spawn(node, args, { stdio: 'inherit', env: env });
  // The terminal sends Ctrl+C to both of us; the child decides when it is done.
  process.on('SIGINT', function () {});
  process.on('SIGTERM', function () {
    child.kill('SIGTERM');
  });
  child.on('error', refuse);
  child.on('exit', function (status) {
    process.exitCode = status === null ? 1 : status;
  });
}

function refuse() {
  process.stderr.write(
    'Recital needs Node ' +
      oldest.join('.') +
      ' or newer; this is ' +
      process.versions.node +
      '. Install a newer one from nodejs.org, or run "npm ci" in the project, which brings its own.\n',
  );
  process.exitCode = 1;
}

if (isRecentEnough(process.versions.node)) {
  if (module.enableCompileCache) module.enableCompileCache();
  const script = builtScript();
  if (script !== null) {
    runBuilt(script);
  } else {
    import('./main.ts').then(function (main) {
      return main.run(process.argv);
    });
  }
} else if (!process.env[startedByUs] && existsSync(ownNode())) {
  runWith(ownNode());
} else {
  refuse();
}
