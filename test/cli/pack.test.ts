import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { recital } from '../fixtures/command.ts';
import { makePack, newKey } from '../fixtures/packs.ts';
import { light, packMachine } from '../service/packs/machine-with-packs.ts';

test('a pack is trusted, installed, listed, switched, gone back from and removed by commands', async () => {
  const machine = await packMachine();
  const key = newKey();
  const [one, two] = await Promise.all([
    makePack({ documents: [light(7, 2016, 'lanterns of tallow')], version: '1', key }),
    makePack({ documents: [light(7, 2020, 'lanterns of whale oil')], version: '2', key }),
  ]);
  const run = async (...args: string[]) => {
    const ended = await recital(['--library', machine.libraryFile, ...args], '', machine.data);
    return { ...ended, json: args.includes('--json') ? (JSON.parse(ended.out) as unknown) : null };
  };
  const finds = async (words: string) =>
    (await run('search', '--json', '--as-typed', words)).json as { total: number };

  const refused = await run('pack', 'install', one.file);
  expect(refused.status).toBe(1);
  expect(refused.out).toBe('');
  expect(refused.err).toMatch(/^recital: .*key.*\n$/);
  expect(refused.err).toContain(key.id);

  const trusted = await run('pack', 'trust', one.file, '--json');
  expect(trusted.json).toEqual({ key: key.id, name: 'The Lighthouse Office', isBundled: false });
  const installed = await run('pack', 'install', one.file, '--json');
  expect(installed.json).toMatchObject({ identity: 'lighthouses', signer: { kind: 'known' } });
  expect(await finds('tallow')).toMatchObject({ total: 1 });
  expect((await run('pack', 'install', two.file)).out).toMatch(
    /^on {3}lighthouses 2 .*before it 1\n$/,
  );
  const back = await run('pack', 'rollback', 'lighthouses', '--json');
  expect(back.json).toMatchObject({ version: '1', previous: '2' });
  const off = await run('pack', 'switch', 'lighthouses', 'off', '--json');
  expect(off.json).toMatchObject({ isOn: false });
  expect(await finds('tallow')).toMatchObject({ total: 0 });
  const listed = await run('pack', 'list');
  expect(listed.out.split('\n')).toEqual([
    expect.stringMatching(/^on {3}recital 2026\.1 .*came with the program$/),
    expect.stringMatching(/^off {2}lighthouses 1 .*signed by The Lighthouse Office/),
    expect.stringContaining(key.id),
    '',
  ]);
  expect((await run('pack', 'remove', 'lighthouses', '--json')).json).toEqual({
    removed: 'lighthouses',
  });
  const forgotten = await run('pack', 'trust', '--forget', key.id, '--json');
  expect(forgotten.json).toEqual({ forgotten: key.id });
  expect((await run('pack', 'list', '--json')).json).toMatchObject({
    packs: [{ identity: 'recital' }],
    publishers: [],
  });

  expect((await run('pack', 'remove', 'lighthouses')).err).toBe(
    'recital: There is no pack lighthouses here.\n',
  );
  expect((await run('pack', 'switch', 'lighthouses', 'dim')).status).toBe(2);
  expect(existsSync(join(machine.data, 'packs', 'lighthouses'))).toBe(false);
});
