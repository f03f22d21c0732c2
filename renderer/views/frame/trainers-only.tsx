import { words } from '../../words/index.ts';

/** On a page that may change nothing: why it has none of this. */
export function TrainersOnly() {
  return (
    <div class="page narrow">
      <h1 tabIndex={-1}>{words.trainersOnly.name}</h1>
      <p>{words.trainersOnly.lead}</p>
      <p>
        <a href="#/library">{words.libraryScreen.name}</a>
      </p>
    </div>
  );
}
