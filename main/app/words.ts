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
} as const;
