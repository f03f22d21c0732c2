import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { recital } from '../fixtures/command.ts';
import { temporaryFolder } from '../fixtures/temporary.ts';

function collection(docs: string): string {
  const folder = temporaryFolder();
  const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
  write('docs.jsonl', docs);
  write('queries.jsonl', '{"id":"1","text":"lamps"}\n');
  write('qrels.jsonl', '{"query":"1","doc":"a","grade":1}\n');
  return folder;
}

const lamp = '{"id":"a","title":"Lamps","text":"A lamp shines."}\n';

test('eval prints one JSON value with the figures', async () => {
  const { status, out, err } = await recital(['eval', collection(lamp), '--json']);
  expect({ status, err }).toEqual({ status: 0, err: '' });
  expect(JSON.parse(out)).toEqual({
    map: 1,
    ndcg10: 1,
    p10: 0.1,
    recall100: 1,
    queries: 1,
    ms: expect.any(Number) as number,
  });
});

test('eval prints a table for people', async () => {
  const { status, out } = await recital(['eval', collection(lamp)]);
  expect(status).toBe(0);
  expect(out).toMatch(
    /^MAP +1\.0000\nnDCG@10 +1\.0000\nP@10 +0\.1000\nrecall@100 +1\.0000\nqueries +1\nms +\d+\.?\d*\n$/,
  );
});

test('eval refuses a bad line in one line that names the file and the line', async () => {
  const { status, out, err } = await recital(['eval', collection(`${lamp}{"id":"b"}\n`), '--json']);
  expect({ status, out }).toEqual({ status: 1, out: '' });
  expect(err).toMatch(/^recital: docs\.jsonl:2: .+\n$/);
});

test('eval without a folder is a wrong call', async () => {
  const { status, err } = await recital(['eval']);
  expect(status).toBe(2);
  expect(err).toMatch(/^recital: .*folder.*\n$/);
});
