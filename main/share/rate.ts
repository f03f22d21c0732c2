/** Counts what each client does, as a bucket of tokens that refills with time. */
export interface Buckets {
  /** Milliseconds until `client` has a token; 0 when it has one now. Takes none. */
  wait(client: string): number;
  /** Takes a token if there is one, and says as `wait` does whether there was. */
  take(client: string): number;
}

interface Bucket {
  tokens: number;
  at: number;
}

/**
 * Buckets of `burst` tokens each that regain `perSecond`. At most `clients` are held: the one that has been silent
 * longest is forgotten, so that many addresses cannot fill the memory.
 */
export function createBuckets(rules: {
  readonly burst: number;
  readonly perSecond: number;
  readonly clients: number;
}): Buckets {
  // Oldest use first: a Map keeps the order in which keys were set.
  const buckets = new Map<string, Bucket>();

  function refilled(client: string): Bucket {
    const now = performance.now();
    const known = buckets.get(client);
    if (known === undefined) return { tokens: rules.burst, at: now };
    const gained = ((now - known.at) / 1000) * rules.perSecond;
    return { tokens: Math.min(rules.burst, known.tokens + gained), at: now };
  }

  const untilOne = (bucket: Bucket): number =>
    bucket.tokens >= 1 ? 0 : Math.ceil(((1 - bucket.tokens) / rules.perSecond) * 1000);

  return {
    wait: (client) => untilOne(refilled(client)),
    take(client) {
      const bucket = refilled(client);
      const wait = untilOne(bucket);
      if (wait === 0) bucket.tokens -= 1;
      buckets.delete(client);
      buckets.set(client, bucket);
      if (buckets.size > rules.clients) {
        const [oldest] = buckets.keys();
        if (oldest !== undefined) buckets.delete(oldest);
      }
      return wait;
    },
  };
}
