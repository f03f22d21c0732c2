export { akomaNtosoOf } from './akoma-ntoso.ts';
export { editionSheet } from './edition-sheet.ts';
export {
  firstLines,
  handoutSheet,
  ownLanguage,
  type Handout,
  type HandoutExhibit,
  type HandoutStop,
} from './handout.ts';
export { htmlOf } from './html.ts';
export { markdownOf } from './markdown.ts';
export { placeIn, placesOf } from './place.ts';
export { bibtexOf, cslOf, referenceOfEdition, referenceOfRecord, risOf } from './references.ts';
export type { Sheet, SheetBlock } from './sheet.ts';
