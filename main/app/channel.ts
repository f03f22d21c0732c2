/** The one IPC channel: a method's name and its request go over it, a `Result` comes back. */
export const callChannel = 'recital:call';
