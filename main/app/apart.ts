import { utilityProcess } from 'electron';
import type { StartProcess } from '../service/index.ts';

/**
 * How Electron starts a process of ours: the packaged program runs no scripts as Node would. What it prints is not for
 * anybody.
 */
export const startUtility: StartProcess = (script) => {
  const child = utilityProcess.fork(script, [], { serviceName: 'Recital', stdio: 'ignore' });
  let hasLackedMemory = false;
  // Told before the end, where the engine gives up: as a rule for want of memory.
  child.on('error', () => {
    hasLackedMemory = true;
  });
  return {
    send: (message) => child.postMessage(message, []),
    onMessage: (hear) => child.on('message', hear),
    gone: new Promise((resolve) => {
      child.once('exit', () => resolve(hasLackedMemory ? 'memory' : 'other'));
    }),
    kill: () => void child.kill(),
  };
};
