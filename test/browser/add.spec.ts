import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { asTrainer, callApi, expect, test as base } from './trainer.ts';

const files = join(import.meta.dirname, '../fixtures/files');

/** Nothing waits to be added when a test begins. */
const test = base.extend<{ clean: null }>({
  clean: [
    async ({ page, trainer }, use) => {
      await asTrainer(page, trainer, '#/settings');
      const reply = (await callApi(page, 'offered', {})) as {
        value: { files: { path: string }[] };
      };
      const paths = reply.value.files.map(({ path }) => path);
      await callApi(page, 'putAside', { paths });
      await use(null);
    },
    { auto: true },
  ],
});

interface Dropped {
  readonly name: string;
  readonly text: string;
}

/** Drops files on whatever is open, as a person lets go of them over the window. */
async function drop(page: Page, dropped: readonly Dropped[], isDropped = true): Promise<void> {
  await page.evaluate(
    ([list, letsGo]) => {
      const transfer = new DataTransfer();
      for (const { name, text } of list) transfer.items.add(new File([text], name));
      const main = document.querySelector('main');
      for (const kind of ['dragenter', 'dragover', ...(letsGo ? ['drop'] : [])])
        main?.dispatchEvent(
          new DragEvent(kind, { dataTransfer: transfer, bubbles: true, cancelable: true }),
        );
    },
    [dropped, isDropped] as const,
  );
}

const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const text = `# The lamp of ${'x'.repeat(8)}\n\nA lamp that was dropped on the window is read.\n`;

test('files are dropped on any screen, and each kind waits with what can be done with it', async ({
  page,
  trainer,
}) => {
  await asTrainer(page, trainer, '#/wtsa/resolution/92@2024');
  const dropped = [
    { name: 'A lamp.md', text },
    { name: 'coast.recital', text: 'no pack' },
    { name: 'Evening.tour.json', text: '{}' },
    { name: 'setup.exe', text: 'MZ' },
  ];
  await drop(page, dropped, false);
  await expect(page.getByText('Drop the files to add them')).toBeVisible();
  await drop(page, dropped);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Add to the library');
  await expect(page.getByText('Drop the files to add them')).toBeHidden();
  for (const name of ['1 document', '1 pack', '1 tour', 'Not read by Recital'])
    await expect(page.getByRole('heading', { level: 3, name })).toBeVisible();
  await page.getByRole('button', { name: 'Put aside: coast.recital' }).click();
  await expect(page.getByText('coast.recital')).toHaveCount(0);
});

test('documents are chosen, imported and opened, and those that cannot be read say why', async ({
  page,
  trainer,
}) => {
  await asTrainer(page, trainer, '#/add');
  await page.locator('input[type=file]').setInputFiles([
    { name: 'arabic.docx', mimeType: docx, buffer: await readFile(join(files, 'arabic.docx')) },
    { name: 'empty.md', mimeType: 'text/markdown', buffer: Buffer.from('') },
  ]);
  await expect(page.getByRole('heading', { name: '2 documents' })).toBeVisible();
  await page.getByRole('button', { name: 'Add to your library' }).click();
  const became = page.getByRole('region', { name: 'What became of the documents' });
  await expect(became.getByRole('status')).toHaveText(
    '1 document is in your library. 1 could not be read.',
  );
  const refused = became.getByRole('listitem').filter({ hasText: 'empty.md' });
  await expect(refused).toContainText('There are no words in it.');
  await expect(page.getByRole('heading', { name: '2 documents' })).toHaveCount(0);
  await became.getByRole('listitem').getByRole('link').click();
  await expect(page.getByRole('article')).toBeVisible();
  await expect(page.locator('article[dir=rtl], article [dir=rtl]').first()).toBeVisible();
});

test('a tour that was carried here becomes one of one’s own', async ({ page, trainer }) => {
  await asTrainer(page, trainer, '#/add');
  const tour = { address: 'tour/own-x', title: 'An evening at sea', lead: '', language: 'en' };
  const carried = {
    format: 'recital-tour',
    version: 1,
    tour: { ...tour, basedOn: null, stops: [] },
  };
  await drop(page, [
    { name: 'Evening.tour.json', text: JSON.stringify(carried) },
    { name: 'Other.json', text: '{}' },
  ]);
  const other = page.getByRole('listitem').filter({ hasText: 'Other.json' });
  await other.getByRole('button', { name: 'Open as a tour' }).click();
  await expect(page.getByRole('alert')).toContainText('The file is not what it should be');
  const evening = page.getByRole('listitem').filter({ hasText: 'Evening.tour.json' });
  await evening.getByRole('button', { name: 'Open as a tour' }).click();
  await expect(page).toHaveURL(/#\/edit\/own-/);
  await expect(page.getByRole('textbox', { name: 'Title of the tour' })).toHaveValue(
    'An evening at sea',
  );
});

test('the ways to it stand in the library and in the menu', async ({ page, trainer }) => {
  await asTrainer(page, trainer, '#/library');
  await page.getByRole('link', { name: 'Add to the library' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Add to the library');
  await page.locator('.menu-button').click();
  for (const name of ['Packs', 'Settings'])
    await expect(page.getByRole('dialog').getByRole('link', { name })).toBeVisible();
  await page.getByRole('dialog').getByRole('link', { name: 'Packs' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Packs');
});

test('what is dropped comes over as it was, byte by byte', async ({ page, trainer }) => {
  await asTrainer(page, trainer, '#/add');
  const file = join(files, 'arabic.docx');
  await page.locator('input[type=file]').setInputFiles(file);
  await expect(page.getByRole('heading', { name: '1 document' })).toBeVisible();
  const reply = (await callApi(page, 'offered', {})) as { value: { files: { path: string }[] } };
  const [offered] = reply.value.files;
  expect(await readFile(offered?.path ?? '')).toEqual(await readFile(file));
});
