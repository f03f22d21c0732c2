import { checkProjectContent } from './project-content.ts';

const { sources, records, lines } = await checkProjectContent();
for (const line of lines) console.error(line);
if (lines.length > 0) process.exitCode = 1;
else console.log(`${sources} sources and ${records} records, no problem.`);
