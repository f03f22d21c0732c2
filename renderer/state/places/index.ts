export { hrefOf, hrefWithin, partOf, readAddress } from './addresses.ts';
export { compareHref, compareViews, type ComparePlace, type CompareView } from './compare-place.ts';
export {
  allDuties,
  dutiesHref,
  dutiesViews,
  dutyOrders,
  type DutiesPlace,
  type DutiesView,
  type DutyOrder,
} from './duties-place.ts';
export { editHref, type EditPlace } from './edit-place.ts';
export {
  libraryFacets,
  libraryHref,
  libraryOrders,
  whetherHere,
  wholeLibrary,
  type LibraryFacet,
  type LibraryOrder,
  type LibraryPlace,
} from './library-place.ts';
export { listHref, listNames, type ListName, type ListPlace } from './list-place.ts';
export {
  mapDepths,
  mapForms,
  mapHref,
  mapSorts,
  type MapDepth,
  type MapPlace,
} from './map-place.ts';
export { addHref, packsHref, settingsHref, type PacksPlace } from './packs-place.ts';
export { followHref, roomHref } from './room-place.ts';
export { readHash, routeOfAddress, type Route } from './route.ts';
export {
  changed,
  filterNames,
  searchFor,
  searchHref,
  type FilterName,
  type SearchPlace,
} from './search-place.ts';
export { presentHref, stageHref, type StagePlace } from './stage-place.ts';
export { timelineHref, type TimelinePlace } from './timeline-place.ts';
