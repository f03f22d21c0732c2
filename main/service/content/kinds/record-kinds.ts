import { readBodies } from './bodies.ts';
import { readGlossary } from './glossary.ts';
import { readHandbooks } from './handbooks.ts';
import { readMeetings } from './meetings.ts';
import type { PlacedRecord } from '../placed.ts';
import type { Reading } from '../reading.ts';
import { readReferences } from './references.ts';
import { readTopics } from './topics.ts';
import { readTours } from './tours.ts';

/** The readers of all kinds of records. */
export const recordKinds: readonly ((reading: Reading) => Promise<PlacedRecord[]>)[] = [
  readReferences,
  readBodies,
  readHandbooks,
  readTours,
  readGlossary,
  readMeetings,
  readTopics,
];
