/** The documents' and the interface's own letters, by which every first screen is set. */
const faces = [
  '1em "Source Serif 4 Variable"',
  'italic 1em "Source Serif 4 Variable"',
  '1em "Inter Variable"',
];
const arabicFaces = ['1em "Noto Naskh Arabic Variable"', '1em "Noto Sans Arabic Variable"'];
const arabic = /\p{Script=Arabic}/u;

/** Longer nobody waits for the letters, in milliseconds: then the system's stand in for them. */
const patience = 600;

/** Lines that were broken by other letters would move once those of `sample` came. Never rejects. */
export async function fontsAreHere(view: Window, sample: string): Promise<void> {
  const late = new Promise((resolve) => setTimeout(resolve, patience));
  const wanted = arabic.test(sample) ? [...faces, ...arabicFaces] : faces;
  // The names of the documents are in English, whatever the interface speaks.
  const loaded = Promise.allSettled(
    wanted.flatMap((face) => ['a', sample].map((text) => view.document.fonts.load(face, text))),
  );
  await Promise.race([loaded, late]);
}
