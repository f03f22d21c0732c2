import { parentPort, workerData } from 'node:worker_threads';
import { upgradeOwnLibrary } from '../../library/writers.ts';
import { createOwnNaming } from '../own-naming.ts';
import type { UpgradeReply } from './upgrade-apart.ts';

// The thread that brings a library up to date: everything in it is indexed anew, while people are to be answered.
const say = (reply: UpgradeReply): void => parentPort?.postMessage(reply, []);
const naming = createOwnNaming();
const result = upgradeOwnLibrary({
  file: workerData as string,
  naming,
  meet: naming.meet,
  far: (done, total) => say({ kind: 'far', done, total }),
});
say({ kind: 'ended', result });
