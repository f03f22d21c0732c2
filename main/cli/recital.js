#!/usr/bin/env node
// Plain old JavaScript, so that a Node that is too old can read it and say so. Everything else is in main.ts.
import { spawn } from 'child_process';
import { existsSync } from 'fs';
import module from 'module';
import { fileURLToPath } from 'url';

const oldest = [22, 18];
// Set for the Node that we start ourselves: should it be too old as well, it must not start another.
const startedByUs = 'RECITAL_STARTED_BY_OLDER_NODE';

function isRecentEnough(version) {
  const parts = version.split('.').map(Number);
  return parts[0] > oldest[0] || (parts[0] === oldest[0] && parts[1] >= oldest[1]);
}

/** The Node that the project installs for itself. */
function ownNode() {
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  return fileURLToPath(new URL('../../node_modules/node/bin/' + name, import.meta.url));
}

function runWith(node) {
  const args = [fileURLToPath(import.meta.url)].concat(process.argv.slice(2));
  const env = Object.assign({}, process.env);
  env[startedByUs] = '1';
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
  import('./main.ts').then(function (main) {
    return main.run(process.argv);
  });
} else if (!process.env[startedByUs] && existsSync(ownNode())) {
  runWith(ownNode());
} else {
  refuse();
}
