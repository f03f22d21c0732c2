import type { Steps } from '../../contract/steps.ts';

/** An allowed pair of a row and a column; weights are positive. */
export interface Edge {
  readonly row: number;
  readonly column: number;
  readonly weight: number;
}

/** A binary heap of places by distance, least first; a place may stand in it more than once. */
class Heap {
  readonly #items: (readonly [distance: number, place: number])[] = [];

  push(distance: number, place: number): void {
    const items = this.#items;
    let at = items.length;
    items.push([distance, place]);
    while (at > 0) {
      const above = (at - 1) >> 1;
      const parent = items[above];
      if (parent === undefined || parent[0] <= distance) break;
      items[at] = parent;
      at = above;
    }
    items[at] = [distance, place];
  }

  pop(): readonly [distance: number, place: number] | null {
    const items = this.#items;
    const [first] = items;
    const last = items.pop();
    if (first === undefined || last === undefined) return null;
    if (items.length === 0) return first;
    let at = 0;
    for (;;) {
      const left = items[2 * at + 1];
      const right = items[2 * at + 2];
      const isRight = right !== undefined && left !== undefined && right[0] < left[0];
      const child = isRight ? right : left;
      if (child === undefined || child[0] >= last[0]) break;
      items[at] = child;
      at = 2 * at + (isRight ? 2 : 1);
    }
    items[at] = last;
    return first;
  }
}

/** Columns settled in one step. */
const settledAtOnce = 100;

/**
 * The set of pairs, no row and no column twice, whose weights add up to the most: an optimal assignment in which anything
 * may stay alone. Shortest augmenting paths with potentials (Jonker and Volgenant), on the given edges only, so that
 * what has nothing in common costs nothing. Answers the column of each row, or -1.
 */
export function* assign(
  rows: number,
  columns: number,
  edges: readonly Edge[],
): Steps<readonly number[]> {
  const edgesOf: Edge[][] = Array.from({ length: rows }, () => []);
  let heaviest = 0;
  for (const edge of edges) {
    edgesOf[edge.row]?.push(edge);
    heaviest = Math.max(heaviest, edge.weight);
  }
  // Column `columns + row` stands for "row stays alone"; the cost of an edge is what it falls short of the heaviest.
  const columnOf = new Int32Array(rows).fill(-1);
  const rowOf = new Int32Array(columns + rows).fill(-1);
  const potential = new Float64Array(columns + rows);
  const distance = new Float64Array(columns + rows).fill(Infinity);
  const cameFrom = new Int32Array(columns + rows).fill(-1);

  for (let start = 0; start < rows; start += 1) {
    const heap = new Heap();
    const touched: number[] = [];
    const settled: number[] = [];
    const isSettled = new Set<number>();
    const relax = (row: number, base: number): void => {
      const own = columnOf[row] ?? -1;
      const slack = own === -1 ? 0 : costOf(row, own) - (potential[own] ?? 0);
      const reach = (column: number, cost: number): void => {
        if (column === own || isSettled.has(column)) return;
        const next = base + cost - (potential[column] ?? 0) - slack;
        if (next >= (distance[column] ?? Infinity) - 1e-12) return;
        if (distance[column] === Infinity) touched.push(column);
        distance[column] = next;
        cameFrom[column] = row;
        heap.push(next, column);
      };
      for (const { column, weight } of edgesOf[row] ?? []) reach(column, heaviest - weight);
      reach(columns + row, heaviest);
    };
    relax(start, 0);
    let end = -1;
    let length = 0;
    for (let next = heap.pop(); next !== null; next = heap.pop()) {
      const [reached, column] = next;
      if (isSettled.has(column) || reached > (distance[column] ?? Infinity)) continue;
      const holder = rowOf[column] ?? -1;
      length = reached;
      if (holder === -1) {
        end = column;
        break;
      }
      isSettled.add(column);
      settled.push(column);
      relax(holder, reached);
      if (settled.length % settledAtOnce === 0) yield;
    }
    for (const column of settled) {
      potential[column] = (potential[column] ?? 0) + (distance[column] ?? 0) - length;
    }
    while (end !== -1) {
      const row = cameFrom[end] ?? -1;
      const before = columnOf[row] ?? -1;
      rowOf[end] = row;
      columnOf[row] = end;
      end = row === start ? -1 : before;
    }
    for (const column of touched) {
      distance[column] = Infinity;
      cameFrom[column] = -1;
    }
    yield;
  }
  return Array.from(columnOf, (column) => (column < columns ? column : -1));

  function costOf(row: number, column: number): number {
    if (column >= columns) return heaviest;
    const edge = edgesOf[row]?.find((each) => each.column === column);
    return edge === undefined ? Infinity : heaviest - edge.weight;
  }
}
