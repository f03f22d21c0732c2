import type { Api } from '../../../main/contract/api.ts';
import { trouble, type Screen } from './screen.ts';

/** Asks for everything of the first screen at once. */
export function createHomeLoader(api: Api, isNew: () => boolean): () => Promise<Screen> {
  return async () => {
    const [catalogue, about, topics, tours, news, place] = await Promise.all([
      api.catalogue({}),
      api.about({}),
      api.records({ kind: 'topic' }),
      api.records({ kind: 'tour' }),
      api.news({}),
      isNew() ? api.dataPlace({}) : null,
    ]);
    if (!catalogue.ok) return trouble(catalogue.error, '');
    if (!about.ok) return trouble(about.error, '');
    return {
      kind: 'home',
      catalogue: catalogue.value,
      about: about.value,
      // What is only said besides keeps nobody from the rest.
      topicCount: topics.ok ? topics.value.records.length : 0,
      tours: tours.ok ? tours.value.records : [],
      news: news.ok ? news.value.editions : [],
      // Somebody of the room is welcomed by the trainer.
      welcome:
        place === null || (!place.ok && place.error.code === 'not-allowed')
          ? null
          : { place: place.ok ? place.value : null },
    };
  };
}
