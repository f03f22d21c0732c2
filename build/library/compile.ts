import { join } from 'node:path';
import { compileLibrary, shipContent } from '../../main/service/index.ts';
import { checkProjectContent } from '../check/project-content.ts';
import { project } from '../tools.ts';

// Checks content/, its spelling too, and compiles it to the bundled library, with what that is shipped with. The same sources
// give the same bytes.
const { lines } = await checkProjectContent();
if (lines.length > 0) {
  process.stderr.write(`library: the content does not fit\n${lines.join('\n')}\n`);
  process.exit(1);
}
const contentFolder = join(project, 'content');
const out = join(project, 'out/library.sqlite');
const compiled = await compileLibrary({ contentFolder, out });
const shipped = compiled.ok ? await shipContent(contentFolder, out) : compiled;
if (!shipped.ok) {
  process.stderr.write(`library: ${shipped.error.message}\n`);
  process.exitCode = 1;
} else if (compiled.ok) {
  const { editions, provisions, citations, references, tours, terms } = compiled.value.counts;
  const { ms, warnings, readability } = compiled.value;
  process.stdout.write(
    `library: ${editions} editions, ${provisions} provisions, ${citations} citations, ${references} references, ` +
      `${tours} tours, ${terms} terms, ${readability.length} texts, ${warnings.length} warnings, ${ms} ms\n`,
  );
}
