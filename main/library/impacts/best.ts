export interface Ranked {
  readonly entry: number;
  readonly score: number;
}

const isWorse = (a: Ranked, b: Ranked): boolean =>
  a.score < b.score || (a.score === b.score && a.entry > b.entry);

/** The best few of many: a heap with the worst of them on top. */
export class Best {
  /** No lower score comes among the best. */
  least = 0;
  readonly #limit: number;
  readonly #heap: Ranked[] = [];

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** Whether such a score may come among the best, whatever the number of its entry. */
  mayHold(score: number): boolean {
    // As in `admits`.
    return score * (1 + 1e-6) >= this.least;
  }

  /** Whether an entry from this number on may come among the best with such a score. */
  admits(score: number, entry: number): boolean {
    const worst = this.#heap[0];
    if (this.#heap.length < this.#limit || worst === undefined) return this.#limit > 0;
    // Scores are sums of 32-bit numbers in some order: the bound is not exact to the last bit.
    const bound = score * (1 + 1e-6);
    return bound > worst.score || (bound >= worst.score && entry < worst.entry);
  }

  add(entry: number, score: number): void {
    const heap = this.#heap;
    const added = { entry, score };
    if (heap.length < this.#limit) {
      heap.push(added);
      this.#rise(heap.length - 1);
    } else {
      const worst = heap[0];
      if (worst === undefined || !isWorse(worst, added)) return;
      heap[0] = added;
      this.#sink();
    }
    if (heap.length === this.#limit) this.least = heap[0]?.score ?? 0;
  }

  /** Best first. */
  inOrder(): Ranked[] {
    return this.#heap.toSorted((a, b) => (isWorse(a, b) ? 1 : -1));
  }

  #rise(from: number): void {
    const heap = this.#heap;
    for (let at = from; at > 0;) {
      const parent = (at - 1) >>> 1;
      const [child, above] = [heap[at], heap[parent]];
      if (child === undefined || above === undefined || !isWorse(child, above)) return;
      heap[at] = above;
      heap[parent] = child;
      at = parent;
    }
  }

  #sink(): void {
    const heap = this.#heap;
    for (let at = 0; ;) {
      let worst = at;
      for (const child of [at * 2 + 1, at * 2 + 2]) {
        const [one, other] = [heap[child], heap[worst]];
        if (one !== undefined && other !== undefined && isWorse(one, other)) worst = child;
      }
      if (worst === at) return;
      const [one, other] = [heap[at], heap[worst]];
      if (one === undefined || other === undefined) return;
      heap[at] = other;
      heap[worst] = one;
      at = worst;
    }
  }
}
