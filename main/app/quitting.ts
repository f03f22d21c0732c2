import type { App } from 'electron';

/** Nobody waits longer for a program to end, and what is written is whole at every instant; in milliseconds. */
const patience = 10_000;

/** Holds the program until everything is closed: nothing listens and nothing is half written once it has gone. */
export function closeBeforeQuitting(
  app: Pick<App, 'on' | 'quit'>,
  close: () => Promise<void>,
): void {
  let isClosing = false;
  let isClosed = false;
  app.on('will-quit', (event) => {
    if (isClosed) return;
    event.preventDefault();
    if (isClosing) return;
    isClosing = true;
    const longEnough = new Promise<void>((resolve) => {
      setTimeout(resolve, patience).unref();
    });
    void Promise.race([close(), longEnough])
      .catch(() => {})
      .finally(() => {
        isClosed = true;
        app.quit();
      });
  });
}
