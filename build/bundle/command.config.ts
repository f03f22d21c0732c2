import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, relative, resolve } from 'node:path';
import { defineConfig, type Plugin } from 'vite';

const project = resolve(import.meta.dirname, '../..');
const outDir = resolve(project, 'out/command');

/**
 * A search from the start of the process to its end, in one file; whatever else the command can do, and what few
 * searches need, is loaded from the sources as it always is.
 */
const inTheBundle = new Set(['main/cli/commands/search.ts', 'main/service/search.ts']);

const searchAlone: Plugin = {
  name: 'search-alone',
  enforce: 'pre',
  async resolveDynamicImport(name, importer) {
    if (typeof name !== 'string') return null;
    const found = await this.resolve(name, importer);
    const file = relative(project, found?.id ?? '').replaceAll('\\', '/');
    if (!file.startsWith('main/') || inTheBundle.has(file)) return null;
    return { id: `../../${file}`, external: true };
  },
  transform: (code, id) => {
    // Commander can start programs, which ours never asks of it, and what starts them takes long to load.
    if (id.includes('/commander/')) return code.replace(`require('node:child_process')`, '{}');
    // SQLite itself stays where it is, beside its own scripts.
    if (!id.endsWith('/better-sqlite3/lib/binding.js')) return null;
    const place = relative(outDir, dirname(id)).replaceAll('\\', '/');
    return code.replaceAll('__dirname', `path.join(__dirname, '${place}')`);
  },
};

/**
 * The launcher runs the script as V8 keeps it compiled, and hands it what loads the sources: of itself such a script can
 * import nothing.
 */
const loadSources: Plugin = {
  name: 'load-sources',
  generateBundle(_options, bundle) {
    for (const file of Object.values(bundle))
      if (file.type === 'chunk')
        file.code = file.code.replaceAll(/\bimport\((?=[`'"]\.\.\/\.\.\/main\/)/g, '__loadSource(');
  },
};

/** What the package manager writes anew whenever it changes a package. */
const packages = resolve(project, 'node_modules/.package-lock.json');

/**
 * Notes the name of the script and, of each file of which it was made, size, time and digest, by which the launcher
 * sees that it is still what the sources say. Packages are looked at as one.
 */
const note: Plugin = {
  name: 'note-of-sources',
  generateBundle(_options, bundle) {
    const scripts = Object.keys(bundle).filter((name) => name.endsWith('.js'));
    const sources = [...this.getModuleIds()].filter((id) =>
      id.startsWith(resolve(project, 'main')),
    );
    const lines = [...sources, packages].toSorted().map((id) => {
      const { size, mtimeMs } = statSync(id);
      const digest = createHash('sha256').update(readFileSync(id)).digest('hex');
      return `${size} ${mtimeMs} ${digest} ${relative(project, id)}`;
    });
    this.emitFile({
      type: 'asset',
      fileName: 'made-of.txt',
      source: [...scripts, ...lines].join('\n'),
    });
    // The project's other scripts are modules of ECMAScript.
    this.emitFile({ type: 'asset', fileName: 'package.json', source: '{ "type": "commonjs" }\n' });
  },
};

export default defineConfig({
  root: project,
  publicDir: false,
  logLevel: 'warn',
  plugins: [searchAlone, loadSources, note],
  build: {
    ssr: resolve(project, 'main/cli/main.ts'),
    outDir,
    emptyOutDir: true,
    // Less to read at each start.
    minify: true,
    target: 'node22',
    rolldownOptions: {
      external: [/^node:/, ...builtinModules],
      // Node has CommonJS ready sooner than modules of ECMAScript, for which it also makes ready the whole of each
      // part of its own that they import.
      output: { format: 'cjs', entryFileNames: 'main-[hash].js', codeSplitting: false },
    },
  },
  ssr: { noExternal: true },
});
