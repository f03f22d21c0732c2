import type { Page } from '@playwright/test';

/** What is awaited: an element for a selector, which holds some words where they are given. */
export interface Awaited {
  readonly selector: string;
  readonly text?: string;
}

declare global {
  interface Window {
    timeUntilPainted(wanted: Awaited, since: 'key' | 'now'): Promise<number>;
    lastKey: number;
  }
}

/**
 * Put into each page before its own scripts: remembers when the last key went down, and tells how long after it, or after the
 * asking, something was on the screen: the frame after the one in which it was found has been handed to the compositor.
 */
export async function watch(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.lastKey = 0;
    document.addEventListener(
      'keydown',
      (event) => {
        window.lastKey = event.timeStamp;
      },
      { capture: true },
    );
    window.timeUntilPainted = ({ selector, text }, since) => {
      const asked = performance.now();
      const isThere = (): boolean =>
        [...document.querySelectorAll(selector)].some(
          (element) =>
            element.checkVisibility() && (text === undefined || element.textContent.includes(text)),
        );
      return new Promise((resolve, reject) => {
        const look = (): void => {
          if (performance.now() - asked > 30_000) reject(new Error(`There is no ${selector}.`));
          else if (!isThere()) requestAnimationFrame(look);
          else
            requestAnimationFrame(() => {
              const { port1, port2 } = new MessageChannel();
              port1.addEventListener('message', () =>
                resolve(performance.now() - (since === 'key' ? window.lastKey : asked)),
              );
              port1.start();
              port2.postMessage(null);
            });
        };
        look();
      });
    };
  });
}
