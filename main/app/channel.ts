/** A method's name and its request go over it, a `Result` comes back. */
export const callChannel = 'recital:call';

/** The other way: the news of the room, to every page of ours. */
export const newsChannel = 'recital:news';

/** To a page: the place that it is to go to. */
export const goChannel = 'recital:go';

/** From a page: the paths of what a person has dropped on it. */
export const dropChannel = 'recital:drop';

/** From a page: the language that it speaks. */
export const languageChannel = 'recital:language';
