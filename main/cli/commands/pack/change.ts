import { done, type Result } from '../../../contract/failure.ts';
import type { InstalledPack } from '../../../contract/packs.ts';
import type { Service } from '../../../service/index.ts';
import { withService } from '../../chosen-library.ts';
import type { Common } from '../../common.ts';
import { print, printJson } from '../../output.ts';
import { packText } from './text.ts';

/** Changes a pack and prints it as it then is. */
const change = (
  options: Common,
  ask: (api: Service['api']) => Promise<Result<InstalledPack>>,
): Promise<Result<void>> =>
  withService(options, async ({ api }) => {
    const changed = await ask(api);
    if (!changed.ok) return changed;
    if (options.json === true) printJson(changed.value);
    else print(packText(changed.value));
    return done(undefined);
  });

export const switchTo = (identity: string, isOn: boolean, options: Common): Promise<Result<void>> =>
  change(options, (api) => api.switchPack({ identity, isOn }));

export const rollBack = (identity: string, options: Common): Promise<Result<void>> =>
  change(options, (api) => api.rollBackPack({ identity }));

export const remove = (identity: string, options: Common): Promise<Result<void>> =>
  withService(options, async ({ api }) => {
    const removed = await api.removePack({ identity });
    if (!removed.ok) return removed;
    if (options.json === true) printJson({ removed: identity });
    else print(`removed ${identity}`);
    return done(undefined);
  });
