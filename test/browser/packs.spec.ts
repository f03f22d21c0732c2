import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Page } from '@playwright/test';
import { makeStick, type Stick } from './packs.ts';
import { asTrainer, callApi, expect, newGuest, test as base } from './trainer.ts';

/** A trainer's machine and a stick with packs; nothing but the bundled pack is there when a test begins. */
const test = base.extend<{ clean: null }, { stick: Stick }>({
  stick: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names of the fixtures that are needed from here
    async ({}, use) => {
      const folder = await mkdtemp(join(tmpdir(), 'recital-stick-'));
      await use(await makeStick(folder));
      await rm(folder, { recursive: true });
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  clean: [
    async ({ page, trainer, stick }, use) => {
      await asTrainer(page, trainer, '#/settings');
      for (const identity of ['lanterns', 'beacons'])
        await callApi(page, 'removePack', { identity });
      await callApi(page, 'forgetPublisher', { key: stick.keyId });
      await use(null);
    },
    { auto: true },
  ],
});

const fileHref = (file: string): string => `#/packs?${new URLSearchParams({ file })}`;

/** Another place in the same page. */
async function go(page: Page, place: string): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, place);
}

const heading = (page: Page) => page.getByRole('heading', { level: 1 });
const install = (page: Page) => page.getByRole('button', { name: /^(?:Install|Update)/ });
const known = (page: Page) => page.getByLabel('I know where this pack comes from');

/** Installs a file as somebody who knows where it comes from. */
async function installed(page: Page, file: string): Promise<void> {
  const reply = await callApi(page, 'installPack', { path: file, isAccepted: true });
  expect(reply).toMatchObject({ ok: true });
}

const titleOf701 = async (page: Page): Promise<string | undefined> => {
  const reply = (await callApi(page, 'show', {
    address: 'wtsa/resolution/701@2024#resolves.2',
  })) as {
    value?: { provision?: { text: string } };
  };
  return reply.value?.provision?.text;
};

test('a pack says who signed it, what is in it and what changes, before anything is installed', async ({
  page,
  stick,
}) => {
  await go(page, fileHref(stick.first));
  await expect(heading(page)).toHaveText('Lanterns of the coast');
  // The id of the key, to be compared with the publisher's.
  await expect(page.locator('.signer-notice')).toContainText('somebody who is not known here');
  const shown = await page.locator('.signer-notice code').textContent();
  expect(shown?.replaceAll(' ', '')).toBe(stick.keyId);
  await expect(page.getByText('The Harbour Office', { exact: true })).toBeVisible();
  await expect(page.getByText('May be copied freely.')).toBeVisible();
  // Its one text, by its printed name.
  const added = page.getByRole('region', { name: /new$/ });
  await expect(added).toContainText('Resolution 701');
  expect(await titleOf701(page)).toBeUndefined();
});

test('a pack of somebody unknown is installed only after the person has said to know where it comes from', async ({
  page,
  stick,
}) => {
  await go(page, fileHref(stick.first));
  await expect(install(page)).toHaveAttribute('aria-disabled', 'true');
  await install(page).press('Enter');
  expect(await titleOf701(page)).toBeUndefined();
  await known(page).check();
  await install(page).click();
  await expect(page.getByText('is installed, and is read from now on')).toBeVisible();
  // It is read beside what was there before, as one library.
  await go(page, '#/search?q=lanterns+guide+ships');
  await expect(
    page.locator('[data-screen=search]').getByText('Resolution 701').first(),
  ).toBeVisible();
  await go(page, '#/wtsa/resolution/92@2024');
  await expect(heading(page)).toContainText('Enhancing the standardization activities');
});

test('whoever trusts a publisher installs the next pack of theirs without a question, and may trust them no longer', async ({
  page,
  stick,
}) => {
  await go(page, fileHref(stick.first));
  await page.getByRole('button', { name: 'Trust this publisher' }).click();
  await expect(page.locator('.signer-notice')).toContainText('Signed by The Harbour Office');
  await expect(known(page)).toHaveCount(0);
  await install(page).click();
  await expect(page.getByText('is installed, and is read from now on')).toBeVisible();
  await go(page, fileHref(stick.later));
  await expect(install(page)).toHaveText('Update to version 1.1');
  await expect(page.getByRole('region', { name: '1 updated' })).toContainText('Resolution 701');
  await go(page, '#/packs');
  await page.getByRole('button', { name: 'Trust no longer: The Harbour Office' }).click();
  await expect(page.getByText('“The Harbour Office” is no longer trusted.')).toBeVisible();
  await expect(page.getByText('Signed by somebody who is not known here')).toBeVisible();
});

test('a later version takes the place of the one before, and one step leads back', async ({
  page,
  stick,
}) => {
  await installed(page, stick.first);
  await go(page, fileHref(stick.later));
  await known(page).check();
  await install(page).click();
  await expect(page.getByText('is installed, and is read from now on')).toBeVisible();
  expect(await titleOf701(page)).toBe('to count them each May.');
  await page.getByRole('link', { name: 'All packs' }).click();
  await page.getByRole('button', { name: 'Go back to version 1.0: Lanterns' }).click();
  await expect(page.getByText('is back at version 1.0.')).toBeVisible();
  await expect(page.getByRole('article', { name: 'Lanterns of the coast' })).toContainText(
    'Version 1.0',
  );
  expect(await titleOf701(page)).toBe('to count them every year.');
});

test('a pack is left out and read again by one switch, and removed only when one is sure', async ({
  page,
  stick,
}) => {
  await installed(page, stick.unsigned);
  await go(page, '#/packs');
  const beacons = page.getByRole('article', { name: 'Beacons of the coast' });
  await expect(beacons).toContainText('Not signed');
  const isRead = beacons.getByRole('checkbox');
  await isRead.uncheck();
  await expect(page.getByText('“Beacons of the coast” is no longer read.')).toBeVisible();
  expect(await titleOf701(page)).toBeUndefined();
  // What is left cannot be switched off, too.
  await expect(page.getByRole('checkbox').first()).toBeDisabled();
  await isRead.check();
  await expect(page.getByText('“Beacons of the coast” is read again.')).toBeVisible();
  const remove = beacons.getByRole('button', { name: 'Remove: Beacons' });
  await remove.click();
  await page.getByRole('dialog').getByRole('button', { name: 'Keep it' }).click();
  await expect(remove).toBeFocused();
  await remove.click();
  await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
  await expect(page.getByText('“Beacons of the coast” is removed.')).toBeVisible();
  await expect(beacons).toHaveCount(0);
});

test('a forged pack and a file that is gone are refused with their reasons, and can be looked at again', async ({
  page,
  stick,
}) => {
  await go(page, fileHref(stick.forged));
  const alert = page.getByRole('alert');
  await expect(alert).toContainText('This pack is not from whom it says');
  await expect(alert).toContainText('forged.recital is not as its publisher made it');
  await expect(alert).not.toContainText(dirname(stick.forged));
  await expect(install(page)).toHaveCount(0);
  const gone = stick.forged.replace('forged', 'gone');
  await go(page, fileHref(gone));
  await expect(alert).toContainText('The file is not there');
  await cp(stick.first, gone);
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(heading(page)).toHaveText('Lanterns of the coast');
  await rm(gone);
});

test('how far a large pack is checked is shown, and calling it off leaves all as it was', async ({
  page,
  stick,
}) => {
  const job = {
    id: 'a',
    kind: 'verify',
    what: 'imt.recital',
    done: 3e8,
    total: 5e8,
    unit: 'bytes',
  };
  await page.route('**/api/jobs', (route) =>
    route.fulfill({ json: { ok: true, value: { jobs: [job] } } }),
  );
  const { promise: calledOff, resolve: callOff } = Promise.withResolvers<void>();
  await page.route('**/api/callOff', async (route) => {
    expect(route.request().postDataJSON()).toEqual({ id: 'a' });
    callOff();
    await route.fulfill({ json: { ok: true, value: null } });
  });
  await page.route('**/api/inspectPack', async (route) => {
    await calledOff;
    await route.fulfill({ json: { ok: false, error: { code: 'called-off', message: '' } } });
  });
  await go(page, fileHref(stick.first));
  await expect(page.getByText('300 MB of 500 MB')).toBeVisible();
  const bar = page.getByRole('progressbar', { name: 'Checking imt.recital' });
  await expect(bar).toHaveAttribute('value', '300000000');
  await page.getByRole('button', { name: 'Call off' }).click();
  await expect(page.getByRole('alert')).toContainText('It was called off');
  await expect(page.getByText('what was here is here as before')).toBeVisible();
});

test('a stick that is plugged in is seen and said, its pack is looked at and installed, and it is gone when it is pulled out', async ({
  page,
  trainer,
  stick,
}) => {
  await go(page, '#/packs');
  const onSticks = page.getByRole('region', { name: 'On a stick' });
  await expect(onSticks).toContainText('Nothing yet.');
  const harbour = join(trainer.sticksFolder, 'HARBOUR');
  await mkdir(harbour, { recursive: true });
  await cp(stick.first, join(harbour, 'lanterns.recital'));
  await expect(onSticks.getByRole('listitem')).toContainText(['lanterns.recital HARBOUR']);
  await expect(onSticks.getByRole('status')).toHaveText('1 pack found on a stick');
  await onSticks.getByRole('link', { name: 'See what is in it: lanterns.recital' }).click();
  await expect(heading(page)).toHaveText('Lanterns of the coast');
  await known(page).check();
  await install(page).click();
  await expect(page.getByText('is installed, and is read from now on')).toBeVisible();
  await page.getByRole('link', { name: 'All packs' }).click();
  await expect(onSticks.getByRole('listitem')).toHaveCount(1);
  await rm(trainer.sticksFolder, { recursive: true });
  await expect(onSticks).toContainText('Nothing yet.');
});

test('settings say why one’s own documents are not read, and how far bringing them up to date is', async ({
  page,
}) => {
  const sound = { state: 'sound', trouble: null };
  let own: object = { isUpgrading: true, trouble: { code: 'library-older', message: '' } };
  await page.route('**/api/health', (route) =>
    route.fulfill({ json: { ok: true, value: { ...sound, own } } }),
  );
  const job = {
    id: 'a',
    kind: 'upgrade',
    what: 'library.sqlite',
    done: 3,
    total: 5,
    unit: 'files',
  };
  await page.route('**/api/jobs', (route) =>
    route.fulfill({ json: { ok: true, value: { jobs: [job] } } }),
  );
  await go(page, '#/packs');
  await expect(heading(page)).toHaveText('Packs');
  await go(page, '#/settings');
  const bar = page.getByRole('progressbar', { name: 'Bringing your documents up to date' });
  await expect(bar).toHaveAttribute('value', '3');
  const message = 'The disk is full; 12 MB more are needed.';
  own = { isUpgrading: false, trouble: { code: 'disk-full', message } };
  await expect(page.getByText('Your own documents are left out for now.')).toBeVisible();
  await expect(page.getByRole('alert')).toContainText(message);
  await expect(bar).toHaveCount(0);
});

test('a pack is installed by the keyboard alone', async ({ page, stick }) => {
  await go(page, fileHref(stick.first));
  await expect(heading(page)).toHaveText('Lanterns of the coast');
  const tabTo = async (name: RegExp): Promise<void> => {
    for (let step = 0; step < 30; step += 1) {
      await page.keyboard.press('Tab');
      const text = await page.evaluate(
        () => document.activeElement?.closest('label, button, a')?.textContent ?? '',
      );
      if (name.test(text)) return;
    }
    throw new Error(`Tab does not reach ${name}.`);
  };
  await tabTo(/I know where/);
  await page.keyboard.press('Space');
  await tabTo(/^Install$/);
  await page.keyboard.press('Enter');
  await expect(page.getByText('is installed, and is read from now on')).toBeVisible();
});

test('nobody of the room sees packs, adds anything or learns where the data is', async ({
  context,
  trainer,
  stick,
}) => {
  const guest = await newGuest(context, trainer);
  for (const place of ['#/packs', fileHref(stick.first), '#/add', '#/settings']) {
    await guest.goto(`${trainer.roomUrl}${place}`);
    await expect(heading(guest)).toHaveText('This is done on the trainer’s own page');
    await expect(guest.locator('main')).not.toContainText(trainer.dataFolder);
  }
  await guest.locator('.menu-button').click();
  await expect(guest.getByRole('dialog').getByRole('link', { name: 'Packs' })).toHaveCount(0);
  await guest.context().close();
});
