import type { PackManifest } from '../../../contract/packs.ts';
import { safe } from '../../output.ts';

const megabytes = (bytes: number): string => `${(bytes / 1_000_000).toFixed(1)} MB`;

/** What a pack says of itself, in a few lines. */
export function manifestText(manifest: PackManifest): string {
  const { identity, title, version, publisher, rights, languages, counts, content, library } =
    manifest;
  const held = Object.entries(counts)
    .filter(([, count]) => count > 0)
    .map(([name, count]) => `${count} ${name}`);
  const inside =
    content.kind === 'whole'
      ? `a whole library of ${megabytes(library.bytes)} in ${megabytes(content.bytes)}`
      : `what changed since ${content.from.version}, in ${megabytes(content.bytes)}`;
  return [
    `${safe(title)} (${identity} ${version}), by ${safe(publisher)}`,
    `${held.join(', ')}; in ${languages.join(', ')}`,
    inside,
    safe(rights),
  ].join('\n');
}
