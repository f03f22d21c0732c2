import type { DutyEdition } from '../../../main/contract/duties.ts';
import { citedName } from '../../state/reader-quote.ts';
import { words } from '../../words/index.ts';

/** A work by the name of one of its editions: "WTSA Resolution 92". */
export const workName = ({ body, name }: DutyEdition): string =>
  citedName({ body, name: name.replace(/ \([^()]*\)$/, '') }, words.bodyShort(body));
