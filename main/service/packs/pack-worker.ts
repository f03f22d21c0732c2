import { parentPort, workerData } from 'node:worker_threads';
import { unpack, type UnpackJob, type UnpackReply } from './unpack.ts';

// The thread that unpacks and proves: of a large pack that takes seconds, in which people are to be answered.
const say = (reply: UnpackReply): void => parentPort?.postMessage(reply, []);
const result = await unpack(workerData as UnpackJob, (done, total) =>
  say({ kind: 'far', done, total }),
);
say({ kind: 'ended', result });
