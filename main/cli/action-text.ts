import type { Action } from '../contract/answers.ts';
import { bold, dim, paragraph, safe } from './output.ts';

function oneText({ label, text, address }: Action): string {
  const words = paragraph(safe(text), { label: `    ${safe(label)}`, margin: 9 });
  return `${words}\n         ${dim(address)}`;
}

/** Actions grouped by edition, then by whom the edition asks and how. */
export function actionsText(actions: readonly Action[]): string {
  const editions = Map.groupBy(actions, ({ edition }) => edition);
  return [...editions.values()]
    .map((ofEdition) => {
      const [{ name = '' } = {}] = ofEdition;
      const groups = Map.groupBy(ofEdition, ({ actor, heading }) => `${actor}\n${heading}`);
      const lines = [...groups.values()].flatMap((group) => {
        const [first] = group;
        if (first === undefined) return [];
        const opening = paragraph(`${bold(first.actor)}: ${safe(first.heading)}`, { margin: 2 });
        return [opening].concat(group.map(oneText));
      });
      return [bold(paragraph(safe(name))), ...lines].join('\n');
    })
    .join('\n\n');
}
