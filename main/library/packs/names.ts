/** Names that Windows keeps for devices, whatever their ending: no folder can be called so. */
const devices = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;

/**
 * Whether a text may name a pack. It becomes the name of a folder on every system, so it can lead nowhere else: lower-case
 * letters, digits and single hyphens between them.
 */
export const isIdentity = (text: string): boolean =>
  text.length <= 64 && /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(text) && !devices.test(text);

/** One to four numbers with dots, none with a zero before it: it becomes the name of a file. */
export const isVersion = (text: string): boolean =>
  /^(?:0|[1-9]\d{0,8})(?:\.(?:0|[1-9]\d{0,8})){0,3}$/.test(text);

/** -1 where `a` is the older, 1 where it is the newer. Number by number; one that is not there is 0. */
export function compareVersions(a: string, b: string): number {
  const [these, those] = [a, b].map((text) => text.split('.').map(Number));
  for (let at = 0; at < 4; at += 1) {
    const difference = (these?.[at] ?? 0) - (those?.[at] ?? 0);
    if (difference !== 0) return Math.sign(difference);
  }
  return 0;
}
