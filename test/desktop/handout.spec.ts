import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { recital } from '../fixtures/command.ts';
import { launchApp } from './launch.ts';

interface Bridge {
  recital: { call(method: string, request: unknown): Promise<unknown> };
}

interface Printed {
  readonly ok: boolean;
  readonly value: { readonly name: string; readonly content: { readonly base64: string } };
}

test('the handout of a tour is printed to a tagged PDF with an outline, in a window that nobody sees', async () => {
  const app = await launchApp();
  try {
    const answer = (await app.page.evaluate(() =>
      (globalThis as unknown as Bridge).recital.call('handoutPdf', {
        address: 'tour/resolution-92',
      }),
    )) as Printed;
    expect(answer).toMatchObject({ ok: true, value: { name: 'resolution-92-handout.pdf' } });
    const bytes = Buffer.from(answer.value.content.base64, 'base64');
    const raw = bytes.toString('latin1');
    expect(raw.slice(0, 5)).toBe('%PDF-');
    for (const part of ['/StructTreeRoot', '/MarkInfo', '/Outlines', '/Lang (en)'])
      expect(raw).toContain(part);

    const file = join(app.userData, 'handout.pdf');
    writeFileSync(file, bytes);
    const { out } = await recital(['parse', file, '--json']);
    const words = out.replaceAll(/\s+/g, ' ');
    expect(words).toContain('Resolution 92 in twelve stops');
    expect(words).toContain('12. ');
    expect(words).toContain('is the root name that encompasses all IMT systems');
    expect(words).toContain('Who in your country already takes part in the work on IMT-2030?');
    // The margin says which page of how many; there are no fewer than its stops fill.
    const pages = raw.match(/\/Type \/Page\b/g)?.length ?? 0;
    expect(pages).toBeGreaterThan(5);
    expect(pages).toBeLessThan(40);

    // The window is gone, and what it printed with it.
    await expect.poll(() => app.windows().length).toBe(1);
    const status = await app.evaluate(
      async ({ net }) => (await net.fetch('recital://app/print-1.html')).status,
    );
    expect(status).toBe(404);
  } finally {
    await app.close();
  }
});
