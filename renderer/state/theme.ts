import { signal, type ReadonlySignal } from '@preact/signals';

export interface ThemeSwitch {
  readonly isDark: ReadonlySignal<boolean>;
  toggle(): void;
}

const storageName = 'recital.theme';

/** Light or dark: what the system asks for, unless the person switched. Switching back forgets the choice. */
export function createTheme(view: Window): ThemeSwitch {
  const system = view.matchMedia('(prefers-color-scheme: dark)');
  let chosen = readChoice(view);
  const isDark = signal(false);

  function apply(): void {
    isDark.value = chosen === null ? system.matches : chosen === 'dark';
    const root = view.document.documentElement;
    if (chosen === null) delete root.dataset['theme'];
    else root.dataset['theme'] = chosen;
  }

  apply();
  system.addEventListener('change', apply);
  return {
    isDark,
    toggle() {
      const next = isDark.value ? 'light' : 'dark';
      chosen = (next === 'dark') === system.matches ? null : next;
      keepChoice(view, chosen);
      apply();
    },
  };
}

// Storage may be refused; then the choice lasts as long as the page.
function readChoice(view: Window): 'light' | 'dark' | null {
  try {
    const kept = view.localStorage.getItem(storageName);
    return kept === 'light' || kept === 'dark' ? kept : null;
  } catch {
    return null;
  }
}

function keepChoice(view: Window, choice: 'light' | 'dark' | null): void {
  try {
    if (choice === null) view.localStorage.removeItem(storageName);
    else view.localStorage.setItem(storageName, choice);
  } catch {
    // The switch still works; it is only not remembered.
  }
}
