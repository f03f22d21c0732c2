import type { NetworkWork } from '../../../main/contract/network.ts';
import { words } from '../../words/index.ts';

/** What is said of a work to who does not see it: "WTSA Resolution 92, text here, cited in 1 place". */
export const toldOf = ({ name, hasText, citedBy }: NetworkWork): string =>
  words.mapScreen.together([
    name,
    hasText ? words.mapScreen.filled : words.mapScreen.outlined,
    words.mapScreen.citedIn(citedBy),
  ]);
