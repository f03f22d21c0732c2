import type { Obstacle, RoomNetwork } from '../../contract/room.ts';

/** How long a trainer may wait for the first guest before something is likely to stand in the way, in milliseconds. */
export const patience = 90_000;

/** The room as far as it matters here; null: it is closed. */
interface Opened {
  readonly host: string;
  readonly sinceMs: number;
  readonly hasHadGuests: boolean;
}

const everywhere = new Set(['0.0.0.0', '::', '127.0.0.1', '::1', 'localhost']);

/** What stands in the way of the room, or may; the surest first. */
export function findObstacles(
  networks: readonly RoomNetwork[],
  opened: Opened | null,
  nowMs: number,
): Obstacle[] {
  const obstacles: Obstacle[] = [];
  const real = networks.filter(({ kind }) => kind !== 'virtual');
  if (real.length === 0) obstacles.push('no-network');
  const isGone =
    opened !== null &&
    !everywhere.has(opened.host) &&
    !networks.some(({ host }) => host === opened.host);
  if (isGone) obstacles.push('network-gone');
  if (new Set(real.map(({ name }) => name)).size > 1) obstacles.push('several-networks');
  const isWaiting =
    opened !== null && !opened.hasHadGuests && nowMs - opened.sinceMs >= patience && !isGone;
  if (isWaiting) obstacles.push('nobody-came');
  return obstacles;
}
