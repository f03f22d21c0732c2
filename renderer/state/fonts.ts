/** The documents' and the interface's own letters, by which every first screen is set. */
const faces = [
  '1em "Source Serif 4 Variable"',
  'italic 1em "Source Serif 4 Variable"',
  '1em "Inter Variable"',
];

/** Longer nobody waits for the letters, in milliseconds: then the system's stand in for them. */
const patience = 600;

/** Lines that were broken by other letters would move once these came. Never rejects. */
export async function fontsAreHere(view: Window): Promise<void> {
  const late = new Promise((resolve) => setTimeout(resolve, patience));
  const loaded = Promise.allSettled(faces.map((face) => view.document.fonts.load(face)));
  await Promise.race([loaded, late]);
}
