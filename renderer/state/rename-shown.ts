import type { ReadonlySignal } from '@preact/signals';
import type { Router } from './router.ts';
import type { Showing } from './screens/index.ts';

/**
 * Writes what a person narrowed on the screen that they see into its address. Not while another place is being loaded:
 * the address is that place's by then.
 */
export const createRename =
  (router: Pick<Router, 'visit' | 'rename'>, showing: ReadonlySignal<Showing | null>) =>
  (href: string): void => {
    if (showing.peek()?.visit === router.visit.peek()) router.rename(href);
  };
