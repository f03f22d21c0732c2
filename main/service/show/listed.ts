/** Most names that a sentence lists before it says "and so many more". */
const maxListed = 8;

/** Names in a sentence: "a, b, c and 4 more". */
export function listed(names: readonly string[]): string {
  const more = names.length - maxListed;
  const shown = names.slice(0, maxListed).join(', ');
  return more > 0 ? `${shown} and ${more} more` : shown;
}
