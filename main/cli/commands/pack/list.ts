import { done, type Result } from '../../../contract/failure.ts';
import { withService } from '../../chosen-library.ts';
import type { Common } from '../../common.ts';
import { print, printJson, safe } from '../../output.ts';
import { packText } from './text.ts';

export const list = (options: Common): Promise<Result<void>> =>
  withService(options, async ({ api }) => {
    const found = await api.packs({});
    if (!found.ok) return found;
    const { packs, publishers } = found.value;
    if (options.json === true) printJson(found.value);
    else {
      for (const pack of packs) print(packText(pack));
      for (const { key, name, isBundled } of publishers)
        print(
          `known: ${safe(name)}, key ${key}${isBundled ? ', since they came with the program' : ''}`,
        );
    }
    return done(undefined);
  });
