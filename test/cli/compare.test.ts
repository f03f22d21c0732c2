import { describe, expect, it } from 'vitest';
import { recital } from '../fixtures/command.ts';

const from = 'wtsa/resolution/92@2016';
const to = 'wtsa/resolution/92@2024';

describe('recital compare', () => {
  it('prints one JSON value: both editions and the rows', async () => {
    const { status, out } = await recital(['compare', from, to, '--json']);
    expect(status).toBe(0);
    const answer = JSON.parse(out) as { rows: unknown[] };
    expect(answer).toMatchObject({ from, to });
    expect(answer.rows).toHaveLength(59);
    expect(answer.rows[1]).toStrictEqual({
      status: 'same',
      from: 'considering.b',
      to: 'considering.b',
      similarity: 1,
      diff: [
        {
          op: 'same',
          text: 'that IMT systems have contributed to global economic and social development, and are intended to provide telecommunication services on a worldwide scale, regardless of location, network or terminal used;',
        },
      ],
    });
  });

  it('prints a text that reads without colours: what was taken out, what was put in', async () => {
    const { status, out } = await recital(['compare', from, to]);
    expect(status).toBe(0);
    const lines = out.split('\n');
    expect(lines[0]).toBe(`${from} -> ${to}`);
    expect(lines[1]).toBe('Provisions: 2 the same, 26 amended, 2 moved, 24 new, 7 removed.');
    expect(out).toContain(
      'IMT-2000, IMT-Advanced [and IMT-2020]{, IMT-2020 and IMT-2030}, collectively',
    );
    expect(out).toContain(
      '\nmoved, amended  considering.f -> considering.c  66 % the same words\n',
    );
    expect(out).toContain('\nsame      considering.b\n');
  });

  it('says in one line what is not here', async () => {
    const { status, out, err } = await recital(['compare', from, 'wtsa/resolution/92@1999']);
    expect(status).toBe(1);
    expect(out).toBe('');
    expect(err).toBe('recital: wtsa/resolution/92 has no edition 1999 here; it has 2024, 2016.\n');
  });

  it('needs two editions', async () => {
    expect(await recital(['compare', from])).toMatchObject({ status: 2, out: '' });
  });
});
