import { EventEmitter } from 'node:events';

// In a process that stands in for one of Electron's: its port to the main script, over Node's own channel.
const port = new EventEmitter();
process.on('message', (data) => port.emit('message', { data, ports: [] }));
Object.assign(process, {
  parentPort: Object.assign(port, { postMessage: (message: object) => process.send?.(message) }),
});
