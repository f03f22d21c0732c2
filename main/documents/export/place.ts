import type { Annex, Provision, Section } from '../../contract/document.ts';

/** "resolves 2 ii)": the section's opening words, the numbers on the way, and the label as it is printed. */
export function placeIn(
  opening: { readonly kind: string; readonly heading: string },
  { path, label }: Pick<Provision, 'path' | 'label'>,
): string {
  const name =
    opening.kind === 'annex' || opening.kind === 'clause' ? opening.heading : opening.kind;
  const above = path.split('.').slice(0, -1);
  return [name, ...above, label].filter((part) => part !== '').join(' ');
}

/** The printed names of all places of a document, by their addresses within it. */
export function placesOf(
  sections: readonly Section[],
  annexes: readonly Annex[],
): ReadonlyMap<string, string> {
  const places = new Map<string, string>();
  const walk = (
    opening: { kind: string; heading: string },
    provisions: readonly Provision[],
  ): void => {
    for (const provision of provisions) {
      places.set(provision.address, placeIn(opening, provision));
      walk(opening, provision.provisions);
    }
  };
  for (const section of [...sections, ...annexes.map((annex) => ({ ...annex, kind: 'annex' }))]) {
    places.set(section.address, section.heading);
    walk(section, section.provisions);
  }
  return places;
}
