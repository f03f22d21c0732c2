import type { IncomingMessage } from 'node:http';
import { readBody } from './body.ts';
import { enterPage, enterPolicy, type EnterNote } from './enter-page.ts';
import type { Gate } from './gate.ts';
import { refusal, type Reply } from './reply.ts';

const toPage = (path: string, headers: Readonly<Record<string, string>> = {}): Reply => ({
  status: 303,
  type: 'text/plain; charset=utf-8',
  body: '',
  headers: { Location: path, ...headers },
});

/** Where a browser without the code is sent. */
export const toEnter = toPage('/enter');

const form = (
  gate: Gate,
  status: number,
  note: EnterNote | null,
  headers: Readonly<Record<string, string>> = {},
): Reply => ({
  status,
  type: 'text/html; charset=utf-8',
  body: enterPage(/^[\d\s-]+$/.test(gate.code), note),
  headers: { 'Content-Security-Policy': enterPolicy, ...headers },
});

/** A form with one short field; anything longer is no person's. */
const maxFormBytes = 2_000;

/** Answers `/enter`: shows the form, and takes the code typed into it. */
export async function enterReply(
  gate: Gate,
  client: string,
  request: IncomingMessage,
): Promise<Reply> {
  if (gate.isOpenTo(request.headers.cookie)) return toPage('/');
  if (request.method !== 'POST') return form(gate, 200, null);
  const body = await readBody(request, maxFormBytes);
  if (!body.ok) return refusal(false, body.error);
  const answer = gate.enter(client, new URLSearchParams(body.value).get('code') ?? '');
  switch (answer.kind) {
    case 'entered':
      return toPage('/', { 'Set-Cookie': answer.cookie });
    case 'wrong':
      return form(gate, 401, 'wrong');
    case 'wait':
      return form(gate, 429, 'wait', { 'Retry-After': String(Math.ceil(answer.ms / 1000)) });
  }
}
