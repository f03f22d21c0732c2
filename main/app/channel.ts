/** The one IPC channel: a method's name and its request go over it, a `Result` comes back. */
export const callChannel = 'recital:call';

/** The other way: the news of the room, to every page of ours. */
export const newsChannel = 'recital:news';
