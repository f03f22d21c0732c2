import { asTrainer, expect, newGuest, test } from './trainer.ts';

test('who is here for the first time is welcomed, and one click opens a tour', async ({
  page,
  trainer,
}) => {
  await asTrainer(page, trainer);
  const welcome = page.getByRole('region', { name: 'Welcome' });
  await expect(welcome).toBeVisible();
  await expect(welcome).toContainText(trainer.dataFolder);
  await welcome.getByRole('link', { name: 'Take a tour' }).click();
  await expect(page).toHaveURL(/#\/tour\/resolution-92$/);
  await page.goto(`${trainer.trainerUrl}#/`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(welcome).toHaveCount(0);
});

test('the welcome is put away by one key, and the settings bring it back', async ({
  page,
  trainer,
}) => {
  await asTrainer(page, trainer);
  const welcome = page.getByRole('region', { name: 'Welcome' });
  await welcome.getByRole('button', { name: 'Not now' }).focus();
  await page.keyboard.press('Enter');
  await expect(welcome).toHaveCount(0);
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(welcome).toHaveCount(0);
  await page.goto(`${trainer.trainerUrl}#/settings`);
  await page.getByRole('link', { name: 'Show the welcome again' }).click();
  await expect(welcome).toBeVisible();
});

test.describe('on a machine that speaks Arabic', () => {
  test.use({ locale: 'ar' });

  test('the welcome speaks it, and another language is one choice away', async ({
    page,
    trainer,
  }) => {
    await asTrainer(page, trainer);
    await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
    await page.locator('.welcome select').selectOption('fr');
    await expect(page.getByRole('region', { name: 'Bienvenue' })).toBeVisible();
    await expect(page.locator('html')).toHaveAttribute('dir', 'ltr');
  });
});

test('nobody of the room is welcomed in the trainer’s place', async ({ context, trainer }) => {
  const guest = await newGuest(context, trainer, '#/');
  await expect(guest.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(guest.locator('.welcome')).toHaveCount(0);
  await guest.context().close();
});

test('the settings show where the data is, and that the library is as it was shipped', async ({
  page,
  trainer,
}) => {
  await asTrainer(page, trainer, '#/settings');
  await expect(page.getByText(trainer.dataFolder, { exact: true })).toBeVisible();
  // The command was told where: it is not for the page to say otherwise.
  await expect(page.getByRole('button', { name: 'Move' })).toHaveCount(0);
  await expect(page.getByText('It is as it was shipped.')).toBeVisible();
});
