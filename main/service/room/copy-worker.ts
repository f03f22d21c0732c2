import { parentPort, workerData } from 'node:worker_threads';
import { copyEditions, type CopyJob } from './copy-editions.ts';

// The thread that copies: reading and indexing a long document takes seconds, in which people are to be answered.
parentPort?.postMessage(copyEditions(workerData as CopyJob), []);
