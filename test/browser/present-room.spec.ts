import { expect } from '@playwright/test';
import { asTrainer, callApi, newGuest, test } from './trainer.ts';

test('the room is told where the presenter is, what is marked and when it is over', async ({
  page,
  context,
  trainer,
}) => {
  const guest = await newGuest(context, trainer);
  const heard = () => callApi(guest, 'room', {});
  await asTrainer(page, trainer, '#/present/resolution-92/1');
  await expect
    .poll(heard)
    .toMatchObject({ value: { stage: { tour: 'tour/resolution-92', stop: 1, step: 0 } } });
  await page.keyboard.press('PageDown');
  await expect.poll(heard).toMatchObject({ value: { stage: { step: 1 } } });
  const words = page.locator('.present-now [data-address]').first();
  await words.click({ clickCount: 3 });
  await expect.poll(heard).toMatchObject({
    value: {
      stage: { highlight: { address: 'wtsa/resolution/92@2024#considering.a', start: 0 } },
    },
  });
  await page.keyboard.press('b');
  await expect.poll(heard).toMatchObject({ value: { stage: { isBlack: true } } });
  await page.getByRole('button', { name: 'End', exact: true }).click();
  await expect.poll(heard).toMatchObject({ value: { stage: null } });
  await guest.context().close();
});

test('once the room’s line is back it is where the presenter is, who was not disturbed', async ({
  page,
  context,
  trainer,
}) => {
  const guest = await newGuest(context, trainer);
  await asTrainer(page, trainer, '#/present/resolution-92/2');
  const heard = () => callApi(guest, 'room', {});
  await expect.poll(heard).toMatchObject({ value: { stage: { stop: 2, step: 0 } } });
  await context.setOffline(true);
  await page.keyboard.press('PageDown');
  await expect(page.locator('.present-now h3').first()).toHaveText('considering');
  expect(await heard()).toMatchObject({ value: { stage: { step: 0 } } });
  await context.setOffline(false);
  await expect.poll(heard).toMatchObject({ value: { stage: { stop: 2, step: 1 } } });
  await guest.context().close();
});
