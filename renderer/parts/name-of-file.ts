/**
 * What a file is called, of its path on any system.
 *
 * @example nameOfFile('D:\\stick\\imt.recital') // => 'imt.recital'
 */
export const nameOfFile = (path: string): string => path.split(/[/\\]/u).at(-1) || path;
