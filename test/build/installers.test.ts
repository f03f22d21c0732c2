import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { project } from '../../build/tools.ts';

interface Target {
  readonly target: string;
  readonly arch: readonly string[];
}
interface Settings {
  readonly publish: null;
  readonly fileAssociations: readonly { readonly ext: string }[];
  readonly protocols: readonly { readonly schemes: readonly string[] }[];
  readonly nsis: Readonly<Record<string, unknown>>;
  readonly portable: Readonly<Record<string, unknown>>;
  readonly mac: { readonly fileAssociations: readonly { ext: string[]; rank: string }[] };
  readonly [system: string]: unknown;
}

// What electron-builder itself refuses in these settings, the test of the package finds.
const settings = parse(readFileSync(join(project, 'electron-builder.yml'), 'utf8')) as Settings;
const script = readFileSync(join(project, 'build/package/installer.nsh'), 'utf8');

test.each([
  ['win', ['nsis', 'portable']],
  ['mac', ['dmg', 'zip']],
  ['linux', ['AppImage', 'deb', 'rpm']],
])('for %s there are %j, for both kinds of processor', (system, targets) => {
  const made = (settings[system] as { readonly target: readonly Target[] }).target;
  expect(made.map(({ target }) => target)).toEqual(targets);
  for (const { arch } of made) expect(arch).toEqual(['x64', 'arm64']);
});

test('nothing is uploaded by the packager, and nothing asks the network for updates', () => {
  expect(settings.publish).toBeNull();
  const { dependencies } = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8')) as {
    dependencies: object;
  };
  expect(Object.keys(dependencies)).toEqual(['better-sqlite3']);
});

test('packs and addresses open with Recital, documents only where a person chooses it', () => {
  expect(settings.fileAssociations.map(({ ext }) => ext)).toEqual(['recital']);
  expect(settings.protocols.flatMap(({ schemes }) => schemes)).toEqual(['recital']);
  expect(settings.mac.fileAssociations.map(({ rank }) => rank)).toEqual(['Alternate']);
});

describe('the installer for Windows', () => {
  test('needs no administrator, and asks nothing on the way in', () => {
    expect(settings.nsis).toMatchObject({ oneClick: true, perMachine: false });
    expect(settings.portable).toMatchObject({ requestExecutionLevel: 'user' });
    expect(script).not.toMatch(/HKLM|HKEY_LOCAL_MACHINE|RequestExecutionLevel/u);
  });

  test('asks about personal data on the way out, in the six languages; without an answer all stays', () => {
    const languages = [...script.matchAll(/LangString removeData \$\{LANG_(\w+)\} "(.+)"/gu)];
    const named = ['ENGLISH', 'FRENCH', 'SPANISHINTERNATIONAL', 'RUSSIAN', 'SIMPCHINESE', 'ARABIC'];
    expect(languages.map(([, language]) => language)).toEqual(named);
    expect(settings.nsis['installerLanguages']).toHaveLength(named.length);
    for (const [, , words] of languages) expect(words).toContain('$APPDATA\\${PRODUCT_NAME}');
    const asking = script.indexOf('MB_YESNO|MB_ICONQUESTION|MB_DEFBUTTON2 "$(removeData)" IDNO');
    expect(asking).toBeGreaterThan(script.indexOf('${GetOptions} $R0 "/S" $R1'));
    expect(script.indexOf('RMDir /r')).toBeGreaterThan(asking);
    expect(settings.nsis).not.toHaveProperty('deleteAppDataOnUninstall');
  });

  test('offers the same documents as the one for macOS, and takes back all that it noted', () => {
    const offered = [...script.matchAll(/!insertmacro offerFor "(\w+)"/gu)].map(([, ext]) => ext);
    expect(offered).toEqual(settings.mac.fileAssociations[0]?.ext);
    const keys = /WriteRegStr SHELL_CONTEXT "(Software\\Classes\\recital|\$\{OPEN_WITH\})/gu;
    for (const [, key] of script.matchAll(keys))
      expect(script).toContain(`DeleteRegKey SHELL_CONTEXT "${key}"`);
  });
});
