import type { LibraryCounts } from '../../../main/contract/answers.ts';
import { words } from '../../words/index.ts';

interface EntrancesProps {
  readonly counts: LibraryCounts;
  readonly topicCount: number;
}

/** What is here, each kind with how much there is of it and the way to it. */
export function Entrances({ counts, topicCount }: EntrancesProps) {
  const entrances = [
    ['handbooks', counts.handbooks],
    ['tours', counts.tours],
    ['bodies', counts.bodies],
    ['references', counts.references],
    ['glossary', counts.terms],
    ['topics', topicCount],
    ['meetings', counts.meetings],
  ] as const;
  const filled = entrances.filter(([, count]) => count > 0);
  if (filled.length === 0) return null;
  return (
    <nav class="entrances" aria-labelledby="home-here">
      <h2 id="home-here">{words.homeScreen.also}</h2>
      <ul>
        {filled.map(([list, count]) => (
          <li key={list}>
            <a href={`#/${list}`}>
              <span class="name">{words.list[list].name}</span>{' '}
              <span class="count">{words.number(count)}</span>
              <span class="what">{words.homeScreen.entries[list]}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
