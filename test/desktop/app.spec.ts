import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test as base, type Page } from '@playwright/test';
import { launchApp, runApp, runtime, type DesktopApp } from './launch.ts';

const project = join(import.meta.dirname, '../..');
const { version: projectVersion } = JSON.parse(
  readFileSync(join(project, 'package.json'), 'utf8'),
) as { version: string };

interface Bridge {
  recital: { call(method: string, request: unknown): Promise<unknown> };
}

/** One running program for all tests of a worker: none of them may change it, which is what most of them are about. */
const test = base.extend<object, { app: DesktopApp }>({
  app: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names of the fixtures that are needed from here
    async ({}, use) => {
      const app = await launchApp();
      await use(app);
      await app.close();
    },
    { scope: 'worker' },
  ],
});

const call = (page: Page, method: string, request: unknown): Promise<unknown> =>
  page.evaluate(
    ([name, asked]) => (globalThis as unknown as Bridge).recital.call(name as string, asked),
    [method, request],
  );

test(`these tests run on ${runtime.line}`, () => {
  process.stdout.write(`desktop: ${test.info().title}\n`);
  expect(runtime.line).not.toBe('');
});

test('the window opens on the start page and shows the program', async ({ app }) => {
  expect(app.page.url()).toMatch(new RegExp(`^${app.address('recital://app/desktop.html')}(#|$)`));
  expect(app.windows()).toHaveLength(1);
  // Shown when there is something to see, which may be a moment after the page is there.
  const areVisible = () =>
    app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().every((window) => window.isVisible()),
    );
  await expect.poll(areVisible).toBe(true);
  await expect(app.page.locator('body')).toContainText('Recital');
});

test('the page can call the Api', async ({ app }) => {
  const about = await call(app.page, 'about', {});
  expect(about).toMatchObject({ ok: true, value: { version: projectVersion } });
  const catalogue = await call(app.page, 'catalogue', {});
  expect(catalogue).toMatchObject({ ok: true });
  expect(JSON.stringify(catalogue)).toContain('"wtsa/resolution/92@2024"');
});

test('the page may call local methods, with bytes as bytes', async ({ app }) => {
  const answer = await app.page.evaluate(() =>
    (globalThis as unknown as Bridge).recital.call('parse', {
      name: 'note.txt',
      bytes: new TextEncoder().encode('no resolution'),
    }),
  );
  expect(answer).toHaveProperty('ok');
  expect(answer).not.toMatchObject({ error: { code: 'invalid-request' } });
});

test('nothing else of Electron or Node is in the page', async ({ app }) => {
  const found = await app.page.evaluate(() => {
    const names = [
      'require',
      'process',
      'module',
      'Buffer',
      'global',
      'ipcRenderer',
      'electron',
      '__dirname',
    ];
    const { recital } = globalThis as unknown as Bridge;
    const clean = document.createElement('iframe');
    document.body.append(clean);
    const usual = new Set(Object.getOwnPropertyNames(clean.contentWindow));
    const inFrame = 'recital' in (clean.contentWindow as object);
    clean.remove();
    return {
      present: names.filter((name) => name in globalThis),
      // A window numbers its frames among its own properties.
      added: Object.getOwnPropertyNames(globalThis).filter(
        (name) => !usual.has(name) && name !== '0',
      ),
      bridge: Object.getOwnPropertyNames(recital),
      inFrame,
    };
  });
  expect(found).toEqual({
    present: [],
    added: ['recital'],
    bridge: ['call', 'onNews'],
    inFrame: false,
  });
});

test('the page cannot replace what it was given', async ({ app }) => {
  const isSame = await app.page.evaluate(() => {
    const world = globalThis as unknown as Bridge;
    const before = world.recital;
    try {
      world.recital = { call: () => Promise.resolve('mine') };
    } catch {
      // In strict code the attempt throws.
    }
    return world.recital === before;
  });
  expect(isSame).toBe(true);
});

test('every response of the protocol carries the policy and the other headers', async ({ app }) => {
  const heads = await app.evaluate(async ({ net }) => {
    const urls = ['desktop.html', 'browser.html', 'nothing', '', '../package.json'];
    const responses = await Promise.all(urls.map((path) => net.fetch(`recital://app/${path}`)));
    return responses.map(({ status, headers }) => ({
      status,
      policy: headers.get('content-security-policy'),
      sniff: headers.get('x-content-type-options'),
      referrer: headers.get('referrer-policy'),
    }));
  });
  expect(heads.map(({ status }) => status)).toEqual([200, 200, 404, 404, 404]);
  for (const head of heads) {
    expect(head.policy).toMatch(/^default-src 'none'; script-src 'self';.*frame-ancestors 'none'/);
    expect(head).toMatchObject({ sniff: 'nosniff', referrer: 'no-referrer' });
  }
});

test('no path leads out of the built pages', async ({ app }) => {
  const statuses = await app.evaluate(async ({ net }) => {
    const urls = [
      'recital://app/../main.js',
      'recital://app/..%2fapp%2fmain.js',
      'recital://app/%2e%2e/app/main.js',
      'recital://app/..%5capp%5cmain.js',
      'recital://app//etc/passwd',
      'recital://app/desktop.html%00.js',
      'recital://app/assets/',
      'recital://app/__proto__',
      'recital://other/desktop.html',
      'recital://app:1/desktop.html',
    ];
    const statusOf = (url: string) =>
      net.fetch(url).then(
        ({ status }) => status,
        () => 'refused',
      );
    return Promise.all(urls.map(statusOf));
  });
  for (const status of statuses) expect([404, 'refused']).toContain(status);
});

test('the page itself finds 404 for a page that is not there, and refuses other methods', async ({
  app,
}) => {
  const statuses = await app.page.evaluate(async () => {
    const missing = await fetch('./nothing.html');
    const posted = await fetch('./desktop.html', { method: 'POST', body: 'x' });
    return [missing.status, posted.status];
  });
  expect(statuses).toEqual([404, 405]);
});

test('inline scripts, eval and foreign requests are blocked by the policy', async ({ app }) => {
  const blocked = await app.page.evaluate(async () => {
    const directives = new Set<string>();
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) =>
      directives.add(effectiveDirective),
    );
    const world = globalThis as unknown as { wasRun?: boolean };
    const attempts: readonly (() => unknown)[] = [
      () => {
        const script = document.createElement('script');
        script.textContent = 'globalThis.wasRun = true';
        document.head.append(script);
      },
      () => document.body.setAttribute('onclick', 'globalThis.wasRun = true'),
      () => document.body.insertAdjacentHTML('beforeend', '<img onerror="wasRun=1" src="x">'),
      () => new Function('globalThis.wasRun = true')(),
      () => fetch('https://example.org/'),
      () => {
        const frame = document.createElement('iframe');
        frame.src = 'https://example.org/';
        document.body.append(frame);
        setTimeout(() => frame.remove(), 200);
      },
    ];
    for (const attempt of attempts) {
      // A test's own script may evaluate strings; what runs after it may not.
      await new Promise((resolve) => setTimeout(resolve));
      try {
        await attempt();
      } catch {
        // Blocked, as the event says.
      }
    }
    await new Promise((resolve) => setTimeout(resolve, 300));
    document.body.removeAttribute('onclick');
    return { directives: [...directives], wasRun: world.wasRun ?? false };
  });
  expect(blocked.wasRun).toBe(false);
  expect(blocked.directives).toEqual(
    expect.arrayContaining(['connect-src', 'frame-src', 'require-trusted-types-for']),
  );
});

for (const target of [
  'https://example.org/',
  'http://127.0.0.1:9/',
  'file:///etc/passwd',
  'recital://app/browser.html',
  'data:text/html,<title>outside</title>',
]) {
  test(`a navigation to ${target} goes nowhere`, async ({ app }) => {
    const before = app.page.url();
    await app.page.evaluate((url) => {
      (globalThis as unknown as { wasHere: boolean }).wasHere = true;
      location.href = url;
    }, app.address(target));
    await app.page.waitForTimeout(300);
    expect(app.page.url()).toBe(before);
    expect(await app.page.evaluate(() => 'wasHere' in globalThis)).toBe(true);
    expect(await call(app.page, 'about', {})).toMatchObject({ ok: true });
    await app.page.evaluate(() => {
      delete (globalThis as unknown as { wasHere?: boolean }).wasHere;
    });
  });
}

test('a link to another site, plain or with a target, opens nothing', async ({ app }) => {
  const before = app.page.url();
  for (const target of ['', '_blank', '_top']) {
    await app.page.evaluate((name) => {
      const link = document.createElement('a');
      link.href = 'https://example.org/';
      link.target = name;
      document.body.append(link);
      link.click();
      link.remove();
    }, target);
  }
  await expect.poll(() => app.windows().length).toBe(1);
  expect(app.page.url()).toBe(before);
});

test('window.open opens no window', async ({ app }) => {
  for (const url of ['https://example.org/', 'recital://app/desktop.html', 'about:blank']) {
    await app.page.evaluate((target) => void window.open(target), app.address(url));
  }
  await expect.poll(() => app.page.context().pages().length).toBe(1);
  const count = await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);
  expect(count).toBe(1);
});

test('permissions are denied without asking', async ({ app }) => {
  const states = await app.page.evaluate(async () => {
    const names = [
      'geolocation',
      'notifications',
      'camera',
      'microphone',
      'midi',
      'clipboard-read',
    ];
    const located = new Promise((resolve) => {
      navigator.geolocation.getCurrentPosition(
        () => resolve('granted'),
        ({ code }) => resolve(code),
      );
    });
    return {
      queried: await Promise.all(
        names.map(
          async (name) =>
            (await navigator.permissions.query({ name: name as PermissionName })).state,
        ),
      ),
      located: await located,
      notified: await Notification.requestPermission(),
    };
  });
  expect(states.queried).not.toContain('granted');
  // 1 is PERMISSION_DENIED.
  expect(states.located).toBe(1);
  expect(states.notified).toBe('denied');
});

for (const url of ['recital://app/browser.html', 'data:text/html,<title>foreign</title>']) {
  test(`a window on ${url} with the same preload script is refused`, async ({ app }) => {
    const existing = new Set(app.windows());
    await app.evaluate(
      async ({ BrowserWindow }, [address = '', preload = '']) => {
        const window = new BrowserWindow({ show: false, webPreferences: { preload } });
        // The walls may refuse the page itself.
        await window.loadURL(address).catch(() => {});
      },
      [url, join(project, 'out/app/preload.cjs')],
    );
    const foreign = app.windows().find((page) => !existing.has(page));
    if (foreign === undefined) throw new Error('The second window did not open.');
    for (const method of ['about', 'cite']) {
      const answer = await foreign.evaluate(
        (name) =>
          (globalThis as unknown as Partial<Bridge>).recital?.call(name, { text: '' }) ?? null,
        method,
      );
      if (answer !== null)
        expect(answer).toMatchObject({ ok: false, error: { code: 'not-allowed' } });
    }
    await app.evaluate(({ BrowserWindow }) => {
      for (const window of BrowserWindow.getAllWindows()) if (!window.isVisible()) window.close();
    });
    await expect.poll(() => app.windows().length).toBe(1);
  });
}

test('what is not in the contract is a failure of the contract', async ({ app }) => {
  const failures: readonly (readonly [method: string, request: unknown, code: string])[] = [
    ['nothing', {}, 'unknown-method'],
    ['__proto__', {}, 'unknown-method'],
    ['constructor', {}, 'unknown-method'],
    ['about', { odd: 1 }, 'invalid-request'],
    ['show', null, 'invalid-request'],
    ['show', { address: 'not an address' }, 'malformed-address'],
    ['search', { query: 1 }, 'invalid-request'],
  ];
  for (const [method, request, code] of failures) {
    expect(await call(app.page, method, request)).toMatchObject({ ok: false, error: { code } });
  }
});

test('what cannot be cloned never leaves the page', async ({ app }) => {
  const outcome = await app.page.evaluate(() =>
    (globalThis as unknown as Bridge).recital.call('about', { run: Symbol('odd') }).then(
      () => 'sent',
      () => 'refused',
    ),
  );
  expect(outcome).toBe('refused');
});

test('a second start leaves the first one running with its one window, and ends', async ({
  app,
}) => {
  const ended = await runApp([`--user-data-dir=${app.userData}`]);
  expect(ended.status).toBe(0);
  expect(await call(app.page, 'about', {})).toMatchObject({ ok: true });
  const count = await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);
  expect(count).toBe(1);
});

for (const [what, bytes] of [
  ['missing', null],
  ['damaged', 'this is no library'],
] as const) {
  test(`a ${what} library is told in one clear line, and the program ends`, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'recital-library-'));
    try {
      const file = join(folder, 'library.sqlite');
      if (bytes !== null) writeFileSync(file, bytes);
      const ended = await runApp([`--user-data-dir=${folder}`, `--library=${file}`]);
      expect(ended.status).toBe(runtime.isReal ? null : 1);
      const lines = ended.output.split('\n').filter((line) => line.startsWith('recital: '));
      expect(lines).toHaveLength(1);
      expect(lines[0]).toContain(file);
      if (!runtime.isReal) expect(ended.output).toContain('[error box] Recital cannot start: ');
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
}

test('the program ends when its window is closed', async () => {
  const app = await launchApp();
  try {
    await app.evaluate(({ app: electron, BrowserWindow }, isMac) => {
      // After the answer, since the program may be gone before it.
      setTimeout(() => {
        for (const window of BrowserWindow.getAllWindows()) window.close();
        // On macOS programs stay open without a window.
        if (isMac) electron.quit();
      }, 50);
    }, process.platform === 'darwin');
    expect(await app.ended).toBe(0);
  } finally {
    await app.close();
  }
});
