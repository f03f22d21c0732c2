import { fileURLToPath } from 'node:url';
import { compileLibrary } from '../../main/service/index.ts';

// Compiles content/ to the bundled library. The same sources give the same bytes.
const root = new URL('../../', import.meta.url);
const compiled = await compileLibrary({
  contentFolder: fileURLToPath(new URL('content', root)),
  out: fileURLToPath(new URL('out/library.sqlite', root)),
});
if (compiled.ok) {
  const { editions, provisions, citations } = compiled.value.counts;
  const { ms, warnings } = compiled.value;
  process.stdout.write(
    `library: ${editions} editions, ${provisions} provisions, ${citations} citations, ${warnings.length} warnings, ${ms} ms\n`,
  );
} else {
  process.stderr.write(`library: ${compiled.error.message}\n`);
  process.exitCode = 1;
}
