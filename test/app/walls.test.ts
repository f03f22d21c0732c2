import { EventEmitter } from 'node:events';
import { expect, it } from 'vitest';
import { keepQuiet, keepSpellerOff } from '../../main/app/quiet.ts';
import { closeWalls } from '../../main/app/walls.ts';

type OpenHandler = (details: object) => { action: string };

/** A page at an address, and what it asks for. */
function pageAt(url: string) {
  const app = new EventEmitter();
  const windows: string[] = [];
  let handler: OpenHandler | null = null;
  const session = Object.assign(new EventEmitter(), {
    setPermissionRequestHandler: () => {},
    setPermissionCheckHandler: () => {},
    setDevicePermissionHandler: () => {},
    webRequest: { onBeforeRequest: () => {} },
  });
  closeWalls(app as never, session as never, {
    preferences: {},
    place: () => {},
    openWindow: (place) => windows.push(place),
  });
  const contents = Object.assign(new EventEmitter(), {
    getURL: () => url,
    setWindowOpenHandler: (given: OpenHandler) => {
      handler = given;
    },
  });
  app.emit('web-contents-created', {}, contents);
  return {
    windows,
    ask: (target: string, disposition: string) =>
      handler?.({ url: target, frameName: '', disposition }).action,
  };
}

const start = 'recital://app/desktop.html';

it.each(['background-tab', 'new-window'])(
  'a link of ours that a person clicks for a %s opens in a window that the page has no hold of',
  (disposition) => {
    const { ask, windows } = pageAt(`${start}#/library`);
    expect(ask(`${start}#/map`, disposition)).toBe('deny');
    expect(windows).toEqual(['#/map']);
  },
);

it.each([
  ['a script’s own window', start, `${start}#/map`, 'foreground-tab'],
  ['another site', start, 'https://example.org/', 'background-tab'],
  ['another page of ours', start, 'recital://app/browser.html', 'background-tab'],
  ['a page that is not ours', 'https://example.org/', `${start}#/map`, 'background-tab'],
])('%s opens nothing', (_what, from, target, disposition) => {
  const { ask, windows } = pageAt(from);
  expect(ask(target, disposition)).toBe('deny');
  expect(windows).toEqual([]);
});

it('no name leads to a host, and nothing is asked for in the background', () => {
  const switches = new Map<string, string>();
  const appendSwitch = (name: string, value = '') => switches.set(name, value);
  keepQuiet({ commandLine: { appendSwitch } } as never);
  expect(switches.get('host-resolver-rules')).toBe('MAP * ~NOTFOUND');
  expect([...switches.keys()]).toEqual(
    expect.arrayContaining(['no-proxy-server', 'disable-background-networking', 'no-pings']),
  );
});

it.each(['linux', 'win32'] as const)(
  'the speller of %s, which would fetch its dictionaries, is off',
  (platform) => {
    const said: unknown[] = [];
    const session = {
      setSpellCheckerEnabled: (isOn: boolean) => said.push(isOn),
      setSpellCheckerLanguages: (languages: string[]) => said.push(languages),
      setSpellCheckerDictionaryDownloadURL: (url: string) => said.push(new URL(url).host),
    };
    keepSpellerOff(session as never, platform);
    expect(said).toEqual([false, [], 'invalid.']);
  },
);

it('the speller of macOS, which is the system’s own, is left on', () => {
  // Nothing of the session is touched: there is none of it here.
  expect(() => keepSpellerOff({} as never, 'darwin')).not.toThrow();
});
