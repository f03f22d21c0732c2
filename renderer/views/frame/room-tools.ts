import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Following } from '../../state/following.ts';
import type { Messages } from '../../state/following-messages.ts';
import type { TakeHome } from '../../state/take-home.ts';

/** What a page follows and takes home with. */
export interface RoomTools {
  readonly following: Following;
  readonly messages: Messages;
  readonly takeHome: TakeHome;
}

/** Handed down from the frame, since these stand on many screens. */
export const RoomToolsContext = createContext<RoomTools | null>(null);

export function useRoomTools(): RoomTools {
  const tools = useContext(RoomToolsContext);
  if (tools === null) throw new Error('There is no frame around this view.');
  return tools;
}
