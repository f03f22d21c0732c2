/**
 * A provision's label with those it stands under: "2 ii)". The address is a full one, with the section and the path.
 */
export function labelInPlace(address: string, label: string): string {
  const [, ...path] = (address.split('#')[1] ?? '').split('.');
  const isDecimal = label.includes('.');
  return label === '' || isDecimal ? label : [...path.slice(0, -1), label].join('\u00a0');
}

/** The id, in the page, of a section or provision by its name within an edition: `considering.a`. */
export const placeId = (target: string): string => `at-${target}`;
