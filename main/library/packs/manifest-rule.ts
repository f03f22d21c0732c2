import * as v from 'valibot';
import type { LibraryCounts } from '../../contract/answers.ts';
import {
  isWorkId,
  parseAddress,
  parseRecordAddress,
  type Address,
  type EditionId,
} from '../../contract/ids.ts';
import type { PackManifest } from '../../contract/packs.ts';
import { describeIssue } from './issue.ts';
import { compareVersions, isIdentity, isVersion } from './names.ts';

/**
 * Control characters give terminals orders; those that turn the direction of writing make a name look like another's.
 */
// oxlint-disable-next-line no-control-regex -- control characters are what this is about
const unprintable = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/u;

/** One line that a person reads. */
export const line = (longest: number) =>
  v.pipe(
    v.string('is not a text'),
    v.maxLength(longest, `is longer than ${longest} characters`),
    v.check((text) => text !== '', 'is empty'),
    v.check((text) => text === text.trim(), 'begins or ends with a space'),
    v.check((text) => !unprintable.test(text), 'holds signs that cannot be printed'),
    v.check((text) => text.isWellFormed(), 'holds half a character'),
  );

export const versionText = v.pipe(
  v.string('is not a text'),
  v.check(isVersion, 'is not a version such as 2026.11.1'),
);

export const identityText = v.pipe(
  v.string('is not a text'),
  v.check(
    isIdentity,
    'is not a name of lower-case letters, digits and single hyphens, of at most 64',
  ),
);

const wholeUpTo = (most: number, least = 0) =>
  v.pipe(
    v.number('is not a number'),
    v.check(
      (number) => Number.isSafeInteger(number) && number >= least && number <= most,
      `is not a whole number from ${least} to ${most}`,
    ),
  );

const sha256 = v.pipe(
  v.string('is not a text'),
  v.regex(/^[0-9a-f]{64}$/, 'is not a SHA-256 of 64 hexadecimal digits'),
);

const language = v.pipe(
  v.string('is not a text'),
  v.regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}$/, 'is not a language such as en'),
);

function isEdition(text: string): text is EditionId {
  const parsed = parseAddress(text);
  return (
    parsed.ok &&
    text === text.trim().toLowerCase() &&
    parsed.value.edition !== undefined &&
    parsed.value.section === undefined
  );
}

const editionText = v.pipe(
  v.string('is not a text'),
  v.guard(isEdition, 'is not an edition such as wtsa/resolution/92@2024'),
);

const edition = v.strictObject({
  edition: editionText,
  name: line(300),
  language,
  sha256,
});

const isRecord = (text: string): text is Address =>
  text === text.trim().toLowerCase() && (isWorkId(text) || parseRecordAddress(text) !== null);

const record = v.strictObject({
  address: v.pipe(
    v.string('is not a text'),
    v.guard(isRecord, 'is not a record such as tour/resolution-92'),
  ),
  name: line(300),
  sha256,
});

/** What a library can hold; far more than any does. */
const mostOfAKind = 1_000_000_000;
const count = wholeUpTo(mostOfAKind);

const counts = v.strictObject({
  works: count,
  editions: count,
  provisions: count,
  citations: count,
  references: count,
  bodies: count,
  handbooks: count,
  tours: count,
  terms: count,
  meetings: count,
} satisfies Record<keyof LibraryCounts, unknown>);

/** 64 GiB. */
const largest = 2 ** 36;
const bytes = wholeUpTo(largest, 1);

const content = v.variant(
  'kind',
  [
    v.strictObject({
      kind: v.literal('whole'),
      coding: v.picklist(['plain', 'zstd'], 'is neither plain nor zstd'),
      bytes,
      sha256,
    }),
    v.strictObject({
      kind: v.literal('changes'),
      coding: v.picklist(['plain', 'zstd'], 'is neither plain nor zstd'),
      bytes,
      sha256,
      length: bytes,
      from: v.strictObject({ version: versionText, contents: sha256 }),
    }),
  ],
  'is neither whole nor changes',
);

const many = v.pipe(
  v.array(v.unknown(), 'is not a list'),
  v.maxLength(20_000, 'is longer than 20000'),
);

/** Everything but the editions and records, of which there may be thousands: those are held against their rule in stretches. */
const head = v.strictObject({
  format: v.literal(1, 'is not 1'),
  identity: identityText,
  title: line(200),
  version: versionText,
  publisher: line(200),
  key: v.nullable(
    v.pipe(
      v.string('is not a text'),
      v.regex(/^[0-9a-f]{32}$/, 'is not a key id of 32 hexadecimal digits'),
    ),
  ),
  languages: v.pipe(v.array(language, 'is not a list'), v.maxLength(200, 'is longer than 200')),
  editions: many,
  records: many,
  counts,
  rights: line(1000),
  minimumApp: versionText,
  library: v.strictObject({
    schema: wholeUpTo(1_000_000, 1),
    bytes,
    sha256,
    contents: sha256,
  }),
  content,
});

const isRising = (list: readonly string[]): boolean =>
  list.every((each, at) => at === 0 || (list[at - 1] ?? '') < each);

/** What one value of a manifest says of another; null: nothing that cannot be. */
function contradiction(manifest: PackManifest): string | null {
  const {
    counts: held,
    editions,
    records,
    languages,
    library,
    content: inside,
    version,
  } = manifest;
  const addresses = new Set<string>(editions.map((each) => each.edition));
  if (addresses.size !== editions.length) return 'lists an edition twice';
  if (new Set(records.map(({ address }) => address)).size !== records.length) {
    return 'lists a record twice';
  }
  const works = new Set(editions.map((each) => each.edition.slice(0, each.edition.indexOf('@'))));
  if (held.editions !== editions.length) {
    return `counts ${held.editions} editions and lists ${editions.length}`;
  }
  if (held.works !== works.size) {
    return `counts ${held.works} works and lists editions of ${works.size}`;
  }
  if (!isRising(languages)) return 'does not list its languages once each, in order';
  const silent = editions.find((each) => !languages.includes(each.language));
  if (silent !== undefined) return `lists ${silent.edition}, whose language it does not list`;
  if (inside.kind === 'whole' && inside.coding === 'plain') {
    if (inside.bytes !== library.bytes) return 'gives its content another length than the library';
    if (inside.sha256 !== library.sha256)
      return 'gives its content another digest than the library';
  }
  if (inside.kind === 'changes') {
    if (compareVersions(inside.from.version, version) >= 0) {
      return `leads from version ${inside.from.version} to ${version}, which is not newer`;
    }
    if (inside.coding === 'plain' && inside.length !== inside.bytes) {
      return 'gives its changes another length than its content';
    }
  }
  return null;
}

const stretch = 500;
const pause = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve));

/** A manifest, or why the value is none, to go on "its manifest …". */
export async function checkManifest(
  value: unknown,
): Promise<{ readonly manifest: PackManifest } | { readonly why: string }> {
  const parsed = v.safeParse(head, value, { abortEarly: true });
  if (!parsed.success) return { why: describeIssue(parsed.issues[0], []) };
  for (const [list, rule] of [
    ['editions', edition],
    ['records', record],
  ] as const) {
    for (const [at, each] of parsed.output[list].entries()) {
      const fits = v.safeParse(rule, each, { abortEarly: true });
      if (!fits.success) return { why: describeIssue(fits.issues[0], [list, at + 1]) };
      if (at % stretch === stretch - 1) await pause();
    }
  }
  const manifest = parsed.output as PackManifest;
  const why = contradiction(manifest);
  return why === null ? { manifest } : { why };
}
