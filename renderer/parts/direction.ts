const fromTheRight = new Set(['ar', 'arc', 'ckb', 'dv', 'fa', 'he', 'ps', 'sd', 'ug', 'ur', 'yi']);

/** How words in a language are set in a page whose own language may be another; attributes of their element. */
export function inLanguage(language: string): {
  readonly lang?: string;
  readonly dir: 'ltr' | 'rtl' | 'auto';
} {
  const [primary = ''] = language.toLowerCase().split('-');
  if (primary === '' || primary === 'und') return { dir: 'auto' };
  return { lang: language, dir: fromTheRight.has(primary) ? 'rtl' : 'ltr' };
}
