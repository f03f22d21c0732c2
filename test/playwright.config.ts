import { defineConfig } from '@playwright/test';
import { chromiumSwitches, findChromium } from './chromium.ts';

const executablePath = findChromium();
if (executablePath === null) {
  throw new Error('No Chrome, Chromium or Edge was found; npm test installs one.');
}

export default defineConfig({
  testDir: '.',
  testMatch: ['browser/**/*.spec.ts', 'desktop/**/*.spec.ts'],
  outputDir: '../out/playwright',
  fullyParallel: true,
  workers: 2,
  forbidOnly: true,
  timeout: 30_000,
  use: {
    launchOptions: { executablePath, args: [...chromiumSwitches] },
    contextOptions: { reducedMotion: 'reduce' },
  },
});
