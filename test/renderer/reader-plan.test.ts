import { expect, test } from 'vitest';
import type { Footnote, Provision, Section } from '../../main/contract/document.ts';
import type { EditionId } from '../../main/contract/ids.ts';
import { firstTerms } from '../../renderer/views/reader/first-terms.ts';
import { nameOfPlace, planOf } from '../../renderer/views/reader/plan.ts';
import { createTermFinder } from '../../renderer/state/term-finder.ts';

const note: Footnote = { mark: '1', text: 'Ports too.', at: 3 };

function provision(address: string, label: string, more: Partial<Provision> = {}): Provision {
  return {
    address,
    path: '',
    label,
    text: '',
    footnotes: [],
    citations: [],
    provisions: [],
    ...more,
  };
}
function section(kind: string, provisions: readonly Provision[]): Section {
  return { address: kind, kind, heading: kind, actors: [], collaborators: [], provisions };
}
const edition = (sections: readonly Section[]) => ({
  address: 'a/b/1@2024' as EditionId,
  sections,
  annexes: [],
});

test('every place is known by its address and called by its section and labels', () => {
  const inner = provision('resolves.2.ii', 'ii)');
  const { places } = planOf(
    edition([
      section('resolves', [provision('resolves.2', '2', { provisions: [inner] })]),
      section('noting', [provision('noting.p1', '')]),
    ]),
  );
  const nameAt = (address: string) => {
    const place = places.get(address);
    return place === undefined ? null : nameOfPlace(place);
  };
  expect(nameAt('resolves')).toBe('resolves');
  expect(nameAt('resolves.2.ii')).toBe('resolves 2\u00a0ii)');
  expect(nameAt('noting.p1')).toBe('noting paragraph 1');
  expect(nameAt('noting.a')).toBeNull();
});

test('a long text is cut into blocks that hold each provision once, in order', () => {
  const many = Array.from({ length: 500 }, (_, at) => provision(`resolves.${at + 1}`, `${at + 1}`));
  const { sections, isLong, blockCount } = planOf(edition([section('resolves', many)]));
  const blocks = sections.flatMap((one) => one.blocks);
  expect(isLong).toBe(true);
  expect(blocks).toHaveLength(blockCount);
  expect(blocks.flatMap(({ provisions }) => provisions)).toEqual(many);
  expect(blocks.every(({ first, provisions }) => many[first] === provisions[0])).toBe(true);
});

test('footnotes are gathered in the order of the text, references by what they refer to', () => {
  const e = provision('noting.e', 'e)', { footnotes: [note] });
  const f = provision('noting.f', 'f)', {
    references: [{ start: 0, end: 9, text: 'noting e)', address: 'noting.e' }],
  });
  const { notes, referredFrom } = planOf(edition([section('noting', [e, f])]));
  expect(notes).toEqual([{ address: 'noting.e', footnote: note }]);
  expect(referredFrom.get('noting.e')?.map(({ address }) => address)).toEqual(['noting.f']);
});

test('a term is marked where it first stands in a run of provisions, outside citations', () => {
  const term = { name: 'IMT', title: 'International Mobile Telecommunications' };
  const find = createTermFinder([term] as unknown as Parameters<typeof createTermFinder>[0]);
  const cites = { start: 0, end: 7, text: 'on IMT ', work: 'a/b/1', edition: null };
  const marked = firstTerms(
    [
      provision('a', 'a)', { text: 'on IMT here', citations: [cites as never] }),
      provision('b', 'b)', { text: 'IMT and IMT' }),
      provision('c', 'c)', { text: 'IMT' }),
    ],
    find,
  );
  expect([...marked].map(([address, marks]) => [address, marks.map(({ start }) => start)])).toEqual(
    [['b', [0]]],
  );
});
