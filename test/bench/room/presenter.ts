import type { Stage } from '../../../main/contract/room.ts';
import type { TourRecord } from '../../../main/contract/records.ts';
import type { Address } from '../../../main/contract/ids.ts';
import type { Result } from '../../../main/contract/failure.ts';
import type { Shown } from '../../../main/contract/answers.ts';

/** The presenter, at the trainer's own door. */
export interface Presenter {
  tour(): Promise<TourRecord>;
  present(stop: number, step: number): Promise<void>;
}

export async function enterAsPresenter(trainerUrl: string, tour: string): Promise<Presenter> {
  const entered = await fetch(trainerUrl);
  await entered.arrayBuffer();
  const cookie = (entered.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  async function call<T>(method: string, asked: object): Promise<T> {
    const reply = await fetch(new URL(`/api/${method}`, trainerUrl), {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie },
      body: JSON.stringify(asked),
    });
    const result = (await reply.json()) as Result<T>;
    if (!result.ok) throw new Error(`${method}: ${result.error.message}`);
    return result.value;
  }
  return {
    async tour() {
      const shown = await call<Shown>('show', { address: tour });
      if (shown.kind !== 'tour') throw new Error(`${tour} is no tour.`);
      return shown.record;
    },
    async present(stop, step) {
      const stage: Stage = {
        tour: tour as Address,
        stop,
        step,
        highlight: null,
        isBlack: false,
      };
      await call('present', { stage });
    },
  };
}
