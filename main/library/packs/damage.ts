import { failed, type Result } from '../../contract/failure.ts';

/** `why` goes on the sentence: "its manifest lacks the title". */
export const damaged = (file: string, why: string): Result<never> =>
  failed('pack-damaged', `The pack ${file} is damaged: ${why}.`);

export const forged = (file: string, why: string): Result<never> =>
  failed('pack-forged', `The pack ${file} is not as its publisher made it: ${why}.`);

export const calledOff = (): Result<never> => failed('called-off', 'It was called off.');
