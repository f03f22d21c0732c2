import { resolve } from 'node:path';
import { done, type Result } from '../../../contract/failure.ts';
import { withService } from '../../chosen-library.ts';
import type { Common } from '../../common.ts';
import { print, printJson, safe } from '../../output.ts';

interface TrustOptions extends Common {
  readonly forget?: true;
}

/** Trusts whoever signed a pack; with `--forget`, trusts a key no more. */
export const trust = (packOrKey: string, options: TrustOptions): Promise<Result<void>> =>
  withService(options, async ({ api }) => {
    if (options.forget === true) {
      const forgotten = await api.forgetPublisher({ key: packOrKey });
      if (!forgotten.ok) return forgotten;
      if (options.json === true) printJson({ forgotten: packOrKey });
      else print(`not known any more: key ${packOrKey}`);
      return done(undefined);
    }
    const trusted = await api.trustPublisher({ path: resolve(packOrKey) });
    if (!trusted.ok) return trusted;
    const { name, key } = trusted.value;
    if (options.json === true) printJson(trusted.value);
    else print(`known from now on: ${safe(name)}, key ${key}`);
    return done(undefined);
  });
