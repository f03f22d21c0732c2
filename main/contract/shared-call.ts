import type { Call } from './api.ts';

/** One call for all who wait for the same answer, whoever joins them meanwhile: aborted once every one of them is. */
export const sharedCall = (askers: readonly Call[]): Call => ({
  get aborted() {
    return askers.every(({ aborted }) => aborted);
  },
});

/** The call of somebody who stays until there is an answer. */
export const staying: Call = { aborted: false };
