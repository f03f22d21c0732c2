import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from '@playwright/test';
import type { Stage } from '../../main/contract/room.ts';
import { faultsOf } from './axe.ts';
import { boxOf } from './recital.ts';
import {
  asTrainer,
  callApi,
  expect,
  newGuest,
  startTrainerServer,
  test as base,
  type TrainerServer,
} from './trainer.ts';

/** The presenter drives the room through the Api, as the presenter's screen does. */
interface Room {
  readonly page: Page;
  readonly server: TrainerServer;
  present(stop: number, more?: Partial<Stage>): Promise<void>;
  end(): Promise<void>;
  inbox(isOpen: boolean): Promise<void>;
  guest(place?: string): Promise<Page>;
}

/** A server of a test's own, which it may kill, with its trainer. */
interface Mortal {
  readonly server: TrainerServer;
  readonly dataFolder: string;
  /** The trainer's page; another one each time that the server was killed. */
  page(): Promise<Page>;
}

const test = base.extend<{ room: Room; mortal: Mortal }>({
  mortal: async ({ browser }, use) => {
    const dataFolder = await mkdtemp(join(tmpdir(), 'recital-room-'));
    const server = await startTrainerServer(dataFolder);
    const trainers = await browser.newContext();
    await use({
      server,
      dataFolder,
      page: async () => {
        const page = await trainers.newPage();
        await asTrainer(page, server);
        return page;
      },
    });
    await trainers.close();
    await server.end();
    await rm(dataFolder, { recursive: true });
  },
  room: async ({ page, context, trainer }, use) => {
    await asTrainer(page, trainer, '#/tours');
    const guests: Page[] = [];
    const set = async (stage: Stage | null): Promise<void> => {
      expect(await callApi(page, 'present', { stage })).toMatchObject({ ok: true });
    };
    const inbox = async (isOpen: boolean): Promise<void> => {
      expect(await callApi(page, 'openInbox', { isOpen })).toMatchObject({ ok: true });
    };
    // Tests of other screens present things, too, and end in the midst of it.
    await set(null);
    await inbox(false);
    await use({
      page,
      server: trainer,
      present: (stop, more = {}) => set({ ...still, tour: tour92, stop, step: 0, ...more }),
      end: () => set(null),
      inbox,
      guest: async (place) => {
        const guest = await newGuest(context, trainer, place);
        guests.push(guest);
        return guest;
      },
    });
    await Promise.all(guests.map((guest) => guest.context().close()));
  },
});

const tour92 = 'tour/resolution-92' as Stage['tour'];
const still = { highlight: null, isBlack: false } as const;
const presentAt = async (page: Page, stop: number) =>
  callApi(page, 'present', { stage: { ...still, tour: tour92, stop, step: 0 } });

/** What a participant sees of the stage. */
const stage = (page: Page) => page.locator('.follow-stage');
const bar = (page: Page) => page.getByRole('complementary', { name: 'Follow the presenter' });
const toPresenter = (page: Page) => bar(page).getByRole('link');

/** The titles of the stops, as the tour itself has them. */
async function titlesOf(page: Page): Promise<readonly string[]> {
  const reply = (await callApi(page, 'show', { address: tour92 })) as {
    value: { record: { stops: { title: string }[] } };
  };
  return reply.value.record.stops.map(({ title }) => title);
}

/** How many the room's server has on the line. */
async function connectedTo(page: Page): Promise<number | undefined> {
  const reply = (await callApi(page, 'roomStatus', {})) as {
    value: { open: { connected: number } | null };
  };
  return reply.value.open?.connected;
}

test('three participants follow, wander off and come back with one tap, and who comes late is there at once', async ({
  room,
}) => {
  const titles = await titlesOf(room.page);
  const [first, second] = [await room.guest(), await room.guest()];
  await expect(bar(first)).toHaveCount(0);
  // Whoever has not heard of the room yet is arriving still, and would be taken there.
  await expect.poll(() => connectedTo(room.page)).toBe(2);
  await room.present(2);
  for (const guest of [first, second]) {
    await expect(bar(guest)).toContainText(`The presenter is at stop 2: ${titles[1]}`);
    await toPresenter(guest).click();
    await expect(stage(guest).getByRole('heading', { level: 2 })).toHaveText(titles[1] ?? '');
    await expect(bar(guest)).toHaveCount(0);
  }
  const late = await room.guest();
  await expect(late).toHaveURL(/#\/follow$/);
  await expect(stage(late).getByRole('heading', { level: 2 })).toHaveText(titles[1] ?? '');

  // One wanders off by a link of the page, another by going back.
  await first.getByRole('link', { name: 'Recital, first page' }).click();
  await second.goBack();
  await room.present(4);
  await expect(stage(late).getByRole('heading', { level: 2 })).toHaveText(titles[3] ?? '');
  for (const guest of [first, second]) {
    await expect(bar(guest)).toContainText(`The presenter is at stop 4: ${titles[3]}`);
    await expect(toPresenter(guest)).toHaveText('Back to the presenter’s place');
    await toPresenter(guest).click();
    await expect(stage(guest).getByRole('heading', { level: 2 })).toHaveText(titles[3] ?? '');
  }
  // Whoever was taken there once may stay at the first page.
  await late.goto(room.server.roomUrl);
  await expect(bar(late)).toBeVisible();

  await room.end();
  await expect(first.getByRole('heading', { level: 1 })).toHaveText('The presentation has ended');
  await expect(first.getByRole('button', { name: 'Web page' })).toBeVisible();
});

test('the provision, the presenter’s mark and the pause are seen, and told without taking the focus', async ({
  room,
}) => {
  const guest = await room.guest('#/follow');
  await expect(guest.getByRole('heading', { level: 1 })).toHaveText('Nothing is presented now');
  const search = guest.getByRole('combobox');
  await search.focus();
  // Stop 3 shows considering k) first.
  const address = 'wtsa/resolution/92@2024#considering.k' as Stage['tour'];
  const at = { address, start: 9, end: 31 };
  await room.present(3, { step: 1, highlight: at });
  await expect(stage(guest)).toContainText('that the Report ITU-R M.2516-0 provides a broad view');
  await expect(stage(guest).locator('mark')).toHaveText('Report ITU-R M.2516-0');
  await expect(guest.locator('output', { hasText: 'Stop 3 of 12: Resolution 92' })).toBeAttached();
  await room.present(3, { step: 1, isBlack: true });
  await expect(stage(guest)).toHaveText('The presenter has paused the picture');
  await expect(
    guest.locator('output', { hasText: 'The presenter has paused the picture' }),
  ).toBeAttached();
  await room.present(3, { step: 1 });
  await expect(stage(guest)).toContainText('that the Report ITU-R');
  await expect(stage(guest).locator('mark')).toHaveCount(0);
  await expect(search).toBeFocused();
});

test('whoever opens a page by its address stays on it, and nothing moves as the bar comes', async ({
  room,
}) => {
  const guest = await room.guest();
  await room.present(5);
  await expect(bar(guest)).toBeVisible();
  const deep = await guest.context().newPage();
  await deep.goto(`${room.server.roomUrl}#/wtsa/resolution/92@2024/considering.k`);
  await expect(bar(deep)).toBeVisible();
  await expect(deep).toHaveURL(/considering\.k$/);
  const provision = deep.getByText('that the Report ITU-R M.2516-0').first();
  const before = await boxOf(provision);
  await room.end();
  await expect(bar(deep)).toHaveCount(0);
  expect(await boxOf(provision)).toEqual(before);
  await room.present(6);
  await expect(bar(deep)).toBeVisible();
  expect(await boxOf(provision)).toEqual(before);
});

test('the server is killed in mid-tour: everybody is told, and is back on the current stop by themselves', async ({
  context,
  mortal,
}) => {
  const { server } = mortal;
  await presentAt(await mortal.page(), 7);
  const guests = [
    await newGuest(context, server),
    await newGuest(context, server),
    await newGuest(context, server, '#/tours'),
  ] as const;
  const [first, second, away] = guests;
  await expect(first.getByText('Stop 7 of 12').first()).toBeVisible();
  await server.kill();
  for (const guest of guests)
    await expect(
      guest.getByText('The line to the presenter is lost. It is tried again.').first(),
    ).toBeVisible();
  await expect(first.getByText('Stop 7 of 12').first()).toBeVisible();

  await server.restart();
  for (const guest of guests)
    await expect(guest.getByText('The line is back.').first()).toBeVisible();
  await expect(bar(away)).toContainText('The presenter is at stop 7');
  await presentAt(await mortal.page(), 8);
  for (const guest of [first, second])
    await expect(guest.getByText('Stop 8 of 12').first()).toBeVisible();
  await expect(bar(away)).toContainText('The presenter is at stop 8');
  await Promise.all(guests.map((guest) => guest.context().close()));
});

test('a line that is dead and does not say so, as where an access point was unplugged, is found out and comes back', async ({
  room,
}) => {
  const guest = await room.guest('#/follow');
  await room.present(2);
  await expect(guest.getByText('Stop 2 of 12').first()).toBeVisible();
  // Stopped, and not ended: its lines stay open, and nothing comes over them.
  process.kill(room.server.pid(), 'SIGSTOP');
  try {
    await expect(
      guest.getByText('The line to the presenter is lost. It is tried again.').first(),
    ).toBeVisible({ timeout: 40_000 });
  } finally {
    process.kill(room.server.pid(), 'SIGCONT');
  }
  await expect(guest.getByText('The line is back.').first()).toBeVisible({ timeout: 20_000 });
});

test('whoever was in a room that is opened anew with another code is asked for it, and is back', async ({
  context,
  mortal: { server, dataFolder, page: trainersPage },
}) => {
  const page = await trainersPage();
  await presentAt(page, 7);
  const guest = await newGuest(context, server);
  await expect(guest.getByText('Stop 7 of 12').first()).toBeVisible();
  await server.kill();
  await rm(join(dataFolder, 'room.json'));
  await server.restart();
  await guest.getByRole('link', { name: 'Enter the code' }).click();
  await guest.getByRole('textbox').fill(server.code ?? '');
  await guest.keyboard.press('Enter');
  await expect(guest.getByRole('link', { name: 'Recital, first page' })).toBeVisible();
  await guest.context().close();
});

/** A tour of the trainer's own whose one stop asks for an answer. */
async function pollOf(page: Page): Promise<Stage['tour']> {
  const made = (await callApi(page, 'newTour', { title: 'A poll', language: 'en' })) as {
    value: { tour: { address: Stage['tour'] } };
  };
  const { tour } = made.value;
  const stop = {
    id: 'poll1',
    title: 'Standards at home',
    minutes: 5,
    show: [],
    notes: 'Nobody in the room hears this.',
    question: 'Does your country send experts to ITU-T?',
    answers: ['Yes, each year', 'Now and then', 'Never'],
  };
  const kept = await callApi(page, 'keepTour', { tour: { ...tour, stops: [stop] } });
  expect(kept).toMatchObject({ ok: true });
  return tour.address;
}

test('the room asks and answers once the trainer lets it, and the trainer sees it by stop and hides what should not be seen', async ({
  room,
}) => {
  const { page } = room;
  const tour = await pollOf(page);
  await room.present(1, { tour, step: 1 });
  const [first, second] = [await room.guest(), await room.guest()];
  await expect(stage(first)).toContainText('Does your country send experts to ITU-T?');
  await expect(stage(first)).toContainText('Now and then');
  await expect(first.getByRole('textbox')).toHaveCount(0);
  await expect(first.getByRole('button', { name: 'Now and then' })).toHaveCount(0);

  await page.goto(new URL('#/room', page.url()).href);
  const letIn = page.getByRole('checkbox', { name: /^Take questions and answers/ });
  await expect(letIn).not.toBeChecked();
  await letIn.check();
  const question = 'Who pays for the experts?';
  const field = first.getByRole('textbox', { name: 'Ask the presenter' });
  await field.fill(question);
  await expect(first.getByText(`${280 - question.length} letters left`)).toBeVisible();
  await first.getByRole('button', { name: 'Send' }).click();
  await expect(first.getByText('Your question is sent.')).toBeVisible();
  await expect(field).toHaveValue('');
  for (const guest of [first, second])
    await guest.getByRole('button', { name: 'Now and then' }).click();
  await expect(first.getByText('Your answer is sent. It counts once.')).toBeVisible();
  await first.getByRole('button', { name: 'Never' }).click({ force: true });
  // Not even after the page is opened anew.
  await first.reload();
  await expect(first.getByRole('button', { name: 'Now and then' })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await first.getByRole('button', { name: 'Never' }).click({ force: true });

  const received = page.getByRole('region', { name: 'Questions from the room' });
  await expect(received.getByRole('heading', { level: 3 })).toHaveText('Stop 1 Standards at home');
  await expect(received.getByText('2 answers')).toBeVisible();
  await expect(
    received.getByRole('listitem').filter({ hasText: /^Now and then 2$/ }),
  ).toBeVisible();
  await expect(received.getByRole('listitem').filter({ hasText: /^Never 0$/ })).toBeVisible();
  await expect(received.getByText(question)).toBeVisible();
  await received.getByRole('button', { name: `Hide: ${question}` }).click();
  await expect(received.getByText(question)).toHaveCount(0);
  await received.getByRole('button', { name: 'Show' }).click();
  await expect(received.getByText(question)).toBeVisible();

  // What is typed while the inbox closes, or while too much is asked, is still there.
  await field.fill('And who reads the reports?');
  await letIn.uncheck();
  await expect(first.getByText('The presenter is not taking questions now.')).toBeVisible();
  await expect(field).toHaveValue('And who reads the reports?');
  await expect(second.getByRole('textbox')).toHaveCount(0);
  await letIn.check();
  await first.route('**/api/tell', (route) =>
    route.fulfill({ json: { ok: false, error: { code: 'too-many-requests', message: '' } } }),
  );
  await first.getByRole('button', { name: 'Send' }).click();
  await expect(first.getByRole('alert')).toContainText('more questions from this place');
  await expect(field).toHaveValue('And who reads the reports?');
  await first.unroute('**/api/tell');
  await first.getByRole('button', { name: 'Send' }).click();
  await expect(received.getByText('And who reads the reports?')).toBeVisible();
});

test('with the keyboard alone one follows, asks, wanders off and comes back', async ({ room }) => {
  await room.inbox(true);
  const guest = await room.guest('#/tours');
  await room.present(3);
  await expect(bar(guest)).toBeVisible();
  const tabTo = async (name: string) => {
    for (let presses = 0; presses < 200; presses += 1) {
      await guest.keyboard.press('Tab');
      const text = await guest.evaluate(() => document.activeElement?.textContent?.trim() ?? '');
      if (text.startsWith(name)) return;
    }
    throw new Error(`Tab does not reach ${name}.`);
  };
  await tabTo('Follow');
  await guest.keyboard.press('Enter');
  await expect(guest.getByRole('heading', { level: 1 })).toBeFocused();
  const field = guest.getByRole('textbox', { name: 'Ask the presenter' });
  for (let presses = 0; presses < 20; presses += 1) {
    await guest.keyboard.press('Tab');
    if (await field.evaluate((one) => one === document.activeElement)) break;
  }
  await guest.keyboard.type('What is IMT-2030?');
  // The presenter goes on, and who types is not disturbed.
  await room.present(4);
  await expect(guest.getByText('Stop 4 of 12').first()).toBeVisible();
  await expect(field).toBeFocused();
  await expect(guest.getByText('About stop 3.')).toBeVisible();
  await guest.keyboard.press('Enter');
  await expect(guest.getByText('Your question is sent.')).toBeVisible();
  await expect(field).toBeFocused();
  // Off by the name of the tour, over the screen.
  await guest.getByRole('heading', { level: 1 }).getByRole('link').focus();
  await guest.keyboard.press('Enter');
  await expect(guest).toHaveURL(/#\/tour\/resolution-92$/);
  await expect(bar(guest)).toBeVisible();
  await tabTo('Back to the presenter');
  await guest.keyboard.press('Enter');
  await expect(guest.getByText('Stop 4 of 12').first()).toBeVisible();
});

test('the handout is taken home as one file, which opens from the disk with the network off', async ({
  room,
}) => {
  await room.present(12);
  const guest = await room.guest();
  await room.end();
  const arriving = guest.waitForEvent('download');
  await guest.getByRole('button', { name: 'Web page' }).click();
  const download = await arriving;
  await expect(guest.getByText(`Saved as ${download.suggestedFilename()}.`)).toBeVisible();
  expect(download.suggestedFilename()).toMatch(/\.html$/);
  const folder = await mkdtemp(join(tmpdir(), 'recital-home-'));
  try {
    const file = join(folder, download.suggestedFilename());
    await download.saveAs(file);
    await guest.context().setOffline(true);
    await guest.goto(pathToFileURL(file).href);
    await expect(guest.getByRole('heading', { level: 1 })).toHaveText(
      'Resolution 92 in twelve stops',
    );
  } finally {
    await rm(folder, { recursive: true });
  }
});

test('a document is taken home as a web page, for Word and as Markdown', async ({ room }) => {
  const guest = await room.guest('#/wtsa/resolution/92@2024');
  await guest.locator('summary', { hasText: 'Take home' }).click();
  for (const [name, ending, beginning] of [
    ['Web page', 'html', '<!'],
    ['Word', 'docx', 'PK'],
    ['Markdown', 'md', '#'],
  ] as const) {
    const arriving = guest.waitForEvent('download');
    await guest.getByRole('button', { name, exact: true }).click();
    const download = await arriving;
    expect(download.suggestedFilename()).toBe(`wtsa-resolution-92-2024.${ending}`);
    const bytes = await readFile(await download.path());
    expect(bytes.subarray(0, 200).toString('latin1')).toContain(beginning);
    await expect(guest.getByText(`Saved as ${download.suggestedFilename()}.`)).toBeVisible();
  }
});

test('one click closes the room, and nothing listens any more; none of one’s own is shared unless it is chosen', async ({
  browser,
}) => {
  const dataFolder = await mkdtemp(join(tmpdir(), 'recital-room-'));
  const server = await startTrainerServer(dataFolder);
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    await asTrainer(page, server);
    const file = join(dataFolder, 'memo.md');
    await writeFile(file, '# Memo on spectrum\n\nNobody else may read this.\n');
    expect(await callApi(page, 'import', { paths: [file] })).toMatchObject({ ok: true });
    await page.goto(new URL('#/room', page.url()).href);
    const { host, port } = new URL(server.roomUrl);
    await expect(page.getByText(host, { exact: true }).first()).toBeVisible();
    await expect(
      page.getByRole('img', { name: `QR code of the address ${server.roomUrl}` }),
    ).toBeVisible();
    await expect(page.getByText('Nobody is connected yet').first()).toBeVisible();
    await expect(page.getByText('Only this machine can open this address.')).toBeVisible();
    const guest = await newGuest(context, server);
    await expect(page.getByText('1 person is connected').first()).toBeVisible();
    await guest.context().close();
    await expect(page.getByText('Nobody is connected yet').first()).toBeVisible();

    await page.getByRole('button', { name: 'Stop sharing' }).click();
    await expect(page.getByText('Sharing has stopped.')).toBeVisible();
    await expect(fetch(`http://127.0.0.1:${port}/enter`)).rejects.toThrow();
    await expect(page.getByRole('checkbox', { name: /Memo on spectrum/ })).not.toBeChecked();
  } finally {
    await context.close();
    await server.end();
    await rm(dataFolder, { recursive: true });
  }
});

test('networks are told apart in words, and what stands in the way is said with what to do', async ({
  room: { page },
}) => {
  const asked: unknown[] = [];
  const closed = {
    networks: [
      { host: '192.168.1.20', name: 'wlan0', kind: 'wireless' },
      { host: '10.42.0.1', name: 'wlan1', kind: 'hotspot' },
      { host: '192.168.7.4', name: 'eth0', kind: 'wired' },
      { host: '172.17.0.1', name: 'docker0', kind: 'virtual' },
    ],
    obstacles: ['several-networks'],
    open: null,
  };
  const open = {
    networks: closed.networks.slice(0, 1),
    obstacles: ['network-gone', 'nobody-came'],
    open: {
      url: 'http://10.42.0.1:8092/',
      code: '0894 2612',
      announced: 'trainer.local:8092',
      connected: 0,
      isInboxOpen: false,
      shared: [],
    },
  };
  let status: object = closed;
  await page.route('**/api/roomStatus', (route) =>
    route.fulfill({ json: { ok: true, value: status } }),
  );
  await page.route('**/api/openRoom', (route) => {
    asked.push(route.request().postDataJSON());
    status = open;
    return route.fulfill({ json: { ok: true, value: status } });
  });
  await page.goto(new URL('#/room', page.url()).href);
  await expect(page.getByRole('radio', { name: 'Wi-Fi wlan0 · 192.168.1.20' })).toBeChecked();
  await expect(page.getByRole('radio', { name: /^Cable eth0/ })).toBeVisible();
  await expect(page.getByRole('radio', { name: /^Virtual, inside this machine/ })).toBeVisible();
  await expect(page.getByText('This machine is on several networks.')).toBeVisible();
  await page.getByRole('radio', { name: /^Hotspot of this machine/ }).check();
  await page.getByRole('button', { name: 'Share in this room' }).click();
  expect(asked).toEqual([{ host: '10.42.0.1', own: [] }]);
  await expect(page.getByText('10.42.0.1:8092', { exact: true }).first()).toBeVisible();
  await expect(page.getByText('trainer.local:8092').first()).toBeVisible();
  await expect(page.getByText('The network that you share on has gone')).toBeVisible();
  await expect(page.getByText('allow Recital in the firewall')).toBeVisible();
  // The way out of both.
  await page.getByRole('button', { name: 'Share on this network instead' }).click();
  expect(asked[1]).toEqual({ host: '192.168.1.20', own: [] });
});

test('a page of the room has no way to share, and says so', async ({ room }) => {
  const guest = await room.guest('#/room');
  await expect(guest.getByRole('heading', { level: 1 })).toHaveText(
    'The room is opened on the trainer’s own page',
  );
  await guest.getByRole('button', { name: 'Menu' }).click();
  await expect(guest.getByRole('link', { name: 'Share in this room' })).toHaveCount(0);
  await room.page.getByRole('button', { name: 'Menu' }).click();
  await room.page.getByRole('link', { name: 'Share in this room' }).click();
  await expect(room.page.getByRole('heading', { level: 1 })).toHaveText('Share in this room');
});

const sizes = [
  [320, 640],
  [390, 844],
  [1024, 768],
  [1440, 900],
] as const;

const choose = (page: Page, theme: string, language: string): Promise<void> =>
  page.evaluate(
    ([chosen, spoken]) => {
      localStorage.setItem('recital.theme', chosen);
      localStorage.setItem('recital.language', spoken);
    },
    [theme, language] as const,
  );

/** What is wrong with a screen in every size, and in every theme and both directions. */
async function faultsOfAll(page: Page): Promise<string[]> {
  const faults: string[] = [];
  for (const [theme, language] of [
    ['light', 'en'],
    ['dark', 'en'],
    ['contrast', 'ar'],
  ] as const) {
    await choose(page, theme, language);
    await page.reload();
    await page.locator('h1').waitFor();
    await expect(page.locator('html')).toHaveAttribute('dir', language === 'ar' ? 'rtl' : 'ltr');
    for (const [width, height] of sizes) {
      await page.setViewportSize({ width, height });
      const over = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      if (over > 0) faults.push(`${over} pixels stick out at ${width}, ${theme}`);
    }
    const found = await faultsOf(page, theme === 'dark' ? 'colours' : 'all');
    faults.push(...found.map((fault) => `${theme} ${language}: ${fault}`));
  }
  return faults;
}

test('following and the bar please axe in every theme and both directions, and stick out nowhere', async ({
  room,
}) => {
  const tour = await pollOf(room.page);
  await room.inbox(true);
  await room.present(1, { tour, step: 1 });
  const guest = await room.guest();
  await expect(guest.locator('.poll')).toBeVisible();
  expect(await faultsOfAll(guest)).toEqual([]);
  await expect(guest.getByRole('heading', { name: 'جوابك' })).toBeVisible();
  await guest.goto(`${room.server.roomUrl}#/tours`);
  await expect(guest.locator('.follow-bar')).toBeVisible();
  expect(await faultsOfAll(guest)).toEqual([]);
});

test('the trainer’s room pleases axe in every theme and both directions, and sticks out nowhere', async ({
  room: { page, ...room },
}) => {
  const tour = await pollOf(page);
  await room.inbox(true);
  await room.present(1, { tour, step: 1 });
  const guest = await room.guest();
  await guest.getByRole('button', { name: 'Never' }).click();
  await guest.getByRole('textbox', { name: 'Ask the presenter' }).fill('Who pays?');
  await guest.keyboard.press('Enter');
  await page.goto(new URL('#/room', page.url()).href);
  await expect(page.getByText('Who pays?')).toBeVisible();
  expect(await faultsOfAll(page)).toEqual([]);
  await choose(page, 'system', 'en');
  await page.reload();
  await page.getByRole('button', { name: 'Show large' }).click();
  const large = page.getByRole('dialog', { name: 'Share in this room' });
  // Read from the back of the room: as large as the stage's title.
  await page.setViewportSize({ width: 1024, height: 768 });
  const letters = await large
    .locator('.invitation-address')
    .evaluate((one) => Number.parseFloat(getComputedStyle(one).fontSize));
  expect(letters).toBeGreaterThanOrEqual(56);
  expect(await faultsOf(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Show large' })).toBeFocused();
});
