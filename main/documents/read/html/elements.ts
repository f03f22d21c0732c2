/** Elements that begin and end a paragraph of their own. */
export const blockNames: ReadonlySet<string> = new Set(
  (
    'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer ' +
    'form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre section summary table tbody td tfoot th ' +
    'thead tr ul'
  ).split(' '),
);

/** Elements whose content is not the text of a page. The page's own head and foot are passed over elsewhere. */
export const skippedNames: ReadonlySet<string> = new Set(
  (
    'aside audio button canvas datalist dialog embed frame frameset head iframe map nav noframes noscript object option rp ' +
    'rt script select style svg template textarea video'
  ).split(' '),
);
