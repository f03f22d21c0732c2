import type { Citation, Provision } from '../../../contract/document.ts';
import type { CheckedSource } from '../kinds/resolutions.ts';

const inProvision = ({ citations, provisions }: Provision): Citation[] => [
  ...citations,
  ...provisions.flatMap(inProvision),
];

/** Every citation of a document, in its order. */
export const citationsOf = ({ document }: CheckedSource): Citation[] => [
  ...document.preface.flatMap(({ citations }) => citations),
  ...[...document.sections, ...document.annexes].flatMap(({ provisions }) =>
    provisions.flatMap(inProvision),
  ),
];
