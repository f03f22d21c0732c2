import type { ListingEntry } from '../../../main/contract/listing.ts';
import type { Library } from '../../state/library.ts';
import { groupOf, seriesOf } from '../../state/library-order.ts';
import { whetherHere, type LibraryFacet, type LibraryOrder } from '../../state/places/index.ts';
import { editionStatuses } from '../../../main/contract/records.ts';
import { words } from '../../words/index.ts';

/** What a person reads for a value that narrows the library. */
export function nameOfValue(library: Library, facet: LibraryFacet, value: string): string {
  switch (facet) {
    case 'kind':
      return words.type(value);
    case 'body':
      return words.body(value, library.bodyNames.get(value));
    case 'topic':
      return library.topicNames.get(value) ?? value;
    case 'meeting':
      return library.meetingNames.get(value) ?? value;
    case 'status': {
      const status = editionStatuses.find((each) => each === value);
      return status === undefined ? value : words.status(status);
    }
    case 'year':
      return value;
    case 'here':
      return words.libraryScreen.here[whetherHere.find((one) => one === value) ?? 'no'];
    case 'own':
      return words.libraryScreen.own;
  }
}

/** What stands over the first entry of a group. */
export function nameOfGroup(library: Library, entry: ListingEntry, order: LibraryOrder): string {
  const group = groupOf(entry, order);
  switch (order) {
    case 'body':
      return group === ''
        ? words.libraryScreen.noBody
        : words.body(group, library.bodyNames.get(group));
    case 'year':
      return group === '' ? words.libraryScreen.noYear : group;
    case 'name':
      return group === '0' ? words.list.figures : group;
    case 'number': {
      const series = seriesOf(entry);
      const type = words.type(entry.type);
      return series === null ? type : words.list.seriesOf(type, series);
    }
  }
}
