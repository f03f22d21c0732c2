import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Keeps tests from whatever documents the person who runs them has imported: a data folder that is never made. */
export const nobodysData = join(tmpdir(), 'recital-data-that-nobody-has');
