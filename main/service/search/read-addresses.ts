import { formatAddress, parseAddress, parseRecordAddress } from '../../contract/ids.ts';
import { at, recordThing, workThing, type Named, type NamedThing } from './named-thing.ts';
import type { NamingFacts } from '../../library/index.ts';

/** What stands at an address or, where nothing does, at the nearest address above it. */
function thingAt(chunk: string, lookups: NamingFacts): NamedThing | null {
  const record = parseRecordAddress(chunk);
  if (record !== null) {
    const whole = at(`${record.prefix}/${record.slug}`);
    const part = record.part === undefined ? whole : at(`${whole}#${record.part}`);
    const here = [part, whole].find((address) => lookups.isHere(address));
    return here === undefined ? null : recordThing(here);
  }
  const parsed = parseAddress(chunk);
  if (!parsed.ok) return null;
  const { work, edition, section, path } = parsed.value;
  const steps: NamedThing[] = [workThing(work)];
  if (edition !== undefined) {
    const thing = (kind: NamedThing['kind'], parts: object): NamedThing => ({
      address: formatAddress({ work, edition, ...parts }),
      kind,
      work,
    });
    steps.unshift(thing('edition', {}));
    if (section !== undefined) steps.unshift(thing('section', { section }));
    if (path !== undefined) steps.unshift(thing('provision', { section, path }));
  }
  return steps.find(({ address }) => lookups.isHere(address)) ?? null;
}

/** Addresses in what was typed, as they are pasted: perhaps with a sentence around them. */
export function readAddresses(typed: string, lookups: NamingFacts): Named | null {
  if (!typed.includes('/')) return null;
  const things: NamedThing[] = [];
  const rest: string[] = [];
  for (const chunk of typed.split(/\s+/).filter(Boolean)) {
    const bare = chunk.replace(/^[("'\u201c<[]+|[)"'\u201d>\].,;:!?]+$/g, '');
    const thing = bare.includes('/') ? thingAt(bare, lookups) : null;
    if (thing === null) rest.push(chunk);
    else things.push(thing);
  }
  return things.length === 0 ? null : { things, rest: rest.join(' ') };
}
