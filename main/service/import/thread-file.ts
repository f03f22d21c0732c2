/**
 * Where a thread's own script stands: beside this one, with the ending that this one has. That is TypeScript in the
 * project and JavaScript in the bundle, where `build/bundle` makes each thread's script an entry.
 */
export const threadFile = (name: 'import-worker' | 'reader-worker'): URL =>
  new URL(`./${name}${import.meta.url.endsWith('.ts') ? '.ts' : '.js'}`, import.meta.url);
