import { join } from 'node:path';
import type { FailureCode } from '../../main/contract/failure.ts';
import { casesOfDesk } from './cases-of-desk.ts';
import { casesOfPacks } from './cases-of-packs.ts';
import { casesOfTours } from './cases-of-tours.ts';

/** One call and what its `Result` must hold, on every wire that carries the method. */
export interface Case {
  /** Completes the sentence "method …". */
  readonly name: string;
  readonly method: string;
  readonly request: unknown;
  /** Every part that is named here must be in the result as it is here. */
  readonly expected: object;
  /** Whether it stands on the cases before it and changes what is there for those after it. */
  readonly changes?: true;
}

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const fails = (code: FailureCode): object => ({ ok: false, error: { code } });

const edition2024 = 'wtsa/resolution/92@2024';
const edition2016 = 'wtsa/resolution/92@2016';

/** A file whose very bytes are in the library that the cases speak of. */
const bundledFile = join(
  import.meta.dirname,
  '../../content/resolutions/wtsa-resolution-92-hammamet-2016.txt',
);

/** A small resolution; its hyphens are U+2011, its title is in three scripts. */
const resolution = `Networks, réseaux и сети for ITU‑T

The World Telecommunication Standardization Assembly (New Delhi, 2024),
considering
a)\tthat ITU‑R M.2083 exists;
resolves
1\tto continue.
`;

export const cases: readonly Case[] = [
  {
    name: 'says the version and counts what is here',
    method: 'about',
    request: {},
    expected: { ok: true, value: { version: '1.2.3', counts: { works: 2, editions: 3 } } },
  },
  {
    name: 'lists every edition, newest first within its work',
    method: 'catalogue',
    request: {},
    expected: {
      ok: true,
      value: {
        editions: [
          { edition: 'wtdc/resolution/43@2017' },
          { edition: edition2024, meeting: 'WTSA-24', place: 'New Delhi', year: 2024 },
          { edition: edition2016, meeting: 'WTSA-16', place: 'Hammamet', year: 2016 },
        ],
      },
    },
  },
  {
    name: 'says what is new in the editions that were adopted last',
    method: 'news',
    request: {},
    expected: {
      ok: true,
      value: {
        editions: [{ edition: { edition: edition2024 }, before: { edition: edition2016 } }],
      },
    },
  },
  {
    name: 'gives a work with its editions',
    method: 'show',
    request: { address: 'wtsa/resolution/92' },
    expected: {
      ok: true,
      value: {
        kind: 'work',
        address: 'wtsa/resolution/92',
        hasText: true,
        editions: [{ edition: edition2024 }, { edition: edition2016 }],
      },
    },
  },
  {
    name: 'gives a work whose text is not here',
    method: 'show',
    request: { address: 'wtsa/resolution/93' },
    expected: { ok: true, value: { kind: 'work', hasText: false, title: null, editions: [] } },
  },
  {
    name: 'gives a whole edition, the largest answer there is',
    method: 'show',
    request: { address: edition2024 },
    expected: {
      ok: true,
      value: { kind: 'edition', address: edition2024, summary: { place: 'New Delhi' } },
    },
  },
  {
    name: 'gives a section',
    method: 'show',
    request: { address: `${edition2024}#instructs-itu-t-sg-13` },
    expected: {
      ok: true,
      value: { kind: 'section', section: { kind: 'instructs', actors: ['itu-t-sg-13'] } },
    },
  },
  {
    name: 'gives a provision, its U+2011 as it is',
    method: 'show',
    request: { address: `${edition2016}#considering.k` },
    expected: {
      ok: true,
      value: {
        kind: 'provision',
        provision: {
          label: 'k)',
          text: 'that IMT systems are now being evolved to provide diverse usage scenarios and applications such as enhanced mobile broadband, massive machine-type communications and ultra‑reliable and low-latency communications, and a substantial number of countries have started implementing these;',
        },
      },
    },
  },
  {
    name: 'reads an address as people paste it',
    method: 'show',
    request: { address: `  ${edition2016.toUpperCase()}#Considering.K\n` },
    expected: { ok: true, value: { kind: 'provision', address: `${edition2016}#considering.k` } },
  },
  {
    name: 'refuses what is no address',
    method: 'show',
    request: { address: 'Resolution 92' },
    expected: fails('malformed-address'),
  },
  {
    name: 'refuses an address of odd characters',
    method: 'show',
    request: { address: 'wtsa/resolution/92@2024#\u0000‑🛰\ud800' },
    expected: fails('malformed-address'),
  },
  {
    name: 'does not know a work',
    method: 'show',
    request: { address: 'wtsa/resolution/9999' },
    expected: fails('unknown-work'),
  },
  {
    name: 'gives a glance at a work: its editions here and where it is cited, but for the place that asks',
    method: 'glance',
    request: { address: 'wtsa/resolution/92', except: 'wtdc/resolution/43@2017#recalling.m' },
    expected: {
      ok: true,
      value: {
        address: 'wtsa/resolution/92',
        editions: [{ edition: edition2024 }, { edition: edition2016 }],
        places: 0,
        citedBy: [],
      },
    },
  },
  {
    name: 'knows nothing of a work that nothing cites',
    method: 'glance',
    request: { address: 'wtsa/resolution/9999' },
    expected: fails('unknown-work'),
  },
  {
    name: 'takes a glance at something',
    method: 'glance',
    request: {},
    expected: fails('invalid-request'),
  },
  {
    name: 'takes a glance at addresses only',
    method: 'glance',
    request: { address: 'Resolution 92' },
    expected: fails('malformed-address'),
  },
  {
    name: 'tells what became of what is asked of somebody',
    method: 'duties',
    request: { work: 'wtsa/resolution/92', actors: ['director-tsb'] },
    expected: {
      ok: true,
      value: {
        total: 4,
        duties: [
          { label: '1', edition: edition2024, fate: 'kept' },
          { label: '2', edition: edition2024, fate: 'changed' },
          { label: '1', edition: edition2016, fate: null },
          { label: '2', edition: edition2016, fate: null },
        ],
      },
    },
  },
  {
    name: 'takes a list of actors',
    method: 'duties',
    request: { actors: 'director-tsb' },
    expected: fails('invalid-request'),
  },
  {
    name: 'gives the works that texts here cite, and of how many they are a part',
    method: 'network',
    request: { limit: 3 },
    expected: {
      ok: true,
      value: {
        works: [
          { citedBy: 3, hasText: false },
          { citedBy: 3, hasText: false },
          { citedBy: 3, hasText: false },
        ],
        links: [],
      },
    },
  },
  {
    name: 'gives no more works of a network than can be drawn',
    method: 'network',
    request: { limit: 1001 },
    expected: fails('invalid-request'),
  },
  {
    name: 'gives the meetings that are known, none where there is no record of one',
    method: 'timeline',
    request: {},
    expected: { ok: true, value: { meetings: [] } },
  },
  {
    name: 'is asked for a timeline without a word more',
    method: 'timeline',
    request: { body: 'wtsa' },
    expected: fails('invalid-request'),
  },
  {
    name: 'does not know an edition',
    method: 'show',
    request: { address: 'wtsa/resolution/92@1999' },
    expected: fails('unknown-edition'),
  },
  {
    name: 'does not know a section',
    method: 'show',
    request: { address: `${edition2024}#sings` },
    expected: fails('unknown-section'),
  },
  {
    name: 'does not know a provision',
    method: 'show',
    request: { address: `${edition2024}#considering.zz` },
    expected: fails('unknown-provision'),
  },
  {
    name: 'gives a record with what it leads to',
    method: 'show',
    request: { address: ' Term/Roadmap ' },
    expected: {
      ok: true,
      value: {
        kind: 'term',
        address: 'term/roadmap',
        record: { term: 'roadmap', abbreviation: null, synonyms: ['feuille de route'] },
        links: [{ address: edition2024, kind: 'edition' }],
      },
    },
  },
  {
    name: 'says what leads to an edition',
    method: 'show',
    request: { address: edition2024 },
    expected: { ok: true, value: { linkedFrom: [{ address: 'term/roadmap', to: edition2024 }] } },
  },
  {
    name: 'does not know a record',
    method: 'show',
    request: { address: 'body/nobody' },
    expected: fails('unknown-record'),
  },
  { name: 'needs an address', method: 'show', request: {}, expected: fails('invalid-request') },
  {
    name: 'takes an address of a sensible length only',
    method: 'show',
    request: { address: 'x'.repeat(401) },
    expected: fails('invalid-request'),
  },
  {
    name: 'takes nothing else',
    method: 'about',
    request: { library: 'another' },
    expected: fails('invalid-request'),
  },
  {
    name: 'takes no edition',
    method: 'news',
    request: { edition: edition2024 },
    expected: fails('invalid-request'),
  },
  { name: 'takes an object', method: 'about', request: null, expected: fails('invalid-request') },
  {
    name: 'takes an object, not text',
    method: 'catalogue',
    request: '{}',
    expected: fails('invalid-request'),
  },
  {
    name: 'lists everything, texts and records alike',
    method: 'listing',
    request: {},
    expected: { ok: true, value: { next: null } },
  },
  {
    name: 'goes on with a listing only where one ended',
    method: 'listing',
    request: { after: 'the middle' },
    expected: fails('invalid-request'),
  },
  {
    name: 'lists the records of a kind',
    method: 'records',
    request: { kind: 'term' },
    expected: {
      ok: true,
      value: {
        records: [{ address: 'term/roadmap', kind: 'term', name: 'roadmap', hasText: false }],
      },
    },
  },
  {
    name: 'lists nothing where there is nothing',
    method: 'records',
    request: { kind: 'tour' },
    expected: { ok: true, value: { records: [] } },
  },
  {
    name: 'knows kinds of records by name',
    method: 'records',
    request: { kind: 'chapter' },
    expected: fails('invalid-request'),
  },
  {
    name: 'gives what an edition asks of an actor',
    method: 'actions',
    request: { actor: 'itu-t-sg-13', edition: edition2024 },
    expected: {
      ok: true,
      value: {
        actions: [1, 2, 3, 4].map((label) => ({
          actor: 'itu-t-sg-13',
          verb: 'instructs',
          address: `${edition2024}#instructs-itu-t-sg-13.${label}`,
          label: `${label}`,
          edition: edition2024,
          year: 2024,
        })),
      },
    },
  },
  {
    name: 'does not know an actor',
    method: 'actions',
    request: { actor: 'the-cook' },
    expected: fails('unknown-record'),
  },
  {
    name: 'does not know an edition',
    method: 'actions',
    request: { edition: 'wtsa/resolution/92@1999' },
    expected: fails('unknown-edition'),
  },
  {
    name: 'takes names of a sensible length only',
    method: 'actions',
    request: { actor: 'x'.repeat(101) },
    expected: fails('invalid-request'),
  },
  {
    name: 'gives the rows of two editions, with their marks',
    method: 'compare',
    request: { from: edition2016, to: edition2024 },
    expected: {
      ok: true,
      value: {
        from: edition2016,
        to: edition2024,
        sections: { 0: { status: 'same', from: 'considering', to: 'considering' } },
        rows: {
          1: { status: 'same', from: 'considering.b', to: 'considering.b', similarity: 1 },
          2: { status: 'amended', moved: true, from: 'considering.f', to: 'considering.c' },
          3: { status: 'new', from: null, to: 'considering.d', similarity: 0 },
        },
      },
    },
  },
  {
    name: 'takes editions of two works, as people paste them',
    method: 'compare',
    request: { from: ' WTDC/Resolution/43@2017\n', to: edition2016 },
    expected: { ok: true, value: { from: 'wtdc/resolution/43@2017', to: edition2016 } },
  },
  {
    name: 'refuses what is no address',
    method: 'compare',
    request: { from: edition2016, to: 'Resolution 92' },
    expected: fails('malformed-address'),
  },
  {
    name: 'refuses a work without an edition',
    method: 'compare',
    request: { from: 'wtsa/resolution/92', to: edition2024 },
    expected: fails('malformed-address'),
  },
  {
    name: 'does not know an edition',
    method: 'compare',
    request: { from: edition2016, to: 'wtsa/resolution/92@1999' },
    expected: fails('unknown-edition'),
  },
  {
    name: 'does not know a work',
    method: 'compare',
    request: { from: 'wtsa/resolution/9999@2016', to: edition2024 },
    expected: fails('unknown-work'),
  },
  {
    name: 'needs two editions',
    method: 'compare',
    request: { from: edition2016 },
    expected: fails('invalid-request'),
  },
  {
    name: 'finds words and marks them',
    method: 'search',
    request: { query: '"network slicing"', year: 2024 },
    expected: {
      ok: true,
      value: {
        query: '"network slicing"',
        hits: [{ address: `${edition2024}#instructs-itu-t-sg-13.3` }],
      },
    },
  },
  {
    name: 'gives as many hits as were asked for',
    method: 'search',
    request: { query: 'IMT', limit: 100, offset: 0 },
    expected: { ok: true, value: { query: 'IMT', notes: [] } },
  },
  {
    name: 'takes an option that is undefined as not given',
    method: 'search',
    request: { query: 'roadmap', limit: undefined, body: undefined },
    expected: { ok: true, value: { query: 'roadmap' } },
  },
  {
    name: 'answers a query in any script with the query as it was',
    method: 'search',
    request: { query: 'ITU‑T 网络 сеть شبكة naïve 🛰 \ud800' },
    expected: { ok: true, value: { query: 'ITU‑T 网络 сеть شبكة naïve 🛰 \ud800' } },
  },
  {
    name: 'reads a query that cannot be parsed as plain words, and says so',
    method: 'search',
    request: { query: '"collaboration AND (' },
    expected: { ok: true, value: { notes: [{ code: 'read-as-plain-words' }] } },
  },
  {
    name: 'takes a limit of 1 to 100',
    method: 'search',
    request: { query: 'IMT', limit: 101 },
    expected: fails('invalid-request'),
  },
  {
    name: 'takes whole limits',
    method: 'search',
    request: { query: 'IMT', limit: 1.5 },
    expected: fails('invalid-request'),
  },
  {
    name: 'takes no query of more than 1000 letters',
    method: 'search',
    request: { query: 'imt '.repeat(251), words: 'all' },
    expected: fails('invalid-request'),
  },
  {
    name: 'takes sentences of up to 2000 letters',
    method: 'search',
    request: { query: 'imt '.repeat(500), words: 'any' },
    expected: { ok: true },
  },
  {
    name: 'takes no sentences of more than 2000 letters',
    method: 'search',
    request: { query: 'imt '.repeat(501), words: 'any' },
    expected: fails('invalid-request'),
  },
  {
    name: 'needs a query',
    method: 'search',
    request: { limit: 3 },
    expected: fails('invalid-request'),
  },
  {
    name: 'completes what is typed',
    method: 'suggest',
    request: { prefix: 'Resolution 92', limit: 2 },
    expected: {
      ok: true,
      value: {
        items: [
          { kind: 'edition', address: edition2024 },
          { kind: 'edition', address: edition2016 },
        ],
      },
    },
  },
  {
    name: 'suggests nothing for nothing that is here',
    method: 'suggest',
    request: { prefix: 'zzzzqqq' },
    expected: { ok: true, value: { items: [] } },
  },
  {
    name: 'takes a prefix of a sensible length only',
    method: 'suggest',
    request: { prefix: 'x'.repeat(201) },
    expected: fails('invalid-request'),
  },
  {
    name: 'finds citations, offsets in UTF-16 units',
    method: 'cite',
    request: { text: '🛰 Resolution 92 (Rev. New Delhi, 2024) of WTSA' },
    expected: {
      ok: true,
      value: [{ start: 3, work: 'wtsa/resolution/92', edition: '2024' }],
    },
  },
  {
    name: 'takes a text of 850 000 characters',
    method: 'cite',
    request: { text: 'no work at all ‑ '.repeat(50_000) },
    expected: { ok: true, value: [] },
  },
  {
    name: 'needs a text',
    method: 'cite',
    request: { text: 92 },
    expected: fails('invalid-request'),
  },
  {
    name: 'gives a document from its bytes',
    method: 'parse',
    request: { name: 'note.txt', bytes: bytesOf(resolution) },
    expected: {
      ok: true,
      value: {
        sections: [
          {
            address: 'considering',
            provisions: [{ label: 'a)', text: 'that ITU‑R M.2083 exists;' }],
          },
          { address: 'resolves', provisions: [{ label: '1' }] },
        ],
      },
    },
  },
  {
    name: 'reads prose as plain text',
    method: 'parse',
    request: { name: 'note.txt', bytes: bytesOf('Dear colleagues, lunch is at noon.') },
    expected: {
      ok: true,
      value: {
        form: 'plain',
        sections: [{ provisions: [{ text: 'Dear colleagues, lunch is at noon.' }] }],
      },
    },
  },
  {
    name: 'refuses bytes that are no text',
    method: 'parse',
    request: { name: 'bytes.txt', bytes: new Uint8Array([0x01, 0xd8, 0xff, 0x00]) },
    expected: fails('not-text'),
  },
  {
    name: 'refuses an empty file',
    method: 'parse',
    request: { name: 'empty.txt', bytes: new Uint8Array() },
    expected: fails('file-empty'),
  },
  {
    name: 'needs bytes',
    method: 'parse',
    request: { name: 'note.txt', bytes: [1, 2, 3] },
    expected: fails('invalid-request'),
  },
  {
    name: 'finds that a file is in the library already, and lists one that is not there as failed',
    method: 'import',
    request: { paths: [bundledFile, '/nowhere/at-all.txt'] },
    expected: {
      ok: true,
      value: [
        {
          file: bundledFile,
          ok: true,
          work: 'wtsa/resolution/92',
          edition: edition2016,
          warnings: [{ code: 'already-here' }],
          error: null,
        },
        { file: '/nowhere/at-all.txt', ok: false, work: null, error: { code: 'file-missing' } },
      ],
    },
  },
  {
    name: 'needs something to import',
    method: 'import',
    request: { paths: [] },
    expected: fails('invalid-request'),
  },
  {
    name: 'gives a reference to a work’s newest edition, the same on every wire',
    method: 'export',
    request: { address: 'wtsa/resolution/92', format: 'ris' },
    expected: {
      ok: true,
      value: {
        name: 'wtsa-resolution-92-2024.ris',
        content: {
          text: `TY  - STAND
AU  - World Telecommunication Standardization Assembly
TI  - Enhancing the standardization activities in the ITU Telecommunication Standardization Sector related to non-radio aspects of international mobile telecommunications
M3  - Resolution
M1  - 92
PB  - World Telecommunication Standardization Assembly
CY  - New Delhi
PY  - 2024
DA  - 2024/10/24/
T2  - WTSA-24
LA  - en
ID  - wtsa-resolution-92-2024
N1  - Resolution 92 (Rev. New Delhi, 2024)
UR  - recital:wtsa/resolution/92@2024
ER  - 
`.replaceAll('\n', '\r\n'),
        },
      },
    },
  },
  {
    name: 'gives a file for Word, which is no text',
    method: 'export',
    request: { address: edition2016, format: 'docx' },
    expected: { ok: true, value: { name: 'wtsa-resolution-92-2016.docx' } },
  },
  {
    name: 'knows formats by name',
    method: 'export',
    request: { address: edition2016, format: 'pdf' },
    expected: fails('invalid-request'),
  },
  {
    name: 'does not know an edition',
    method: 'export',
    request: { address: 'wtsa/resolution/92@1999', format: 'md' },
    expected: fails('unknown-edition'),
  },
  {
    name: 'gives no part of a document',
    method: 'export',
    request: { address: `${edition2016}#considering.k`, format: 'md' },
    expected: fails('format-unsupported'),
  },
  {
    name: 'needs an address',
    method: 'handoutPdf',
    request: {},
    expected: fails('invalid-request'),
  },
  {
    name: 'does not know a tour that nobody made',
    method: 'handoutPdf',
    request: { address: 'tour/own-other' },
    expected: fails('unknown-record'),
  },
  ...casesOfTours,
  ...casesOfPacks,
  ...casesOfDesk,
  { name: 'is not there', method: 'compose', request: {}, expected: fails('unknown-method') },
  {
    name: 'is not there by inheritance',
    method: 'constructor',
    request: {},
    expected: fails('unknown-method'),
  },
  {
    name: 'is not there by prototype',
    method: '__proto__',
    request: {},
    expected: fails('unknown-method'),
  },
  {
    name: 'is not there without a name',
    method: '',
    request: {},
    expected: fails('unknown-method'),
  },
];

/** Every code that a call can give; those that no request of a case can bring about have tests of their own. */
export const codesOfCalls: readonly FailureCode[] = [
  'malformed-address',
  'unknown-work',
  'unknown-edition',
  'unknown-section',
  'unknown-provision',
  'unknown-record',
  'file-empty',
  'not-text',
  'invalid-request',
  'unknown-method',
  'inbox-closed',
  'pack-damaged',
  'pack-forged',
  'pack-newer',
  'pack-does-not-apply',
  'untrusted',
  'unknown-pack',
];
