/** Keeps what was asked for last, up to so many bytes. */
export function keeping<Value>(
  mostBytes: number,
  read: (key: string) => { readonly value: Value; readonly bytes: number },
): (key: string) => Value {
  const kept = new Map<string, { readonly value: Value; readonly bytes: number }>();
  let bytes = 0;
  return (key) => {
    const known = kept.get(key);
    if (known !== undefined) {
      // The one that was asked for longest ago is the first.
      kept.delete(key);
      kept.set(key, known);
      return known.value;
    }
    const fresh = read(key);
    kept.set(key, fresh);
    bytes += fresh.bytes;
    for (const [oldest, each] of kept) {
      if (bytes <= mostBytes) break;
      kept.delete(oldest);
      bytes -= each.bytes;
    }
    return fresh.value;
  };
}
