function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, inOrder(inner)]),
  );
}

/** JSON in the one way in which a value can be written: keys in order, nothing between them. What is signed and hashed. */
export const canonicalJson = (value: unknown): string => JSON.stringify(inOrder(value));
