import { lookup } from 'node:dns/promises';
import { BlockList, isIP, isIPv6, type Socket } from 'node:net';
import { done, failed, type Result } from '../contract/failure.ts';
import { findNetworks } from '../service/index.ts';

/** Where the server listens, worked out from the host that a person named. */
export interface Place {
  /** The name or address as it was given. */
  readonly host: string;
  /** The address to listen on. */
  readonly address: string;
  /** Whether only this machine can reach it. */
  readonly isLoopback: boolean;
  /** Other names by which the room knows this machine. */
  readonly names: readonly string[];
}

const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8, 'ipv4');
loopback.addAddress('::1', 'ipv6');

/** IPv4 inside IPv6, as a server on all addresses sees its IPv4 clients, is written as IPv4; a zone is dropped. */
function plainAddress(address: string): string {
  const [withoutZone = ''] = address.split('%');
  return withoutZone.replace(/^::ffff:(?=\d+\.)/i, '');
}

function isLoopbackAddress(address: string): boolean {
  const plain = plainAddress(address);
  return isIP(plain) !== 0 && loopback.check(plain, isIPv6(plain) ? 'ipv6' : 'ipv4');
}

/** @returns `address-unavailable` for a name that leads nowhere */
export async function findPlace(
  host: string,
  names: readonly string[] = [],
): Promise<Result<Place>> {
  const given = host
    .trim()
    .toLowerCase()
    .replace(/^\[(.*)\]$/, '$1');
  try {
    if (given === '') throw new Error('no name');
    const { address } = await lookup(given);
    return done({ host: given, address, isLoopback: isLoopbackAddress(address), names });
  } catch {
    return failed('address-unavailable', `There is no address "${host}" on this machine.`);
  }
}

const inBrackets = (address: string): string => (isIPv6(address) ? `[${address}]` : address);

/** The address that people open. For a server on all addresses that is the one by which the room likeliest comes now. */
export function urlOf(place: Place, port: number): string {
  const isEverywhere = place.address === '0.0.0.0' || place.address === '::';
  const host = isEverywhere ? (findNetworks()[0]?.host ?? '127.0.0.1') : place.host;
  return `http://${inBrackets(host)}${port === 80 ? '' : `:${port}`}/`;
}

/**
 * Whether a Host header names this server: by the very address that the connection came in on, by the name it was
 * started with, by one that it is announced by to the room, or by `localhost` on this machine. Any other name has been pointed
 * here by somebody else's name server (DNS rebinding) so that his page may pass for ours.
 */
export function isOurHost(header: string, socket: Socket, place: Place): boolean {
  const { localAddress = '', localPort = 0 } = socket;
  const asked = header.toLowerCase();
  const isAsked = (name: string): boolean =>
    asked === `${name}:${localPort}` || (localPort === 80 && asked === name);
  return (
    isAsked(inBrackets(plainAddress(localAddress))) ||
    (isIP(place.host) === 0 && isAsked(place.host)) ||
    (isAsked('localhost') && isLoopbackAddress(localAddress)) ||
    (!place.isLoopback && place.names.some(isAsked))
  );
}

/**
 * Who a request counts as. A client with IPv6 commands a whole /64 network, so its first four groups are its name.
 *
 * @example clientOf('::ffff:192.0.2.7') // => '192.0.2.7'
 * @example clientOf('2001:db8::1') // => '2001:db8:0:0'
 */
export function clientOf(remoteAddress: string | undefined): string {
  const address = plainAddress(remoteAddress ?? '');
  if (!isIPv6(address)) return address;
  const [before = '', after] = address.split('::');
  const head = before === '' ? [] : before.split(':');
  const tail = after === undefined || after === '' ? [] : after.split(':');
  const zeros = after === undefined ? 0 : 8 - head.length - tail.length;
  return [...head, ...Array<string>(zeros).fill('0'), ...tail].slice(0, 4).join(':');
}
