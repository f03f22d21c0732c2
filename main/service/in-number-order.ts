const collator = new Intl.Collator('en', { numeric: true });

/** Compares as people count: Y.900 before Y.3101. */
export const inNumberOrder = (a: string, b: string): number => collator.compare(a, b);
