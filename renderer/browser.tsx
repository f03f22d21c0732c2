import { createHttpApi } from './client/http.ts';
import { start } from './start.tsx';

void start(createHttpApi());
