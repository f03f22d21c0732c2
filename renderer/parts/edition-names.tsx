/** "(Rev. New Delhi, 2024)". */
const inBrackets = /(\([^()]*\d{4}\))/u;

/** Before a number that stands before brackets. */
const beforeNumber = / (?=\S*\d\S* $)/u;

/** Words with names of editions: a line ends before their brackets rather than within them, and not before their number. */
export function EditionNames({ text }: { readonly text: string }) {
  let at = 0;
  return text.split(inBrackets).map((part, order) => {
    const key = at;
    at += part.length;
    // Splitting by a group puts what it found at the odd places.
    return order % 2 === 0 ? (
      part.replace(beforeNumber, '\u00a0')
    ) : (
      <span key={key} class="in-brackets">
        {part}
      </span>
    );
  });
}
