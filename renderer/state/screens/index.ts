export { createLateStages } from './late-stages.ts';
export type { StageShown } from './load-stage.ts';
export { createScreens, type Ready, type Screens, type Showing } from './screens.ts';
export type { OfBody, RecordShown, RoomChoice, Screen, TopicNames } from './screen.ts';
