import { createIpcApi } from './client/ipc.ts';
import { start } from './start.tsx';

void start(createIpcApi());
