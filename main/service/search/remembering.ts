import type { NamingFacts } from '../../library/index.ts';

function once<Key, Value>(ask: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, Value>();
  return (key) => {
    if (!known.has(key)) known.set(key, ask(key));
    return known.get(key) as Value;
  };
}

/** The same facts, each asked once for the same thing. */
export function remembering(facts: NamingFacts): NamingFacts {
  const meetings = once((_all: 'all') => facts.meetings());
  return {
    worksNumbered: once((number) => facts.worksNumbered(number)),
    editionsOf: once((work) => facts.editionsOf(work)),
    sectionsOf: once((edition) => facts.sectionsOf(edition)),
    recordsCalled: once((name) => facts.recordsCalled(name)),
    beginsName: once((beginning) => facts.beginsName(beginning)),
    meetings: () => meetings('all'),
    isHere: once((address) => facts.isHere(address)),
  };
}
