const workAt = (target: EventTarget | null): string | undefined =>
  target instanceof Element
    ? target.closest<SVGElement>('[data-work]')?.dataset['work']
    : undefined;

/**
 * Shows the name of the work that is pointed at or has the focus, whether there is room for it or not; answers how to
 * end that.
 */
export function nameOnPointing(picture: Element): () => void {
  const mark = (event: Event, isOn: boolean): void => {
    const work = workAt(event.target);
    if (work === undefined) return;
    picture
      .querySelector(`[data-name="${CSS.escape(work)}"]`)
      ?.classList.toggle('is-pointed', isOn);
  };
  const on = (event: Event): void => mark(event, true);
  const off = (event: Event): void => mark(event, false);
  const ends = [
    ['pointerover', on],
    ['pointerout', off],
    ['focusin', on],
    ['focusout', off],
  ] as const;
  for (const [name, act] of ends) picture.addEventListener(name, act);
  return () => {
    for (const [name, act] of ends) picture.removeEventListener(name, act);
  };
}
