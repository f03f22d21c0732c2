import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { project } from '../../build/tools.ts';
import { packagedBinaries, readFuses, type Fuses } from './fuses.ts';

/** What the threat model says. */
const closed: Fuses = {
  runAsNode: false,
  enableCookieEncryption: true,
  enableNodeOptionsEnvironmentVariable: false,
  enableNodeCliInspectArguments: false,
  enableEmbeddedAsarIntegrityValidation: true,
  onlyLoadAppFromAsar: true,
  grantFileProtocolExtraPrivileges: false,
};

it('the packager is told to close the fuses', () => {
  const settings = parse(readFileSync(join(project, 'electron-builder.yml'), 'utf8')) as {
    electronFuses: Fuses;
  };
  expect(settings.electronFuses).toEqual(closed);
});

const binaries = packagedBinaries(join(project, 'release'))
  .map((file) => ({ file, fuses: readFuses(readFileSync(file)) }))
  // A package made with a stand-in for Electron's runtime has none.
  .filter(({ fuses }) => fuses !== null);

it.skipIf(binaries.length === 0)('every program that was packaged here has them closed', () => {
  for (const { file, fuses } of binaries) expect({ file, ...fuses }).toMatchObject(closed);
});

it('fuses are read as Electron writes them', () => {
  const wire = 'xx dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX\u0001\u0008010011r0 xx';
  expect(readFuses(Buffer.from(wire, 'latin1'))).toEqual({
    runAsNode: false,
    enableCookieEncryption: true,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    grantFileProtocolExtraPrivileges: false,
  });
  expect(readFuses(Buffer.from('no program of Electron’s'))).toBeNull();
});
