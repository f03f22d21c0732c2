export type UniqueNames = (wanted: string) => string;

/** Gives each name once: a second `resolves` becomes `resolves-2`, or the next number that is still free. */
export function uniqueNames(): UniqueNames {
  const taken = new Set<string>();
  const counts = new Map<string, number>();
  return (wanted) => {
    let count = counts.get(wanted) ?? 0;
    let name: string;
    do {
      count += 1;
      name = count === 1 ? wanted : `${wanted}-${count}`;
    } while (taken.has(name));
    counts.set(wanted, count);
    taken.add(name);
    return name;
  };
}
