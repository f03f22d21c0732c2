// What a person chose, on this machine alone. Storage may be refused; then a choice lasts as long as the page.

const nameOf = (what: string): string => `recital.${what}`;

export function kept(view: Window, what: string): string | null {
  try {
    return view.localStorage.getItem(nameOf(what));
  } catch {
    return null;
  }
}

/** Null forgets. */
export function keep(view: Window, what: string, value: string | null): void {
  try {
    if (value === null) view.localStorage.removeItem(nameOf(what));
    else view.localStorage.setItem(nameOf(what), value);
  } catch {
    // What was chosen still holds; it is only not remembered.
  }
}
