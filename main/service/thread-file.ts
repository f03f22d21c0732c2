/**
 * Where a thread's own script stands: beside the file `from` that starts it, with the ending that this has. That is
 * TypeScript in the project and JavaScript in the bundle, where `build/bundle` makes each thread's script an entry.
 */
export const threadFile = (
  name:
    | 'import-worker'
    | 'reader-worker'
    | 'docx-worker'
    | 'copy-worker'
    | 'pack-worker'
    | 'upgrade-worker',
  from: string,
): URL => new URL(`./${name}${from.endsWith('.ts') ? '.ts' : '.js'}`, from);
