import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { findNames, readNames, readQuery } from '../../../main/library/query/index.ts';
import { bundledContent } from '../../fixtures/content.ts';

interface Term {
  readonly term: string;
  readonly abbreviation?: string;
  readonly synonyms?: readonly string[];
}

const glossary = Object.values(
  parse(readFileSync(`${bundledContent}/glossary.yaml`, 'utf8')) as Record<string, Term>,
);
const bundled = glossary.map(({ term, abbreviation, synonyms = [] }) =>
  readNames({
    names: [term, ...(abbreviation === undefined ? [] : [abbreviation])],
    said: synonyms,
  }),
);
const bundledNames = (typed: string) => findNames(readQuery(typed).query, bundled);

const small = [
  { names: ['International Mobile Telecommunications-2020', 'IMT-2020'], said: ['5G', '5G NR'] },
  { names: ['quality of service', 'QoS'], said: [] },
  { names: ['service'], said: [] },
  { names: ['network slice'], said: ['slicing', 'network slicing'] },
  { names: ['developing countries'], said: ['developing nations', 'poor countries'] },
  { names: ['security'], said: ['cyber security'] },
  { names: [...'abcdefghijkl'].map((name) => `${name}zz`), said: ['manyzz'] },
].map(readNames);
const namesOf = (typed: string) => findNames(readQuery(typed).query, small);

describe('names in the bundled glossary', () => {
  it.each([
    ['5G', 'IMT-2020'],
    ['5G', 'International Mobile Telecommunications-2020'],
    ['IMT2020', 'International Mobile Telecommunications-2020'],
    ['International Mobile Telecommunications 2020', 'IMT-2020'],
    ['developing nations', 'developing countries'],
    ['QoS', 'quality of service'],
    ['quality of service', 'QoS'],
    ['6G', 'IMT-2030'],
    ['refarming', 'replanning of bands'],
  ])('%s is also called %s', (typed, name) => {
    const [run] = bundledNames(typed);
    expect(run?.typed).toBe(typed);
    expect(run?.names.map((each) => each.toLowerCase()).join('\n')).toContain(name.toLowerCase());
  });
});

describe('other names', () => {
  it('are found for a name in any inflection and case', () => {
    expect(namesOf('Developing Nation')).toEqual([
      {
        branch: 0,
        from: 0,
        to: 2,
        typed: 'Developing Nation',
        names: ['developing countries'],
      },
    ]);
  });

  it('are found in both directions', () => {
    expect(namesOf('QoS')[0]?.names).toEqual(['quality of service']);
    expect(namesOf('quality of service')[0]?.names).toEqual(['QoS']);
  });

  it('are those of the longest name', () => {
    expect(namesOf('good quality of service now')).toMatchObject([
      { from: 1, to: 4, typed: 'quality of service' },
    ]);
  });

  it('do not include what holds the words typed, what they hold, or another of the names', () => {
    expect(namesOf('5G')[0]?.names).toEqual([
      'International Mobile Telecommunications-2020',
      'IMT-2020',
    ]);
    expect(namesOf('IMT-2020')[0]?.names).toEqual(['International Mobile Telecommunications-2020']);
    expect(namesOf('slicing')).toEqual([]);
    expect(namesOf('network slices')).toEqual([]);
  });

  it('are those that the texts use, not what people say', () => {
    expect(namesOf('developing countries')).toEqual([]);
  });

  it('hold fewer words than what people say, where the texts do', () => {
    expect(namesOf('cyber security')[0]?.names).toEqual(['security']);
  });

  it('know a name whether its parts are typed apart or in one', () => {
    for (const typed of ['IMT-2020', 'IMT2020', 'IMT 2020'])
      expect(namesOf(typed)[0]?.names).toEqual(['International Mobile Telecommunications-2020']);
  });

  it('are found in every alternative', () => {
    expect(namesOf('5G OR radio QoS').map(({ branch, from }) => [branch, from])).toEqual([
      [0, 0],
      [1, 1],
    ]);
  });

  it.each([
    '"quality of service"',
    'network -QoS',
    'Qo*',
    'near(quality service)',
    'topic:QoS',
    'quality -radio of service',
    'quality "of" service',
    'network',
    '',
  ])('are none for %s', (typed) => {
    const runs = namesOf(typed).filter(({ typed: words }) => words !== 'service');
    expect(runs).toEqual([]);
  });

  it('are eight at most, shared among the names typed', () => {
    const runs = namesOf('manyzz 5G');
    expect(runs.map(({ names }) => names.length)).toEqual([6, 2]);
  });
});
