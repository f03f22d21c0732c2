import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setTimeout as wait } from 'node:timers/promises';
import { chromium, type Browser, type Page } from '@playwright/test';
import { buildStale } from '../../../build/build.ts';
import { project } from '../../../build/tools.ts';
import { startTrainerServer } from '../../browser/trainer.ts';
import { chromiumSwitches, findChromium } from '../../chromium.ts';
import { spreadOf, type Spread } from '../figures.ts';
import { watch } from '../screens/watch.ts';
import { startLineProcess, type LineProcess } from '../search/processes.ts';
import { printTable } from '../search/table.ts';
import { measureBesideKiwix, type BesideKiwix } from './beside-kiwix.ts';
import { enterAsPresenter, type Presenter } from './presenter.ts';
import { recordTraffic } from './record.ts';
import { instant, type Order, type Participants, type Report } from './traffic.ts';

const tour = 'tour/resolution-92';
const participants = 200;
/** Between two steps of the presenter, in milliseconds. */
const pace = 1500;

export interface RoomFigures {
  readonly participants: number;
  readonly stops: number;
  readonly steps: number;
  /** Until all had come in at once, each with an empty browser. */
  readonly joinMs: number;
  /** Milliseconds from the presenter's key to the last participant's event, a step each. */
  readonly lastHeardMs: Spread;
  /** To the paint in a real browser that follows. */
  readonly paintedMs: Spread;
  readonly searchMs: Spread;
  readonly documentMs: Spread;
  readonly requests: number;
  readonly requestsPerSecond: number;
  readonly megabytes: number;
  readonly errors: number;
  readonly firstErrors: readonly string[];
  /** Of the server's process, in megabytes: before anybody came, and at most; null where the system does not say. */
  readonly memory: { readonly before: number | null; readonly most: number | null };
  /** After a kill in mid-tour: from the kill, and from the first line of the new server, until all are on the current stop. */
  readonly afterKill: {
    readonly cameBack: number;
    readonly sinceKillMs: number;
    readonly sinceStartMs: number;
  };
  readonly besideKiwix: BesideKiwix;
}

/** What the system says of a process' memory, in megabytes: now, or the most until now. */
function memoryOf(pid: number, which: 'VmRSS' | 'VmHWM'): number | null {
  try {
    const kilobytes = new RegExp(`^${which}:\\s+(\\d+)`, 'm').exec(
      readFileSync(`/proc/${pid}/status`, 'utf8'),
    )?.[1];
    return kilobytes === undefined ? null : Math.round(Number(kilobytes) / 1024);
  } catch {
    return null;
  }
}

async function openFollower(browser: Browser, url: string, code: string): Promise<Page> {
  const page = await (
    await browser.newContext({ viewport: { width: 390, height: 844 } })
  ).newPage();
  await watch(page);
  await page.goto(url);
  await page.getByRole('textbox').fill(code);
  await page.keyboard.press('Enter');
  await page.locator('h1').waitFor();
  await page.goto(`${url}#/follow`);
  await page.locator('.follow-stage').waitFor();
  return page;
}

/** When words were painted, since 1970. */
const paintedAt = (page: Page, text: string): Promise<number> =>
  page.evaluate(async (wanted) => {
    await window.timeUntilPainted({ selector: '.follow-stage', text: wanted }, 'now');
    return performance.timeOrigin + performance.now();
  }, text);

interface Shown {
  readonly keys: ReadonlyMap<string, number>;
  readonly paintedMs: readonly number[];
}

/** Goes through the tour, a title and two steps of each stop, and notes when each key was pressed. */
async function presentAll(
  presenter: Presenter,
  follower: Page,
  titles: readonly string[],
): Promise<Shown> {
  const keys = new Map<string, number>();
  const paintedMs: number[] = [];
  for (const [at, title] of titles.entries()) {
    for (const step of [0, 1, 2]) {
      const painted = step === 0 ? paintedAt(follower, title) : null;
      // Until the page looks out for it.
      await wait(50);
      const key = instant();
      keys.set(`${at + 1} ${step}`, key);
      await presenter.present(at + 1, step);
      if (painted !== null) paintedMs.push((await painted) - key);
      await wait(pace);
    }
  }
  return { keys, paintedMs };
}

const tell = <Answer>(crowd: LineProcess, order: Order): Promise<Answer> =>
  crowd.ask<Answer>(order);

/** A room of people who follow a tour while they read and search, on this machine's own addresses. */
export async function measureRoom(say: (line: string) => void): Promise<RoomFigures | null> {
  if (!(await buildStale())) process.exit(1);
  const executablePath = findChromium();
  if (executablePath === null) {
    say('There is no Chromium on this machine, so there is no real traffic to replay.');
    return null;
  }
  const folder = mkdtempSync(join(tmpdir(), 'recital-room-'));
  const server = await startTrainerServer(join(folder, 'data'));
  const browser = await chromium.launch({ executablePath, args: [...chromiumSwitches] });
  const { roomUrl } = server;
  const code = server.code ?? '';
  let crowd: LineProcess | null = null;
  try {
    say('recording what a real page asks');
    const presenter = await enterAsPresenter(server.trainerUrl, tour);
    const { stops } = await presenter.tour();
    const traffic = await recordTraffic(browser, {
      url: roomUrl,
      code,
      stops: stops.length,
      present: (stop) => presenter.present(stop, 0),
    });
    await presenter.present(1, 0);
    const sizes = [
      traffic.arriving,
      ...traffic.searching,
      ...traffic.reading,
      ...traffic.following,
    ];
    say(
      `requests of each thing that a person does: ${sizes.map(({ length }) => length).join(' ')}`,
    );
    const given: Participants = {
      port: Number(new URL(roomUrl).port),
      code,
      count: participants,
      traffic,
    };
    const file = join(folder, 'participants.json');
    writeFileSync(file, JSON.stringify(given));
    const script = fileURLToPath(new URL('participants-process.ts', import.meta.url));
    crowd = startLineProcess(process.execPath, [script, file]);

    say(`${participants} participants come in at once`);
    const before = memoryOf(server.pid(), 'VmRSS');
    const began = performance.now();
    const { joined } = await tell<{ joined: number }>(crowd, { kind: 'join' });
    const joinMs = performance.now() - began;
    if (joined < participants) say(`only ${joined} came in`);
    const follower = await openFollower(browser, roomUrl, code);

    say(`a tour of ${stops.length} stops`);
    await tell(crowd, { kind: 'roam', isOn: true });
    await wait(3000);
    // A stop that is not the first one: what everybody hears at first is no step of the presenter.
    await presenter.present(stops.length, 0);
    await wait(pace);
    const started = performance.now();
    const counted = await tell<Report>(crowd, { kind: 'report' });
    const { keys, paintedMs } = await presentAll(
      presenter,
      follower,
      stops.map(({ title }) => title),
    );
    const report = await tell<Report>(crowd, { kind: 'report' });
    const seconds = (performance.now() - started) / 1000;
    const most = memoryOf(server.pid(), 'VmHWM');
    const heard = report.heard.flatMap(({ stop, step, count, lastAt }) => {
      const key = keys.get(`${stop} ${step}`);
      // The first stop's title and the last one's were presented before, too: only the last time counts.
      return key === undefined || count % participants !== 0 ? [] : [lastAt - key];
    });
    if (heard.length < keys.size) say(`${keys.size - heard.length} steps were not heard by all`);

    say('killed in mid-tour, and started again');
    const killedAt = instant();
    await server.restart();
    const startedAt = instant();
    let back = report;
    for (let tries = 0; tries < 100 && back.cameBack.length < participants; tries += 1) {
      await wait(200);
      back = await tell<Report>(crowd, { kind: 'report' });
    }
    const onStop = back.cameBack.filter(({ stop }) => stop === stops.length);
    const lastBack = Math.max(...onStop.map(({ at }) => at));
    await tell(crowd, { kind: 'roam', isOn: false });
    await follower.context().close();
    await crowd.end();
    crowd = null;
    await server.end();

    const figures: RoomFigures = {
      participants,
      stops: stops.length,
      steps: keys.size,
      joinMs,
      lastHeardMs: spreadOf(heard),
      paintedMs: spreadOf(paintedMs),
      searchMs: spreadOf(report.searchMs),
      documentMs: spreadOf(report.documentMs),
      requests: report.requests,
      requestsPerSecond: (report.requests - counted.requests) / seconds,
      megabytes: report.bytes / 1e6,
      errors: report.errors,
      firstErrors: report.firstErrors,
      memory: { before, most },
      afterKill: {
        cameBack: onStop.length,
        sinceKillMs: lastBack - killedAt,
        sinceStartMs: lastBack - startedAt,
      },
      besideKiwix: await measureBesideKiwix(join(project, 'out/library.sqlite'), say),
    };
    print(figures);
    return figures;
  } finally {
    await crowd?.end();
    await browser.close();
    await server.end();
    rmSync(folder, { recursive: true, force: true });
  }
}

const row = (figure: string, measured: number | null) => ({ figure, asked: null, measured });

function print(figures: RoomFigures): void {
  const { besideKiwix, afterKill, memory } = figures;
  printTable(`A room of ${figures.participants}, a tour of ${figures.stops} stops`, [
    row('all come in at once, ms', figures.joinMs),
    row('key to the last event, p95 ms', figures.lastHeardMs.p95),
    row('key to the paint, p95 ms', figures.paintedMs.p95),
    row('search, p95 ms', figures.searchMs.p95),
    row('document, p95 ms', figures.documentMs.p95),
    row('requests a second', figures.requestsPerSecond),
    row('errors', figures.errors),
    row('memory at most, MB', memory.most),
    row('back after a kill', afterKill.cameBack),
    row('from the kill until all are back, ms', afterKill.sinceKillMs),
    row('from the start until all are back, ms', afterKill.sinceStartMs),
    row('searches a second', besideKiwix.search.recital.perSecond),
    row('the same of kiwix-serve', besideKiwix.search.peer?.perSecond ?? null),
    row('documents a second', besideKiwix.document.recital.perSecond),
    row('the same of kiwix-serve', besideKiwix.document.peer?.perSecond ?? null),
  ]);
}
