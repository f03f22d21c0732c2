import type { Provision, StructuredDocument } from '../../main/contract/document.ts';
import { readDocument, type GivenIdentity } from '../../main/documents/index.ts';

/** Reads a text, or bytes, as a file of that name would be read. */
export const readAs = (
  source: string | Uint8Array,
  given?: GivenIdentity,
  name = 'example.txt',
): ReturnType<typeof readDocument> =>
  readDocument({
    name,
    bytes: typeof source === 'string' ? new TextEncoder().encode(source) : source,
    ...(given !== undefined && { given }),
  });

/** The document, where reading is expected to succeed. */
export async function documentOf(
  source: string | Uint8Array,
  given?: GivenIdentity,
  name?: string,
): Promise<StructuredDocument> {
  const result = await readAs(source, given, name);
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

/** Every provision of a document, each before those inside it. */
export function provisionsOf(document: StructuredDocument): readonly Provision[] {
  const within = (provision: Provision): Provision[] => [
    provision,
    ...provision.provisions.flatMap(within),
  ];
  return document.sections.flatMap((section) => section.provisions.flatMap(within));
}

export const codesOf = (document: StructuredDocument): readonly string[] =>
  document.warnings.map(({ code }) => code);
