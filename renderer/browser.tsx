import { createHttpApi } from './client/http.ts';
import { hearHttpNews } from './client/news.ts';
import { start } from './start.tsx';

void start({ api: createHttpApi(), hearNews: hearHttpNews, hasShell: false });
