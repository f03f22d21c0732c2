import type { SearchAnswer } from '../../../main/contract/answers.ts';
import type { Api } from '../../../main/contract/api.ts';
import type { SearchPlace } from '../places/index.ts';
import { requestOf } from '../search-request.ts';
import { trouble, type Screen, type TopicNames } from './screen.ts';

export function createSearchLoader(api: Api): (place: SearchPlace) => Promise<Screen> {
  let topicNames: TopicNames = new Map();

  /** Asked for when an answer first speaks of topics; a topic without a name still has its slug. */
  async function namesOfTopics({ filters }: SearchPlace, { facets }: SearchAnswer) {
    const isSpokenOf = filters.topic !== undefined || facets.topic.length > 0;
    if (!isSpokenOf || topicNames.size > 0) return topicNames;
    const reply = await api.records({ kind: 'topic' });
    if (reply.ok)
      topicNames = new Map(
        reply.value.records.map(({ address, name }) => [address.replace('topic/', ''), name]),
      );
    return topicNames;
  }

  return async (place) => {
    const reply = await api.search(requestOf(place));
    if (!reply.ok) return trouble(reply.error, place.query);
    const names = await namesOfTopics(place, reply.value);
    return { kind: 'search', search: place, answer: reply.value, topicNames: names };
  };
}
