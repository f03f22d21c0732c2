import { createHttpApi } from './client/http.ts';
import { start } from './start.tsx';

start(createHttpApi());
