import type { Stage } from '../../main/contract/room.ts';
import type { Action } from './presentation-keys.ts';

/** What is seen of a presentation on the presenter's own screens. */
export interface Scene {
  readonly stage: Stage;
  /** Which piece of what the step shows. */
  readonly part: number;
}

/** Where the presenter points: shares of the stage's width and height, from its left upper corner. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** The shape of a projector's window, in CSS pixels. */
export interface Shape {
  readonly width: number;
  readonly height: number;
}

/** What the windows of one presenter tell each other. */
export type StageMessage =
  /** Of a screen: what is shown now? Asked again and again, so that a presenter who has gone is missed. */
  | { readonly kind: 'ask'; readonly screen: string; readonly shape: Shape }
  /** Of a screen that closes. */
  | { readonly kind: 'closed'; readonly screen: string }
  /** Of a screen: a key that was pressed there. */
  | { readonly kind: 'press'; readonly action: Action }
  | { readonly kind: 'jump'; readonly stop: number }
  /** Of the presenter. */
  | { readonly kind: 'now'; readonly scene: Scene }
  | { readonly kind: 'point'; readonly point: Point | null }
  /** Of a presenter whose window closes or is loaded anew. */
  | { readonly kind: 'left' }
  /** The presentation is over. */
  | { readonly kind: 'ended' };

/** The windows of one browser among themselves, without any server. */
export interface StageChannel {
  tell(message: StageMessage): void;
  hear(listener: (message: StageMessage) => void): void;
}

/** Only pages of ours hear it, and they are all of one version: what comes is not checked. */
export function createStageChannel(): StageChannel {
  const channel = new BroadcastChannel('recital.stage');
  return {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has no other origins
    tell: (message) => channel.postMessage(message),
    hear: (listener) =>
      channel.addEventListener('message', ({ data }: MessageEvent<StageMessage>) => listener(data)),
  };
}
