import { createIpcApi, hearIpcNews } from './client/ipc.ts';
import { start } from './start.tsx';

void start({ api: createIpcApi(), hearNews: hearIpcNews, hasShell: true });
