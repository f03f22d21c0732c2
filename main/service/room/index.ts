export type { Door, DoorRequest, OpenDoor } from './door.ts';
export { findNetworks } from './networks.ts';
export { createNewsDesk, type NewsSource } from './news.ts';
export type { Room, RoomChoice, WantedRoom } from './room.ts';
