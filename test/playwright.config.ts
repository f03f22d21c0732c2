import { defineConfig } from '@playwright/test';
import { chromiumSwitches, findChromium } from './chromium.ts';
import { nobodysData } from './nobodys-data.ts';

process.env['RECITAL_DATA'] = nobodysData;
// A machine set to no language lets Chromium name files in ASCII only; people's machines are set to one.
process.env['LANG'] ??= 'C.UTF-8';

// Null only where other tools read this file before `npm test` has installed a browser.
const executablePath = findChromium() ?? undefined;

export default defineConfig({
  testDir: '.',
  testMatch: ['browser/**/*.spec.ts', 'desktop/**/*.spec.ts'],
  outputDir: '../out/playwright',
  fullyParallel: true,
  workers: 2,
  forbidOnly: true,
  // Generous, since a slow machine is no fault of the program's.
  timeout: 60_000,
  expect: { timeout: 15_000 },
  use: {
    launchOptions: { ...(executablePath && { executablePath }), args: [...chromiumSwitches] },
    contextOptions: { reducedMotion: 'reduce' },
  },
});
