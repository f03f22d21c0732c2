import { expect, test } from 'vitest';
import { failureCodes } from '../../main/contract/failure.ts';
import { words } from '../../renderer/words/index.ts';

test('every failure has a sentence that says what happened and one that says what to do', () => {
  for (const code of failureCodes) {
    const { title, what, todo } = words.failure(code);
    expect(title).not.toBe('');
    expect(what).toMatch(/\.$/);
    expect(todo).toMatch(/\.$/);
  }
});

test('bodies and actors are called by their full names, unknown ones by their own key', () => {
  expect(words.body('wtsa')).toBe('World Telecommunication Standardization Assembly (WTSA)');
  expect(words.bodyShort('wtsa')).toBe('WTSA');
  expect(words.body('3gpp')).toBe('3GPP');
  expect(words.actor('itu-t-sg-13')).toBe('ITU-T Study Group\u00a013');
  expect(words.actor('regional-groups')).toBe('regional groups');
});

test('one and many are counted in their own forms', () => {
  expect(words.searchScreen.total(0)).toBe('Nothing found');
  expect(words.searchScreen.total(1)).toBe('1 result found');
  expect(words.searchScreen.total(1234)).toBe('1,234 results found');
});

test('the days of a meeting are one range, and an unreadable date stays as it is', () => {
  expect(words.dates('2024-10-15', '2024-10-24').replace(/\s/g, ' ')).toBe('15 – 24 October 2024');
  expect(words.dates('October 2024', '')).toBe('October 2024');
});

test('a date is said as exactly as it is known', () => {
  expect(words.date('2018')).toBe('2018');
  expect(words.date('2018-01')).toBe('January 2018');
  expect(words.date('2018-01-29')).toBe('29 January 2018');
  expect(words.date('spring')).toBe('spring');
});

test('an edition is named by its year, its month or its revision', () => {
  expect(words.editionName('2018')).toBe('2018');
  expect(words.editionName('2018-12')).toBe('December 2018');
  expect(words.editionName('3')).toBe('revision 3');
  expect(words.editionName('0')).toBe('first edition');
  expect(words.citedOlder('2016', '2023')).toBe('cited 2016, newest known 2023');
});
