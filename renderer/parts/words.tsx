/**
 * A hyphen in these is part of the name or number: a line that broke there would read "ITU-" and "T". Where the source
 * itself says so, with the hyphen U+2011, a usual one is shown: fonts draw the other badly, and nobody who looks for
 * "ITU-T" types it.
 */
const wholeName =
  /((?:ITU-[RTD]|IMT-Advanced|(?:IMT|WRC|WTSA|WTDC|RA|JCA)-[A-Z]*\d+|(?<![\w-])\d+-\d+)(?![\w-])|[\p{L}\p{N}.]*\u2011[\p{L}\p{N}.\u2011]*[\p{L}\p{N}]?)/u;

/** Words of a document in which no line breaks within a name such as ITU-T or IMT-2020. */
export function Words({ text }: { readonly text: string }) {
  let at = 0;
  return text.split(wholeName).map((part, order) => {
    const key = at;
    at += part.length;
    // Splitting by a group puts what it found at the odd places.
    return order % 2 === 0 ? (
      part
    ) : (
      <span key={key} class="whole">
        {part.replaceAll('\u2011', '-')}
      </span>
    );
  });
}
