import type { FailureCode } from '../../main/contract/failure.ts';
import type { Case } from './cases.ts';
import { packFiles } from './pack-files.ts';

const fails = (code: FailureCode): object => ({ ok: false, error: { code } });
const { first, second, key } = packFiles;
const identity = 'harbours';
const publisher = { key, name: 'The Harbour Office', isBundled: false };

const reading: readonly Case[] = [
  {
    name: 'lists what came with the program',
    method: 'packs',
    request: {},
    expected: {
      ok: true,
      value: {
        packs: [
          { identity: 'recital', isBundled: true, isOn: true, previous: null, trouble: null },
        ],
        publishers: [],
      },
    },
  },
  { name: 'asks for nothing', method: 'packs', request: 1, expected: fails('invalid-request') },
  {
    name: 'says what is in a pack, and who signed it',
    method: 'inspectPack',
    request: { path: first },
    expected: {
      ok: true,
      value: {
        manifest: { identity, version: '1', title: 'Harbours of the Union' },
        signer: { kind: 'unknown', key, publisher: 'The Harbour Office' },
        changes: { added: [{ editions: ['wtdc/resolution/30@2017'] }], updated: [], removed: [] },
        installed: null,
        obstacle: null,
      },
    },
  },
  {
    name: 'says why a pack cannot be installed',
    method: 'inspectPack',
    request: { path: packFiles.tooNew },
    expected: { ok: true, value: { obstacle: { code: 'pack-newer' } } },
  },
  {
    name: 'refuses a pack that is damaged',
    method: 'inspectPack',
    request: { path: packFiles.damaged },
    expected: fails('pack-damaged'),
  },
  {
    name: 'refuses a pack whose signature does not fit',
    method: 'inspectPack',
    request: { path: packFiles.forged },
    expected: fails('pack-forged'),
  },
  {
    name: 'finds no pack',
    method: 'inspectPack',
    request: { path: packFiles.none },
    expected: fails('file-missing'),
  },
  { name: 'needs a pack', method: 'inspectPack', request: {}, expected: fails('invalid-request') },
  {
    name: 'installs nothing that nobody accepted',
    method: 'installPack',
    request: { path: first },
    expected: fails('untrusted'),
  },
  {
    name: 'installs nothing that is forged, accepted or not',
    method: 'installPack',
    request: { path: packFiles.forged, isAccepted: true },
    expected: fails('pack-forged'),
  },
  {
    name: 'installs nothing for a newer program',
    method: 'installPack',
    request: { path: packFiles.tooNew, isAccepted: true },
    expected: fails('pack-newer'),
  },
  {
    name: 'installs nothing that is called what nothing may be',
    method: 'installPack',
    request: { path: packFiles.nobodys, isAccepted: true },
    expected: fails('pack-does-not-apply'),
  },
  { name: 'needs a pack', method: 'installPack', request: {}, expected: fails('invalid-request') },
  {
    name: 'goes back to nothing',
    method: 'rollBackPack',
    request: { identity: 'lamps' },
    expected: fails('unknown-pack'),
  },
  { name: 'needs a pack', method: 'rollBackPack', request: {}, expected: fails('invalid-request') },
  {
    name: 'keeps the one library that there is',
    method: 'switchPack',
    request: { identity: 'recital', isOn: false },
    expected: fails('not-allowed'),
  },
  {
    name: 'is told on or off',
    method: 'switchPack',
    request: { identity: 'recital' },
    expected: fails('invalid-request'),
  },
  {
    name: 'leaves what came with the program',
    method: 'removePack',
    request: { identity: 'recital' },
    expected: fails('not-allowed'),
  },
  { name: 'needs a pack', method: 'removePack', request: {}, expected: fails('invalid-request') },
  {
    name: 'needs a pack',
    method: 'trustPublisher',
    request: { key },
    expected: fails('invalid-request'),
  },
  {
    name: 'needs a key',
    method: 'forgetPublisher',
    request: {},
    expected: fails('invalid-request'),
  },
  {
    name: 'lists nothing',
    method: 'jobs',
    request: {},
    expected: { ok: true, value: { jobs: [] } },
  },
  { name: 'asks for nothing', method: 'jobs', request: 1, expected: fails('invalid-request') },
  {
    name: 'calls off what has ended',
    method: 'callOff',
    request: { id: '1' },
    expected: { ok: true, value: null },
  },
  { name: 'needs a job', method: 'callOff', request: {}, expected: fails('invalid-request') },
  { name: 'asks for nothing', method: 'health', request: 1, expected: fails('invalid-request') },
  { name: 'asks for nothing', method: 'repair', request: 1, expected: fails('invalid-request') },
];

/** One after the other, each on what the one before left. */
const changing: readonly Case[] = [
  {
    changes: true,
    name: 'says that nothing is wrong',
    method: 'health',
    request: {},
    expected: { ok: true, value: { trouble: null } },
  },
  {
    changes: true,
    name: 'puts the library back that came with the program',
    method: 'repair',
    request: {},
    expected: { ok: true, value: { trouble: null } },
  },
  {
    changes: true,
    name: 'trusts who signed a pack',
    method: 'trustPublisher',
    request: { path: first },
    expected: { ok: true, value: publisher },
  },
  {
    changes: true,
    name: 'installs what somebody known signed',
    method: 'installPack',
    request: { path: first },
    expected: {
      ok: true,
      value: {
        identity,
        version: '1',
        isOn: true,
        isBundled: false,
        previous: null,
        signer: { kind: 'known', key },
      },
    },
  },
  {
    changes: true,
    name: 'installs a newer version in its place',
    method: 'installPack',
    request: { path: second },
    expected: { ok: true, value: { version: '2', previous: '1' } },
  },
  {
    changes: true,
    name: 'goes back to the version before',
    method: 'rollBackPack',
    request: { identity },
    expected: { ok: true, value: { version: '1', previous: '2' } },
  },
  {
    changes: true,
    name: 'leaves a pack out',
    method: 'switchPack',
    request: { identity, isOn: false },
    expected: { ok: true, value: { identity, isOn: false } },
  },
  {
    changes: true,
    name: 'lists what is installed, and who is trusted',
    method: 'packs',
    request: {},
    expected: {
      ok: true,
      value: {
        packs: [{ identity: 'recital' }, { identity, isOn: false }],
        publishers: [publisher],
      },
    },
  },
  {
    changes: true,
    name: 'forgets who was trusted',
    method: 'forgetPublisher',
    request: { key },
    expected: { ok: true, value: null },
  },
  {
    changes: true,
    name: 'removes a pack',
    method: 'removePack',
    request: { identity },
    expected: { ok: true, value: null },
  },
];

export const casesOfPacks: readonly Case[] = [...reading, ...changing];
