import type { ReadonlySignal } from '@preact/signals';
import type { Router } from './router.ts';
import type { Showing } from './screens/index.ts';

/**
 * Writes what a person narrowed on the screen that they see into its address. Not while another place is being loaded:
 * the address is that place's by then. Answers whether it was written.
 */
export const createRename =
  (router: Pick<Router, 'visit' | 'rename'>, showing: ReadonlySignal<Showing | null>) =>
  (href: string): boolean => {
    const isShown = showing.peek()?.visit === router.visit.peek();
    if (isShown) router.rename(href);
    return isShown;
  };
