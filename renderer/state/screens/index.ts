export { createScreens, type Ready, type Screens, type Showing } from './screens.ts';
export type { OfBody, RecordShown, Screen, TopicNames } from './screen.ts';
