import { ar } from './ar.ts';
import { en, type ShellWords } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { ru } from './ru.ts';
import { zh } from './zh.ts';

export type { ShellWords };

const catalogues = { en, fr, es, ru, zh, ar } as const satisfies Record<string, ShellWords>;

/** The languages that the shell speaks, which are those of the pages. */
export type ShellLanguage = keyof typeof catalogues;

export const isShellLanguage = (text: unknown): text is ShellLanguage =>
  typeof text === 'string' && Object.hasOwn(catalogues, text);

/** The first of a person's languages that the shell speaks, by their BCP 47 tags; English where there is none. */
export function bestShellLanguage(tags: readonly string[]): ShellLanguage {
  const primary = tags.map((tag) => tag.toLowerCase().split(/[-_]/)[0]);
  return primary.find(isShellLanguage) ?? 'en';
}

export const wordsIn = (language: ShellLanguage): ShellWords => catalogues[language];

/** @example fill('in {folder}', { folder: '/data' }) // => 'in /data' */
export const fill = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
