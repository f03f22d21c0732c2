import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { IncomingMessage } from 'node:http';
import type { Reply } from './reply.ts';

const compress = promisify(gzip);

const takesGzip = ({ headers }: IncomingMessage): boolean =>
  /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?(?:,|\s|$))/.test(String(headers['accept-encoding'] ?? ''));

const isCompressible = (type: string): boolean => /^(?:text\/|application\/|image\/svg)/.test(type);

/** Whole bodies by what they were made of: bytes that are kept to be sent again are compressed once. */
const forms = new WeakMap<Uint8Array, Promise<Uint8Array>>();

function compressedForm(body: Uint8Array, level: number): Promise<Uint8Array> {
  const form = forms.get(body) ?? compress(body, { level });
  forms.set(body, form);
  return form;
}

/** The reply as this client takes it. `level`: how much work it is worth, from 1 to 9; `atLeast`: bytes from which it is. */
export async function compressedFor(
  request: IncomingMessage,
  reply: Reply,
  level: number,
  atLeast = 0,
): Promise<Reply> {
  const { body, type } = reply;
  if (body.length < atLeast || !isCompressible(type)) return reply;
  const headers = { ...reply.headers, Vary: 'Accept-Encoding' };
  if (!takesGzip(request)) return { ...reply, headers };
  const form = await (typeof body === 'string'
    ? compress(body, { level })
    : compressedForm(body, level));
  return { ...reply, headers: { ...headers, 'Content-Encoding': 'gzip' }, body: form };
}
