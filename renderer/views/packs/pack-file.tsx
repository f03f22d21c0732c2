import { useEffect } from 'preact/hooks';
import type { Failure } from '../../../main/contract/failure.ts';
import { FailureNotice } from '../../parts/failure.tsx';
import { Icon } from '../../parts/icon.tsx';
import { JobsView } from '../../parts/job.tsx';
import { nameOfFile } from '../../parts/name-of-file.ts';
import type { PackPhase } from '../../state/pack-file.ts';
import { packsHref } from '../../state/places/index.ts';
import { words } from '../../words/index.ts';
import type { TrainerTools } from '../frame/trainer-tools.ts';
import { Changes } from './changes.tsx';
import { Decision } from './decision.tsx';
import { Inside } from './inside.tsx';
import { SignerNotice } from './signer-notice.tsx';

interface PackFileViewProps {
  readonly path: string;
  readonly tools: TrainerTools;
}

/** One pack file: who signed it, what is in it, what it changes; and then whether to install it. */
export function PackFileView({ path, tools }: PackFileViewProps) {
  const { packFile: model, jobs } = tools;
  useEffect(() => void model.look(path), [model, path]);
  const { packFile } = words;
  const phase = model.phase.value;
  const title = 'report' in phase ? phase.report.manifest.title : nameOfFile(path);
  return (
    <div class="page pack-file">
      <header class="machine-head">
        <p class="kicker">{packFile.kicker}</p>
        <h1 tabIndex={-1} dir="auto">
          {title}
        </h1>
        <p>
          <a href={packsHref()}>{packFile.all}</a>
        </p>
      </header>
      <output class="outcome">
        {phase.kind === 'installed' && packFile.installed(phase.pack.title)}
      </output>
      {phase.kind === 'checking' && (
        <JobsView jobs={jobs} kinds={['verify']} waiting={packFile.checking} />
      )}
      {phase.kind === 'refused' && (
        <>
          <FailureNotice failure={namingFile(phase.failure, path)} isExact />
          <p class="quiet">{packFile.left}</p>
          <p>
            <button type="button" onClick={() => void model.lookAgain()}>
              {words.tryAgain}
            </button>
          </p>
        </>
      )}
      {phase.kind === 'installed' && (
        <p>
          <a class="as-button is-main" href="#/library">
            <Icon name="text" />
            {packFile.toLibrary}
          </a>
        </p>
      )}
      {'report' in phase && <Report phase={phase} tools={tools} />}
    </div>
  );
}

/** The file by its name: where a browser's file was put says nothing to whoever chose it. */
const namingFile = ({ code, message }: Failure, path: string): Failure => ({
  code,
  message: message.replaceAll(path, nameOfFile(path)),
});

interface ReportProps {
  readonly phase: Extract<PackPhase, { readonly report: unknown }>;
  readonly tools: TrainerTools;
}

function Report({ phase, tools }: ReportProps) {
  const { report } = phase;
  return (
    <>
      <SignerNotice signer={report.signer} />
      {phase.kind !== 'installed' && <Decision phase={phase} tools={tools} />}
      <div class="pack-columns">
        <Changes report={report} />
        <Inside manifest={report.manifest} />
      </div>
    </>
  );
}
