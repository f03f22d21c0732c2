import { existsSync } from 'node:fs';
import { run, runTool, type Ran } from '../build/tools.ts';
import { findChromium } from './chromium.ts';

const isDebianRoot = (): boolean => existsSync('/usr/bin/apt-get') && process.getuid?.() === 0;

async function installDebianPackage(): Promise<Ran> {
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  const updated = await run('apt-get', ['update'], { env });
  if (!updated.ok) return updated;
  return run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], { env });
}

/**
 * Sees to it that a browser is there for the tests, and says so where it installs one: Debian's package for root
 * on Debian or Ubuntu, Playwright's own elsewhere. Answers whether there is one now.
 */
export async function ensureChromium(): Promise<boolean> {
  if (findChromium() !== null) return true;
  const asDebian = isDebianRoot();
  console.log(
    `No Chrome, Chromium or Edge was found; installing ${asDebian ? "Debian's chromium package" : "Playwright's Chromium"} for the tests ...`,
  );
  const { output } = asDebian
    ? await installDebianPackage()
    : await runTool('playwright', ['install', 'chromium']);
  if (findChromium() !== null) return true;
  console.error(`No browser could be installed for the tests:\n${output.trim()}`);
  return false;
}
