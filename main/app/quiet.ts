import type { App, Session } from 'electron';

/**
 * Keeps the browser inside Electron from the network by itself. Before `ready`: no host name leads anywhere, whatever asks,
 * and nothing is asked of proxies, time servers or update servers.
 */
export function keepQuiet(app: Pick<App, 'commandLine'>): void {
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  app.commandLine.appendSwitch('no-proxy-server');
  app.commandLine.appendSwitch('disable-background-networking');
  app.commandLine.appendSwitch('disable-component-update');
  app.commandLine.appendSwitch('disable-domain-reliability');
  app.commandLine.appendSwitch('no-pings');
  // Nothing here is to be kept from the person's own account: no system asks for the password of a key ring.
  app.commandLine.appendSwitch('password-store', 'basic');
  app.commandLine.appendSwitch('force-webrtc-ip-handling-policy', 'disable_non_proxied_udp');
}

/**
 * Only macOS has a speller of its own. Elsewhere Electron's would fetch its dictionaries from the network, past everything
 * that looks at a page's requests.
 */
export const hasSpeller = (platform: NodeJS.Platform): boolean => platform === 'darwin';

export function keepSpellerOff(session: Session, platform: NodeJS.Platform): void {
  if (hasSpeller(platform)) return;
  session.setSpellCheckerEnabled(false);
  session.setSpellCheckerLanguages([]);
  // Should something turn it on: an address that leads nowhere.
  session.setSpellCheckerDictionaryDownloadURL('https://invalid./');
}
