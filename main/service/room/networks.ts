import { networkInterfaces, type NetworkInterfaceInfo } from 'node:os';
import type { RoomNetwork } from '../../contract/room.ts';

type Interfaces = NodeJS.Dict<NetworkInterfaceInfo[]>;

/**
 * Addresses that a system gives to the network which it makes itself: Windows' mobile hotspot, macOS' internet sharing,
 * NetworkManager's shared connection, and a phone's tethering as the phone itself sees it.
 */
const hotspots = /^(?:192\.168\.137|192\.168\.2|10\.42\.\d+|192\.168\.43)\.1$/;

/**
 * Names that systems give, Windows in the person's language. `virtual` are networks inside the machine, and those by which
 * nobody in the room can come: tunnels and mobile ones. A star ends the names of the adapters with which Windows makes a
 * hotspot.
 */
const namesOf = {
  virtual:
    /^(?:docker|podman|br-|veth|virbr|lxdbr|lxcbr|vmnet|vboxnet|vnic|utun|tun|tap|wg|zt|ppp|ipsec|wwan|wwp|tailscale|nordlynx|llw|awdl|lxc|cni|cali|flannel|kube)|vethernet|hyper-v|wsl|vpn|vmware|virtualbox|wireguard|tailscale|zerotier|cellular/i,
  hotspot: /^(?:ap\d|bridge1\d\d$)|\* ?\d*$/i,
  wireless:
    /^(?:wl|wifi|wi-fi|ath\d|ra\d)|wireless|drahtlos|sans fil|inal[aá]mbric|беспровод|无线|無線|لاسلك/iu,
  wired:
    /^(?:eth|en[opsx]|em\d|usb\d|lan|local area|conexión de área local|connexion au réseau local|подключение по локальн|以太网|本地连接)|إيثرنت/iu,
} as const;

const kinds = ['virtual', 'hotspot', 'wireless', 'wired'] as const;

/** macOS calls wireless and wired ones alike `en`, and the wireless one comes first on every laptop of these years. */
function kindOnMac(name: string, address: string): RoomNetwork['kind'] | null {
  if (name === 'en0') return 'wireless';
  if (/^en\d+$/.test(name)) return 'wired';
  // Virtual machines get a bridge of the same name as internet sharing, on another address.
  return name.startsWith('bridge') && !hotspots.test(address) ? 'virtual' : null;
}

function kindOf(name: string, address: string, platform: string): RoomNetwork['kind'] {
  if (namesOf.virtual.test(name)) return 'virtual';
  const onMac = platform === 'darwin' ? kindOnMac(name, address) : null;
  if (onMac !== null) return onMac;
  if (hotspots.test(address)) return 'hotspot';
  return kinds.find((kind) => namesOf[kind].test(name)) ?? 'unknown';
}

/** Addresses that a machine gives itself where nobody gave it one: that network leads nowhere. */
const isSelfGiven = (address: string): boolean => address.startsWith('169.254.');

/**
 * The ways by which the room could reach this machine, the likeliest first: what it makes itself, wireless, wired, the rest,
 * and at the end those inside the machine. Only IPv4: an address that people type from a wall is short.
 */
export function findNetworks(
  interfaces: Interfaces = networkInterfaces(),
  platform: string = process.platform,
): RoomNetwork[] {
  const order: readonly RoomNetwork['kind'][] = [
    'hotspot',
    'wireless',
    'wired',
    'unknown',
    'virtual',
  ];
  return Object.entries(interfaces)
    .flatMap(([name, addresses]) =>
      (addresses ?? [])
        .filter(
          ({ family, internal, address }) =>
            family === 'IPv4' && !internal && !isSelfGiven(address),
        )
        .map(({ address }) => ({ host: address, name, kind: kindOf(name, address, platform) })),
    )
    .toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
}
