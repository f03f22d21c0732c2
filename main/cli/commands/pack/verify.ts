import { done, type Result } from '../../../contract/failure.ts';
import { dataFolder, packAuthor, packsIn } from '../../../service/index.ts';
import type { Common } from '../../common.ts';
import { print, printJson, remark } from '../../output.ts';
import { defaultLibrary } from '../../project.ts';
import { manifestText } from './manifest-text.ts';
import { signerText } from './text.ts';

const tellEveryMs = 1000;

/** Says on standard error how far it is, where it takes long. */
function createTeller(): (far: number, total: number) => void {
  let next = performance.now() + tellEveryMs;
  return (far, total) => {
    if (performance.now() < next) return;
    next += tellEveryMs;
    remark(`verifying: ${Math.floor((100 * far) / total)} %`);
  };
}

/** Checks a pack. With `--json` what is wrong with it is printed too, and the status still says so. */
export async function verify(file: string, { json, library }: Common): Promise<Result<void>> {
  const { checkPack } = await packAuthor();
  const checked = await checkPack({
    file,
    packsFolder: packsIn(dataFolder()),
    libraryFile: library ?? defaultLibrary,
    progress: createTeller(),
  });
  if (!checked.ok) {
    if (json === true) printJson({ pack: file, ok: false, error: checked.error });
    return checked;
  }
  const { manifest, signer, isProved } = checked.value;
  if (json === true) printJson({ pack: file, ok: true, signer, isProved, manifest });
  else {
    print(manifestText(manifest));
    print(signerText(signer));
    print(
      isProved
        ? 'whole, and the library in it is what it says'
        : 'whole; what it makes is proved when it is installed',
    );
  }
  return done(undefined);
}
