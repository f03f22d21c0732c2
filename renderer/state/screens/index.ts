export { createLateStages } from './late-stages.ts';
export type { StageShown } from './load-stage.ts';
export { createScreens, type Ready, type Screens, type Showing } from './screens.ts';
export type {
  OfBody,
  PacksHere,
  RecordShown,
  RoomChoice,
  Screen,
  TopicNames,
  Welcome,
} from './screen.ts';
