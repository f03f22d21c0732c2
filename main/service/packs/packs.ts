import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { done, failed, type Result } from '../../contract/failure.ts';
import type { InstalledPack, PacksApi } from '../../contract/packs.ts';
import { readPackHead, verifyPack } from '../../library/packs/index.ts';
import type { Jobs } from '../machine/jobs.ts';
import { asChosen, ofIdentity, readChoices, withChosen } from './choices.ts';
import { describeInstalled, describeShipped } from './described.ts';
import { libraryOf, noteOf } from './files.ts';
import { install } from './install.ts';
import { judge } from './judge.ts';
import type { Libraries } from './libraries.ts';
import { withLock } from './lock.ts';
import { readNote } from './note.ts';
import { createPublishers } from './publishers.ts';
import { checkSound } from './sound.ts';
import { readState, type PackState } from './state.ts';
import { tidy } from './tidy.ts';
import { failureOf, unknownPack } from './trouble.ts';

export interface PacksNeeds {
  readonly libraries: Libraries;
  readonly jobs: Jobs;
  /** The program's version. */
  readonly version: string;
  /** Aborted when the program closes. */
  readonly closing: AbortSignal;
}

export interface Packs extends PacksApi {
  /** Removes what a crash left there, unless another Recital is at it. */
  tidy(): Promise<void>;
  /** Reads each installed pack that is on from end to end; one that is not as it was proved is left out from then on. */
  check(): Promise<void>;
}

const noFolder = failed('not-writable', 'There is no folder for personal data.');

/** How long a change waits for another Recital that is at one, and tidying does. */
const patienceMs = 10_000;
const tidyPatienceMs = 2000;

export function createPacks({ libraries, jobs, version, closing }: PacksNeeds): Packs {
  const { source } = libraries;
  const folder = source.place.packs;
  const choices = readChoices(source);
  const publishers = createPublishers(folder, () => source.shipped()?.publishers ?? []);

  /** One change after another, here and on this machine, each from what the one before left. */
  let last: Promise<unknown> = Promise.resolve();
  function inOrder<T>(
    change: (packs: string, state: PackState) => Promise<Result<T>>,
    patience = patienceMs,
  ): Promise<Result<T>> {
    if (folder === null) return Promise.resolve(noFolder);
    const own = last
      .then(() => withLock(folder, patience, () => change(folder, readState(folder))))
      .catch((error: unknown) => failureOf(error));
    last = own.catch(() => undefined);
    return own;
  }

  const removeUnused = (packs: string): Promise<void> =>
    tidy(packs, readState(packs), source.shipped()?.manifest.library.sha256 ?? null);

  async function describe(state: PackState, identity: string): Promise<InstalledPack | null> {
    const chosen = ofIdentity(state, identity);
    const standing = {
      isOn: chosen?.isOn !== false,
      previous: choices.versionBefore(identity, chosen),
      trouble: libraries.now().troubles.get(identity) ?? null,
    };
    if (folder !== null && choices.isInstalled(chosen))
      return describeInstalled(folder, chosen, standing, await publishers.all());
    return identity === source.identity() ? describeShipped(source, standing) : null;
  }

  async function asItIs(identity: string): Promise<Result<InstalledPack>> {
    const found = await describe(libraries.state(), identity);
    return found === null ? unknownPack(identity) : done(found);
  }

  return {
    packs: async () => {
      libraries.look();
      const state = libraries.state();
      const found = await Promise.all(
        choices.listed(state).map((identity) => describe(state, identity)),
      );
      return done({
        packs: found.filter((each) => each !== null),
        publishers: await publishers.all(),
      });
    },
    inspectPack: ({ path }) =>
      jobs.run({ kind: 'verify', what: basename(path), unit: 'bytes' }, async (job) => {
        const verified = await verifyPack(path, {
          signal: job.signal,
          progress: (far, total) => job.tell({ done: far, total }),
        });
        if (!verified.ok) return verified;
        const head = verified.value;
        const chosen = asChosen(libraries.state(), head.manifest.identity);
        return done((await judge(source, chosen, head, await publishers.all(), version)).report);
      }),
    installPack: async ({ path, isAccepted = false }) => {
      const what = basename(path);
      const installed = await jobs.run({ kind: 'install', what, unit: 'bytes' }, (job) =>
        inOrder(async (packs, state) => {
          const known = await publishers.all();
          try {
            return await install(
              { libraries, packs, state, path, isAccepted, publishers: known, app: version },
              job,
            );
          } finally {
            await removeUnused(packs);
          }
        }),
      );
      return installed.ok ? asItIs(installed.value) : installed;
    },
    rollBackPack: async ({ identity }) => {
      const back = await jobs.run({ kind: 'install', what: identity, unit: 'bytes' }, (job) =>
        inOrder(async (packs, state) => {
          const chosen = ofIdentity(state, identity);
          const previous = choices.before(identity, chosen);
          if (previous === undefined || chosen === undefined)
            return failed('unknown-pack', `There is no version of ${identity} to go back to.`);
          if (previous !== null) {
            const note = await readNote(noteOf(packs, identity, previous));
            if (!note.ok) return note;
            const file = libraryOf(packs, identity, previous);
            const sound = await checkSound(file, note.value, job);
            if (!sound.ok) return sound;
          }
          const wanted = { ...chosen, current: previous, previous: chosen.current };
          return libraries.change(withChosen(state, wanted), identity);
        }),
      );
      return back.ok ? asItIs(identity) : back;
    },
    switchPack: async ({ identity, isOn }) => {
      const switched = await inOrder(async (_packs, state) => {
        if (!choices.listed(state).includes(identity)) return unknownPack(identity);
        const wanted = withChosen(state, { ...asChosen(state, identity), isOn });
        return choices.isAnyOn(wanted)
          ? libraries.change(wanted, isOn ? identity : null)
          : failed('not-allowed', 'One library must be on: switch another on first.');
      });
      return switched.ok ? asItIs(identity) : switched;
    },
    removePack: ({ identity }) =>
      inOrder(async (packs, state) => {
        const chosen = ofIdentity(state, identity);
        const ofProgram = source.identity();
        if (!choices.isInstalled(chosen))
          return identity === ofProgram
            ? failed('not-allowed', 'What came with the program cannot be removed.')
            : unknownPack(identity);
        const rest = state.filter((each) => each !== chosen);
        const wanted = choices.isAnyOn(rest)
          ? rest
          : withChosen(rest, { ...asChosen(rest, ofProgram), isOn: true });
        const changed = await libraries.change(wanted, null);
        if (changed.ok) await removeUnused(packs);
        return changed;
      }),
    trustPublisher: async ({ path }) => {
      const head = await readPackHead(path);
      if (!head.ok) return head;
      const { key, manifest } = head.value;
      if (key === null) return failed('untrusted', `Nobody signed the pack ${path}.`);
      return inOrder(async () =>
        done(await publishers.trust({ key: key.id, name: manifest.publisher })),
      );
    },
    forgetPublisher: ({ key }) =>
      inOrder(async () => {
        const known = (await publishers.all()).find((each) => each.key === key);
        if (known?.isBundled === true)
          return failed('not-allowed', `${known.name} came with the program.`);
        await publishers.forget(key);
        return done(null);
      }),
    check: async () => {
      if (folder === null) return;
      for (const { identity, stem, file } of source.chosen(libraries.state())) {
        const note = stem === null ? null : await readNote(noteOf(folder, identity, stem));
        if (note === null || !note.ok) continue;
        const sound = await checkSound(file, note.value, { signal: closing, tell: () => {} });
        if (!sound.ok && sound.error.code !== 'called-off') libraries.leaveOut(file, sound.error);
      }
    },
    tidy: async () => {
      if (folder === null || !existsSync(folder)) return;
      await inOrder(async (packs) => {
        await removeUnused(packs);
        return done(null);
      }, tidyPatienceMs);
    },
  };
}
