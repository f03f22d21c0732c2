/** What the shell itself says; the pages have words of their own. */
export const words = {
  name: 'Recital',
  cannotStart: 'Recital cannot start',
  file: 'File',
  edit: 'Edit',
  view: 'View',
  go: 'Go',
  back: 'Back',
  forward: 'Forward',
  window: 'Window',
  notSaved: 'Something is not saved yet',
  notSavedDetail: 'Recital keeps it and tries again when it is opened the next time.',
  stay: 'Stay',
  leave: 'Close all the same',
} as const;
