import type { Obstacle } from '../../../main/contract/room.ts';
import { words } from '../../words/index.ts';

/** What stands in the way, or may, and what to do about it. Said aloud as it comes up. */
export function Obstacles({ obstacles }: { readonly obstacles: readonly Obstacle[] }) {
  return (
    <output class="room-obstacles">
      {obstacles.map((obstacle) => (
        <span key={obstacle} class="notice">
          <strong>{words.roomScreen.obstacles[obstacle].what}</strong>{' '}
          {words.roomScreen.obstacles[obstacle].todo}
        </span>
      ))}
    </output>
  );
}
