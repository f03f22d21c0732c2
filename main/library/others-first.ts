import { setImmediate } from 'node:timers/promises';

/**
 * Lets others go first: what came over their lines meanwhile is read and answered. Once is not enough, since what an
 * immediate waits for is still to come in the turn of Node's loop that read somebody's request.
 */
export async function othersFirst(): Promise<void> {
  await setImmediate();
  await setImmediate();
}
