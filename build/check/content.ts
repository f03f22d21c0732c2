import { join } from 'node:path';
import { checkContent } from '../../main/service/index.ts';
import { project } from '../tools.ts';

const { checked, lines } = await checkContent(join(project, 'content'));
for (const line of lines) console.error(line);
if (lines.length > 0) process.exitCode = 1;
else console.log(`${checked} sources, no problem.`);
