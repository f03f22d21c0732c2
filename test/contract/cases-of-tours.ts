import type { FailureCode } from '../../main/contract/failure.ts';
import type { Case } from './cases.ts';

const fails = (code: FailureCode): object => ({ ok: false, error: { code } });

const address = 'tour/own-mine';

const tour = {
  address,
  title: 'Mine',
  lead: 'For *all*.',
  language: 'fr',
  basedOn: null,
  stops: [
    {
      id: 'a1',
      title: 'First',
      minutes: 3,
      show: [{ kind: 'address', address: 'term/roadmap', quotation: null }],
      notes: 'Only for me.',
      question: 'Well?',
      answers: ['yes', 'no'],
    },
  ],
} as const;

const stage = { tour: address, stop: 1, step: 0, highlight: null, isBlack: false } as const;

/** Calls of the tours that a person makes and of the room, each standing on those before it. */
export const casesOfTours: readonly Case[] = (
  [
    {
      name: 'keeps a tour',
      method: 'keepTour',
      request: { tour },
      expected: { ok: true, value: { tour, attention: [] } },
    },
    {
      name: 'refuses two stops with one id',
      method: 'keepTour',
      request: { tour: { ...tour, stops: [tour.stops[0], tour.stops[0]] } },
      expected: fails('invalid-request'),
    },
    {
      name: 'gives a tour of one’s own',
      method: 'ownTour',
      request: { address },
      expected: { ok: true, value: { tour } },
    },
    {
      name: 'needs an address',
      method: 'ownTour',
      request: {},
      expected: fails('invalid-request'),
    },
    {
      name: 'does not know a tour that nobody made',
      method: 'ownTour',
      request: { address: 'tour/own-other' },
      expected: fails('unknown-record'),
    },
    {
      name: 'prints the handout of a tour of one’s own',
      method: 'handoutPdf',
      request: { address },
      expected: {
        ok: true,
        value: {
          name: 'own-mine-handout.pdf',
          mediaType: 'application/pdf',
          content: { base64: 'JVBERg==' },
        },
      },
    },
    {
      name: 'begins a tour',
      method: 'newTour',
      request: { title: 'New', language: 'ar' },
      expected: { ok: true, value: { tour: { title: 'New', language: 'ar', stops: [] } } },
    },
    { name: 'takes no other', method: 'newTour', request: 1, expected: fails('invalid-request') },
    {
      name: 'gives the file of a tour',
      method: 'tourFile',
      request: { address },
      expected: { ok: true, value: { name: 'Mine.tour.json' } },
    },
    {
      name: 'needs an address',
      method: 'tourFile',
      request: {},
      expected: fails('invalid-request'),
    },
    {
      name: 'takes the file of a tour',
      method: 'takeTour',
      request: { text: JSON.stringify({ format: 'recital-tour', version: 1, tour }) },
      expected: { ok: true, value: { tour: { title: 'Mine' } } },
    },
    { name: 'needs a text', method: 'takeTour', request: {}, expected: fails('invalid-request') },
    {
      name: 'says that nothing is presented',
      method: 'room',
      request: {},
      expected: { ok: true, value: { stage: null, isInboxOpen: false } },
    },
    {
      name: 'asks for nothing',
      method: 'room',
      request: { who: 'everybody' },
      expected: fails('invalid-request'),
    },
    {
      name: 'is closed until the trainer opens it',
      method: 'tell',
      request: { kind: 'question', tour: address, stop: 1, text: 'Why?' },
      expected: fails('inbox-closed'),
    },
    {
      name: 'opens the room',
      method: 'openRoom',
      request: { host: '192.0.2.7', own: [] },
      expected: { ok: true, value: { open: { url: 'http://192.0.2.7/', code: '1234 5678' } } },
    },
    { name: 'needs a host', method: 'openRoom', request: {}, expected: fails('invalid-request') },
    {
      name: 'says how the room is',
      method: 'roomStatus',
      request: {},
      expected: { ok: true, value: { open: { connected: 0, isInboxOpen: false } } },
    },
    { name: 'asks nothing', method: 'roomStatus', request: 1, expected: fails('invalid-request') },
    {
      name: 'shows the room a stop',
      method: 'present',
      request: { stage },
      expected: { ok: true, value: null },
    },
    {
      name: 'counts stops from one',
      method: 'present',
      request: { stage: { ...stage, stop: 0 } },
      expected: fails('invalid-request'),
    },
    {
      name: 'opens the inbox',
      method: 'openInbox',
      request: { isOpen: true },
      expected: { ok: true, value: { open: { isInboxOpen: true } } },
    },
    {
      name: 'needs a yes or a no',
      method: 'openInbox',
      request: {},
      expected: fails('invalid-request'),
    },
    {
      name: 'asks the presenter',
      method: 'tell',
      request: { kind: 'question', tour: address, stop: 1, text: 'Why?' },
      expected: { ok: true, value: null },
    },
    {
      name: 'answers with a tap',
      method: 'tell',
      request: { kind: 'answer', tour: address, stop: 1, choice: 1 },
      expected: { ok: true, value: null },
    },
    {
      name: 'needs words',
      method: 'tell',
      request: { kind: 'question', tour: address, stop: 1, text: '' },
      expected: fails('invalid-request'),
    },
    {
      name: 'gives what came in',
      method: 'inbox',
      request: { tour: 'tour/own-unheard' },
      expected: { ok: true, value: { questions: [], answers: {} } },
    },
    { name: 'needs a tour', method: 'inbox', request: {}, expected: fails('invalid-request') },
    {
      name: 'hides nothing where nothing is',
      method: 'hideQuestion',
      request: { tour: 'tour/own-unheard', id: 'x', isHidden: true },
      expected: { ok: true, value: { questions: [] } },
    },
    {
      name: 'needs a question',
      method: 'hideQuestion',
      request: { tour: address },
      expected: fails('invalid-request'),
    },
    {
      name: 'closes the room',
      method: 'closeRoom',
      request: {},
      expected: { ok: true, value: { open: null } },
    },
    { name: 'asks nothing', method: 'closeRoom', request: 1, expected: fails('invalid-request') },
    {
      name: 'ends the presentation',
      method: 'present',
      request: { stage: null },
      expected: { ok: true, value: null },
    },
    {
      name: 'puts a tour away',
      method: 'dropTour',
      request: { address },
      expected: { ok: true, value: null },
    },
    {
      name: 'needs an address',
      method: 'dropTour',
      request: {},
      expected: fails('invalid-request'),
    },
  ] satisfies readonly Omit<Case, 'changes'>[]
).map((one) => Object.assign(one, { changes: true as const }));
