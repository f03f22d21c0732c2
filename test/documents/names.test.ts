import { expect, it } from 'vitest';
import type { WorkId } from '../../main/contract/ids.ts';
import { nameOfWork } from '../../main/documents/index.ts';

const names = [
  ['wtsa/resolution/92', '2024', 'WTSA Resolution 92 (2024)'],
  ['wtdc/resolution/43', null, 'WTDC Resolution 43'],
  ['pp/decision/5', '2014', 'PP Decision 5 (2014)'],
  ['wrc/recommendation/207', '2019', 'WRC Recommendation 207 (2019)'],
  ['ra/resolution/56', '2015', 'Resolution ITU-R 56 (2015)'],
  ['itu-r/report/m.2078', null, 'Report ITU-R M.2078'],
  ['itu-r/recommendation/m.2516', '0', 'Recommendation ITU-R M.2516-0'],
  ['itu-t/recommendation/a.7', '2024', 'Recommendation ITU-T A.7 (2024)'],
  ['itu-r/handbook/global-trends-in-imt', null, 'ITU-R Handbook on Global Trends in IMT'],
  ['itu-d/question/1-1', null, 'Question 1/1 of ITU-D'],
  ['unga/resolution/70-1', null, 'UNGA Resolution 70/1'],
  ['council/resolution/1305', null, 'Council Resolution 1305'],
  ['rr/article/5', null, 'Article 5 of the Radio Regulations'],
  ['rr/provision/5.441b', null, 'No. 5.441B of the Radio Regulations'],
  ['cs/article/1', null, 'Article 1 of the ITU Constitution'],
  ['cv/provision/226', null, 'No. 226 of the ITU Convention'],
  ['rr/appendix/4', null, 'Appendix 4 of the Radio Regulations'],
  ['itr/article/6', null, 'Article 6 of the International Telecommunication Regulations'],
  ['itu-t/supplement/y.59', '2025', 'ITU-T Y Suppl. 59 (2025)'],
  ['wtpf/opinion/1', '2013', 'WTPF Opinion 1 (2013)'],
] as const;

for (const [work, edition, name] of names) {
  it(`${work}${edition === null ? '' : `@${edition}`} is printed "${name}"`, () => {
    expect(nameOfWork(work as WorkId, edition)).toBe(name);
  });
}
