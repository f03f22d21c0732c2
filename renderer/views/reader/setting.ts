import type { ShownEdition } from '../../../main/contract/answers.ts';
import type { Notes } from '../../parts/note-mark.tsx';
import type { Cards } from '../../state/card.ts';
import type { Definitions } from '../../state/definitions.ts';
import type { Counterparts } from '../../state/reader-counterparts.ts';
import type { Unrolling } from '../../state/reader-unrolling.ts';
import type { CitationsAt } from './citation-index.ts';
import type { Plan } from './plan.ts';

/** What every provision of an open edition needs to be set. It is one and the same as long as the edition is open. */
export interface Setting {
  readonly edition: ShownEdition;
  readonly plan: Plan;
  readonly unrolling: Unrolling;
  readonly citationsAt: CitationsAt;
  readonly cards: Cards;
  readonly definitions: Definitions;
  readonly notes: Notes;
  readonly counterparts: Counterparts;
}
