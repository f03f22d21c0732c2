import { signal, type ReadonlySignal } from '@preact/signals';
import { keep, kept } from './kept.ts';

export const themes = ['system', 'light', 'dark', 'contrast'] as const;
export type Theme = (typeof themes)[number];

/** How the application looks and in which language it speaks, as a person chose it on this machine. */
export interface Display<Language extends string> {
  readonly theme: ReadonlySignal<Theme>;
  readonly language: ReadonlySignal<Language>;
  /** Whether the last language asked for could not be loaded. */
  readonly hasFailed: ReadonlySignal<boolean>;
  chooseTheme(theme: Theme): void;
  chooseLanguage(language: Language): Promise<void>;
}

/** The languages to choose from, and how to go over to one. */
export interface Speech<Language extends string> {
  readonly languages: readonly Language[];
  readonly first: Language;
  directionOf(language: Language): 'ltr' | 'rtl';
  /** Rejects where the language cannot be loaded. */
  speak(language: Language): Promise<void>;
}

/** Rejects never: a language that cannot be loaded leaves the former one, and `hasFailed` says so. */
export async function createDisplay<Language extends string>(
  view: Window,
  speech: Speech<Language>,
): Promise<Display<Language>> {
  const root = view.document.documentElement;
  const strong = view.matchMedia('(prefers-contrast: more)');
  const theme = signal<Theme>(themes.find((each) => each === kept(view, 'theme')) ?? 'system');
  const language = signal(speech.first);
  const hasFailed = signal(false);

  function applyTheme(): void {
    const shown = theme.value === 'system' && strong.matches ? 'contrast' : theme.value;
    if (shown === 'system') delete root.dataset['theme'];
    else root.dataset['theme'] = shown;
  }

  async function goOver(wanted: Language): Promise<void> {
    try {
      await speech.speak(wanted);
    } catch {
      hasFailed.value = true;
      return;
    }
    root.lang = wanted;
    root.dir = speech.directionOf(wanted);
    hasFailed.value = false;
    language.value = wanted;
  }

  applyTheme();
  strong.addEventListener('change', applyTheme);
  const chosen = kept(view, 'language');
  await goOver(speech.languages.find((each) => each === chosen) ?? speech.first);
  return {
    theme,
    language,
    hasFailed,
    chooseTheme(next) {
      theme.value = next;
      keep(view, 'theme', next === 'system' ? null : next);
      applyTheme();
    },
    async chooseLanguage(next) {
      await goOver(next);
      if (!hasFailed.value) keep(view, 'language', next);
    },
  };
}
