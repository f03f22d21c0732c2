import { describe, expect, test } from 'vitest';
import { checkContent } from '../../main/service/index.ts';
import { lanternContent } from '../fixtures/content.ts';

/** One way to spoil the small content folder, and the problem that the check then tells. */
export interface Refusal {
  readonly what: string;
  readonly file: string;
  readonly from: string | RegExp;
  readonly to: string;
  /** Where the problem is: words of the line, and the file where it is another than the spoiled one. */
  readonly line: string;
  readonly in?: string;
  readonly problem: RegExp;
}

/** Tests that each spoiled folder is refused, with the file and the line. */
export function describeRefusals(of: string, refusals: readonly Refusal[]): void {
  describe(`the content check looks at ${of} and refuses`, () => {
    test.each(refusals)('$what, and names the line', async (refusal) => {
      const content = lanternContent();
      content.replace(refusal.file, refusal.from, refusal.to);
      const { lines } = await checkContent(content.folder);
      const file = refusal.in ?? refusal.file;
      const place = `${content.path(file)}:${content.lineOf(file, refusal.line)}: `;
      const there = lines.filter((line) => line.startsWith(place));
      const problems = there.map((line) => line.slice(place.length));
      expect(problems).toContainEqual(expect.stringMatching(refusal.problem));
    });
  });
}
