import type { Prose } from '../../../main/contract/prose.ts';
import { plainText } from '../../../main/contract/prose.ts';
import { inLanguage } from '../../parts/direction.ts';
import { opening } from '../../parts/pieces.ts';
import { Status } from '../../parts/status.tsx';
import { Words } from '../../parts/words.tsx';
import type { Slide } from '../../state/presentation-slides.ts';
import { words } from '../../words/index.ts';

type Shown = (Slide & { readonly kind: 'record' })['shown'];

interface Essentials {
  readonly kicker: string;
  readonly name: string;
  /** The long form of the name; perhaps empty. */
  readonly title: string;
  /** When and by whom, in the interface's own words; perhaps empty. */
  readonly facts: string;
  /** The first sentences; perhaps empty. */
  readonly lead: string;
}

/** As many of the first sentences as are read at a glance, in letters. */
const reach = 300;

/** A body, a term, a reference or another page of the library in its essential lines. */
export function RecordSlide({
  shown,
  Heading,
}: {
  readonly shown: Shown;
  readonly Heading: 'h2' | 'h3';
}) {
  const { kicker, name, title, facts, lead } = essentials(shown);
  const language = shown.kind === 'edition' ? shown.summary.language : languageOf(shown);
  const status = shown.kind === 'work' ? shown.record?.editions[0]?.status : undefined;
  return (
    <>
      <p class="stage-kicker">{kicker}</p>
      <Heading class="stage-name" {...inLanguage(language)}>
        <Words text={name} />
      </Heading>
      {title !== '' && (
        <p class="stage-full" {...inLanguage(language)}>
          <Words text={title} />
        </p>
      )}
      {(facts !== '' || status !== undefined) && (
        <p class="stage-facts">
          {status !== undefined && <Status status={status} />}
          {status !== undefined && facts !== '' && ' · '}
          {facts}
        </p>
      )}
      {lead !== '' && (
        <p class="stage-lead" {...inLanguage(language)}>
          <Words text={lead} />
        </p>
      )}
    </>
  );
}

/** The library's own texts are in English, but for tours that people make. */
const languageOf = (shown: Shown): string => (shown.kind === 'tour' ? shown.record.language : 'en');

const begin = (prose: Prose): string => opening(plainText(prose), reach);

function essentials(shown: Shown): Essentials {
  const kicker = words.kind(shown.kind === 'work' ? 'reference' : shown.kind);
  const none = { kicker, title: '', facts: '', lead: '' };
  switch (shown.kind) {
    case 'edition': {
      const { name, title, place, meetingFrom, meetingTo } = shown.summary;
      const facts = `${place}, ${words.dates(meetingFrom, meetingTo)}`;
      return { ...none, name, title, facts: place === '' ? '' : facts };
    }
    case 'work': {
      const { record, name, title } = shown;
      const newest = record?.editions[0]?.edition;
      return {
        ...none,
        name,
        title: record?.title ?? title ?? '',
        facts: newest === undefined ? '' : words.editionName(newest),
        lead: record === null ? '' : begin(record.text),
      };
    }
    case 'body': {
      const { name, short, sector, mandate } = shown.record;
      const [usual = ''] = short;
      return {
        ...none,
        kicker: sector === null ? kicker : words.body(sector),
        name,
        title: usual === name ? '' : usual,
        lead: begin(mandate),
      };
    }
    case 'term': {
      const { term, abbreviation, definition } = shown.record;
      return {
        ...none,
        name: abbreviation ?? term,
        title: abbreviation === null ? '' : term,
        lead: begin(definition),
      };
    }
    case 'chapter':
      return {
        ...none,
        kicker: shown.handbook.title,
        name: shown.record.title,
        lead: begin(shown.record.text),
      };
    case 'meeting': {
      const { name, place, year, from, to } = shown.record;
      const when = from === null || to === null ? words.date(String(year)) : words.dates(from, to);
      return { ...none, name, facts: `${place}, ${when}` };
    }
    case 'handbook':
    case 'topic':
    case 'tour':
      return { ...none, name: shown.record.title, lead: begin(shown.record.lead) };
  }
}
