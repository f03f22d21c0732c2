/** What the presenter shows, for a phone. */
export const followHref = '#/follow';

/** The trainer's own screen from which the room is let in. */
export const roomHref = '#/room';
