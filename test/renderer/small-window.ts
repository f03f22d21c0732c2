/** A window of which nothing is asked but to keep what a person chose. */
export function smallWindow(): Window {
  const kept = new Map<string, string>();
  const localStorage = {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => kept.set(name, value),
    removeItem: (name: string) => kept.delete(name),
  };
  return { localStorage } as unknown as Window;
}
