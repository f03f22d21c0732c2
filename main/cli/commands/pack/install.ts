import { resolve } from 'node:path';
import { done, type Result } from '../../../contract/failure.ts';
import type { Service } from '../../../service/index.ts';
import { withService } from '../../chosen-library.ts';
import type { Common } from '../../common.ts';
import { print, printJson, remark } from '../../output.ts';
import { packText } from './text.ts';

interface InstallOptions extends Common {
  readonly accept?: boolean;
}

const tellEveryMs = 1000;

/** Says on standard error how far a job is, as long as it takes. Answers how to stop that. */
function tellProgress({ api }: Service): () => void {
  const tell = async (): Promise<void> => {
    const answer = await api.jobs({});
    if (!answer.ok) return;
    for (const { what, done: far, total } of answer.value.jobs)
      if (total > 0) remark(`${what}: ${Math.floor((100 * far) / total)} %`);
  };
  const timer = setInterval(() => void tell(), tellEveryMs);
  return () => clearInterval(timer);
}

export const install = (
  file: string,
  { accept = false, ...options }: InstallOptions,
): Promise<Result<void>> =>
  withService(options, async (service) => {
    const stop = tellProgress(service);
    try {
      const installed = await service.api.installPack({ path: resolve(file), isAccepted: accept });
      if (!installed.ok) return installed;
      if (options.json === true) printJson(installed.value);
      else print(packText(installed.value));
      return done(undefined);
    } finally {
      stop();
    }
  });
