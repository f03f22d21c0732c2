/** Milliseconds. `p95` is the value that 95 of 100 stay at or under. */
export interface Spread {
  readonly n: number;
  readonly p50: number;
  readonly p95: number;
  readonly worst: number;
}

const round = (ms: number): number => Math.round(ms * 1000) / 1000;

export function spreadOf(times: readonly number[]): Spread {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number): number => sorted[Math.ceil(sorted.length * share) - 1] ?? Number.NaN;
  return { n: sorted.length, p50: round(at(0.5)), p95: round(at(0.95)), worst: round(at(1)) };
}

/** Runs `work` once to warm up and then once for each input, one after the other. */
export async function timeEach<T>(
  inputs: readonly T[],
  work: (input: T) => Promise<unknown> | unknown,
): Promise<Spread> {
  const [first] = inputs;
  if (first !== undefined) await work(first);
  const times: number[] = [];
  for (const input of inputs) {
    const started = performance.now();
    await work(input);
    times.push(performance.now() - started);
  }
  return spreadOf(times);
}
