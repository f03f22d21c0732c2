import { expect, it } from 'vitest';
import { placeOfLink } from '../../main/app/link.ts';

it.each([
  ['recital:wtsa/resolution/92', '#/wtsa/resolution/92'],
  ['recital:wtsa/resolution/92@2024', '#/wtsa/resolution/92@2024'],
  [
    'recital:wtsa/resolution/92@2024#instructs-itu-t-sg-13.3',
    '#/wtsa/resolution/92@2024/instructs-itu-t-sg-13.3',
  ],
  ['recital://wtsa/resolution/92@2024/considering.a', '#/wtsa/resolution/92@2024/considering.a'],
  ['RECITAL://wtsa/resolution/92%402024', '#/wtsa/resolution/92@2024'],
  ['recital://wtsa/resolution/92/', '#/wtsa/resolution/92'],
  ['recital:tour/resolution-92', '#/tour/resolution-92'],
  ['recital:tour/resolution-92#3', '#/tour/resolution-92/3'],
  ['recital:handbook/reading-a-resolution#verbs', '#/handbook/reading-a-resolution/verbs'],
  ['recital://search?q=imt', '#/search?q=imt'],
  ['recital://search/?q=imt', '#/search?q=imt'],
  ['recital://library', '#/library'],
  [
    'recital://app/desktop.html#/wtsa/resolution/92@2024/considering.a',
    '#/wtsa/resolution/92@2024/considering.a',
  ],
  ['recital:', '#/'],
  ['recital://', '#/'],
])('%s leads to %s', (link, place) => {
  expect(placeOfLink(link)).toBe(place);
});

it.each([
  ['what changes something', 'recital://settings'],
  ['a pack’s file', 'recital://packs?file=/etc/passwd'],
  ['the same by the start page', 'recital://app/desktop.html#/packs?file=/etc/passwd'],
  ['the projector', 'recital://stage/resolution-92/1/0'],
  ['the editor', 'recital://edit/tour/own-x'],
  ['another page', 'recital://app/browser.html#/'],
  ['another scheme', 'https://example.org/'],
  ['a file', 'file:///etc/passwd'],
  ['what is no address', 'recital:nothing at all'],
  ['a way up', 'recital:../../etc/passwd'],
  ['a line break', 'recital:wtsa/resolution/92%0a--inspect'],
  ['a mangled one', 'recital:%E0%A4%A'],
  ['an endless one', `recital:wtsa/resolution/${'9'.repeat(2000)}`],
  ['a question to an address', 'recital:wtsa/resolution/92?x=1'],
])('%s is no place that a stranger may open', (_what, link) => {
  expect(placeOfLink(link)).toBeNull();
});
