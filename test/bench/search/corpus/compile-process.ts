import { createLibrary } from '../../../../main/library/writers.ts';
import { makeEditions, naming, type CorpusShape } from './editions.ts';
import { createVocabulary } from './words.ts';

// Writes a library of the given shape and says what the writer took, which the making of the texts is no part of.

const [file = '', given = '{}'] = process.argv.slice(2);
const shape: CorpusShape = JSON.parse(given);
const created = createLibrary(file, naming);
if (!created.ok) throw new Error(created.error.message);
const writer = created.value;
let ms = 0;
let cpuMs = 0;

async function timed(work: () => unknown): Promise<void> {
  const started = performance.now();
  const worked = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(worked);
  ms += performance.now() - started;
  cpuMs += (user + system) / 1000;
}

for (const edition of makeEditions(createVocabulary(), shape)) {
  await timed(() => writer.addEdition(edition));
}
await timed(async () => {
  const finished = await writer.finish();
  if (!finished.ok) throw new Error(finished.error.message);
});
process.stdout.write(JSON.stringify({ ms, cpuMs }));
