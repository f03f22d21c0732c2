import type { PackManifest } from '../../../main/contract/packs.ts';
import { words } from '../../words/index.ts';

/** What a pack says of itself. */
export function Inside({ manifest }: { readonly manifest: PackManifest }) {
  const { facts, inside, newer, holds } = words.packFile;
  const { version, publisher, counts, languages, content, rights, minimumApp } = manifest;
  const rows = [
    ['version', version],
    ['publisher', publisher],
    ['texts', holds(counts.editions, counts.provisions)],
    ['languages', words.languagesOf(languages)],
    ['size', words.bytes(content.bytes)],
    ['rights', rights],
    ['minimumApp', newer(minimumApp)],
  ] as const;
  return (
    <section class="pack-inside" aria-labelledby="pack-inside">
      <h2 id="pack-inside">{inside}</h2>
      <dl>
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{facts[name]}</dt>
            <dd dir="auto">{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
