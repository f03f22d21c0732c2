import type { PackReport } from '../../../main/contract/packs.ts';
import { FailureNotice } from '../../parts/failure.tsx';
import { JobsView } from '../../parts/job.tsx';
import { compareVersions } from '../../state/compare-versions.ts';
import { mayInstall, type PackPhase } from '../../state/pack-file.ts';
import { words } from '../../words/index.ts';
import type { TrainerTools } from '../frame/trainer-tools.ts';

interface DecisionProps {
  readonly phase: Extract<PackPhase, { readonly report: unknown }>;
  readonly tools: TrainerTools;
}

/** Whether to install it. Nobody known signed it: that is to be said first. */
export function Decision({ phase, tools: { packFile: model, jobs } }: DecisionProps) {
  const { packFile } = words;
  const { report } = phase;
  if (report.obstacle !== null) return <FailureNotice failure={report.obstacle} isExact />;
  if (phase.kind === 'installing')
    return <JobsView jobs={jobs} kinds={['verify', 'install']} waiting={packFile.installing} />;
  const isKnown = report.signer.kind === 'known';
  const isBusy = phase.kind === 'trusting';
  return (
    <div class="decision">
      {!isKnown && (
        <label>
          <input
            type="checkbox"
            checked={model.isAccepted.value}
            onChange={(event) => model.accept(event.currentTarget.checked)}
          />
          {packFile.accept}
        </label>
      )}
      <div class="pack-deeds">
        <button
          type="button"
          class="main-button"
          aria-disabled={isBusy || !mayInstall(report, model.isAccepted.value)}
          onClick={() => void model.install()}
        >
          {nameOfInstalling(report)}
        </button>
        {report.signer.kind === 'unknown' && (
          <button type="button" aria-disabled={isBusy} onClick={() => void model.trust()}>
            {packFile.trust}
          </button>
        )}
      </div>
      {phase.kind === 'failed' && (
        <>
          <FailureNotice failure={phase.failure} isExact />
          <p class="quiet">{packFile.left}</p>
        </>
      )}
    </div>
  );
}

function nameOfInstalling({ installed, manifest: { version } }: PackReport): string {
  const { packFile } = words;
  if (installed === null) return packFile.install;
  const order = compareVersions(version, installed);
  if (order === 0) return packFile.again;
  return order > 0 ? packFile.update(version) : packFile.older(version);
}
