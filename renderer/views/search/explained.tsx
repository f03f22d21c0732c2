import type { Explanation } from '../../../main/contract/answers.ts';
import type { Explainer } from '../../state/explainer.ts';
import type { SearchPlace } from '../../state/places/index.ts';
import { words } from '../../words/index.ts';

interface ExplainedProps {
  readonly search: SearchPlace;
  readonly explainer: Explainer;
}

/** How the search was answered, for whoever wants to know; asked for when it is opened. */
export function Explained({ search, explainer }: ExplainedProps) {
  const explained = explainer.explained.value;
  const own = explained?.search === search ? explained : null;
  return (
    <details
      class="explained"
      onToggle={(event) => {
        if (event.currentTarget.open) explainer.ask(search);
      }}
    >
      <summary>{words.searchScreen.explained.name}</summary>
      {own !== null && own.failure !== null && (
        <p class="quiet">{words.searchScreen.explained.failed}</p>
      )}
      {own !== null && own.explanation !== null && <Lines explanation={own.explanation} />}
    </details>
  );
}

function Lines({
  explanation: { understood, plan, bounded },
}: {
  readonly explanation: Explanation;
}) {
  const rows = [
    { name: words.searchScreen.explained.understood, lines: understood === '' ? [] : [understood] },
    { name: words.searchScreen.explained.plan, lines: plan },
    { name: words.searchScreen.explained.bounded, lines: bounded },
  ];
  return (
    <dl>
      {rows
        .filter(({ lines }) => lines.length > 0)
        .map(({ name, lines }) => (
          <div key={name}>
            <dt>{name}</dt>
            {lines.map((line) => (
              <dd key={line}>{line}</dd>
            ))}
          </div>
        ))}
    </dl>
  );
}
