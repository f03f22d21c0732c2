import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createLog, traceOf } from '../../main/app/log.ts';
import { temporaryFolder } from '../fixtures/temporary.ts';

const said = 'recognizing\n    at the same time /home/ada/considering.docx:12:4 that';

it('an error leaves its kind, its code and where it came from, and nothing that it says', () => {
  const bug = Object.assign(new RangeError(said), { code: 'ERR_ODD' });
  const trace = traceOf(bug);
  expect(trace).toMatch(/^RangeError code=ERR_ODD log\.test\.ts:\d+:\d+/);
  expect(trace).not.toMatch(/recognizing|considering|ada|home/);
});

it('an error whose words were changed afterwards leaves no frame that could be one of them', () => {
  const bug = new Error(said);
  expect(bug.stack).toContain('recognizing');
  bug.message = 'another';
  expect(traceOf(bug)).toBe('Error');
});

it.each<[string, unknown, string]>([
  ['a text', 'considering', 'string'],
  ['nothing', undefined, 'undefined'],
  ['a thing', { message: 'considering' }, 'object'],
])('%s that is thrown leaves its type alone', (_what, bug, expected) => {
  expect(traceOf(bug)).toBe(expected);
});

it('takes no fact that has words in it', () => {
  const file = join(temporaryFolder(), 'logs/recital.log');
  const log = createLog(file);
  log.note('page gone', { reason: 'crashed', status: 5 });
  log.note('started', { version: 'considering that' });
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
  expect(lines[0]).toMatch(/^\d{4}-\d\d-\d\dT\S+Z page gone reason=crashed status=5$/);
  expect(lines[1]).toMatch(/ started version=\?$/);
});

it('grows no larger than it may, and keeps what was before', () => {
  const file = join(temporaryFolder(), 'recital.log');
  const log = createLog(file);
  for (let at = 0; at < 14_000; at += 1) log.note('page gone', { reason: 'crashed', status: at });
  expect(statSync(file).size).toBeLessThan(500_001);
  expect(existsSync(`${file}.before`)).toBe(true);
});
