import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';
import { nobodysData } from './nobodys-data.ts';

export default defineConfig({
  test: {
    root: resolve(import.meta.dirname, '..'),
    include: ['test/**/*.test.ts'],
    env: { RECITAL_DATA: nobodysData },
    // Generous, since a slow machine is no fault of the program's.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Vitest leaves one core to whoever watches, which is half of a machine of two.
    maxWorkers: '100%',
  },
});
