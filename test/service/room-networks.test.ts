import type { NetworkInterfaceInfo } from 'node:os';
import { describe, expect, it, test } from 'vitest';
import type { RoomNetwork } from '../../main/contract/room.ts';
import { findNetworks } from '../../main/service/room/networks.ts';
import { findObstacles, patience } from '../../main/service/room/obstacles.ts';

/** One address of an interface, as Node tells it. */
const on = (address: string, more: Partial<NetworkInterfaceInfo> = {}): NetworkInterfaceInfo =>
  ({
    address,
    netmask: '255.255.255.0',
    mac: '02:00:00:00:00:01',
    internal: false,
    cidr: `${address}/24`,
    family: address.includes(':') ? 'IPv6' : 'IPv4',
    ...more,
  }) as NetworkInterfaceInfo;

const table = (rows: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(rows).map(([name, address]) => [name, [on(address)]]));

const kindsOn = (platform: string, rows: Readonly<Record<string, string>>) =>
  Object.fromEntries(
    findNetworks(table(rows), platform).map(({ name, kind }) => [name, kind] as const),
  );

describe('networks are told apart', () => {
  test('on Linux, by the names that the kernel and systemd give', () => {
    expect(
      kindsOn('linux', {
        wlp3s0: '192.168.1.20',
        wlan0: '10.0.0.5',
        enp0s31f6: '192.168.7.3',
        eno1: '192.168.8.3',
        enx001122334455: '192.168.9.3',
        eth0: '172.16.0.4',
        usb0: '192.168.42.129',
        docker0: '172.17.0.1',
        'br-0a1b2c': '172.18.0.1',
        veth12ab: '172.19.0.1',
        virbr0: '192.168.122.1',
        tun0: '10.8.0.2',
        wg0: '10.9.0.2',
        tailscale0: '100.64.0.9',
        wwan0: '10.20.30.40',
      }),
    ).toEqual({
      wlp3s0: 'wireless',
      wlan0: 'wireless',
      enp0s31f6: 'wired',
      eno1: 'wired',
      enx001122334455: 'wired',
      eth0: 'wired',
      usb0: 'wired',
      docker0: 'virtual',
      'br-0a1b2c': 'virtual',
      veth12ab: 'virtual',
      virbr0: 'virtual',
      tun0: 'virtual',
      wg0: 'virtual',
      tailscale0: 'virtual',
      wwan0: 'virtual',
    });
  });

  test('on macOS, where wireless and wired ones are called alike', () => {
    expect(
      kindsOn('darwin', {
        en0: '192.168.1.20',
        en5: '192.168.7.3',
        bridge100: '192.168.64.1',
        bridge0: '192.168.3.9',
        utun3: '10.8.0.2',
        awdl0: '10.1.1.1',
        llw0: '10.1.1.2',
      }),
    ).toEqual({
      en0: 'wireless',
      en5: 'wired',
      bridge100: 'virtual',
      bridge0: 'virtual',
      utun3: 'virtual',
      awdl0: 'virtual',
      llw0: 'virtual',
    });
  });

  test('on Windows, whatever language it speaks', () => {
    expect(
      kindsOn('win32', {
        'Wi-Fi': '192.168.1.20',
        'WLAN 2': '192.168.1.21',
        'Беспроводная сеть': '192.168.1.22',
        无线网络连接: '192.168.1.23',
        Ethernet: '192.168.7.3',
        'Ethernet 2': '192.168.7.4',
        以太网: '192.168.7.5',
        'LAN-Verbindung': '192.168.7.6',
        'Подключение по локальной сети': '192.168.7.7',
        'Conexión de área local': '192.168.7.8',
        'vEthernet (WSL (Hyper-V firewall))': '172.29.0.1',
        'VMware Network Adapter VMnet8': '192.168.56.1',
        'VirtualBox Host-Only Network': '192.168.57.1',
        'OpenVPN TAP-Windows6': '10.8.0.2',
        Tailscale: '100.64.0.9',
        'Bluetooth Network Connection': '192.168.44.2',
      }),
    ).toEqual({
      'Wi-Fi': 'wireless',
      'WLAN 2': 'wireless',
      'Беспроводная сеть': 'wireless',
      无线网络连接: 'wireless',
      Ethernet: 'wired',
      'Ethernet 2': 'wired',
      以太网: 'wired',
      'LAN-Verbindung': 'wired',
      'Подключение по локальной сети': 'wired',
      'Conexión de área local': 'wired',
      'vEthernet (WSL (Hyper-V firewall))': 'virtual',
      'VMware Network Adapter VMnet8': 'virtual',
      'VirtualBox Host-Only Network': 'virtual',
      'OpenVPN TAP-Windows6': 'virtual',
      Tailscale: 'virtual',
      'Bluetooth Network Connection': 'unknown',
    });
  });

  test.each([
    ['linux', 'wlp3s0', '10.42.0.1'],
    ['linux', 'ap0', '192.168.12.1'],
    ['darwin', 'bridge100', '192.168.2.1'],
    ['win32', 'Local Area Connection* 12', '192.168.137.1'],
    ['win32', 'Local Area Connection* 2', '192.168.5.1'],
    ['win32', 'Подключение по локальной сети* 10', '192.168.137.1'],
    ['win32', '本地连接* 3', '192.168.137.1'],
  ])('that the machine makes itself is a hotspot: on %s %s %s', (platform, name, address) => {
    expect(kindsOn(platform, { [name]: address })).toEqual({ [name]: 'hotspot' });
  });

  it('leaves out what leads nowhere: the machine itself, and addresses that nobody gave it', () => {
    const networks = findNetworks(
      {
        lo: [on('127.0.0.1', { internal: true })],
        eth0: [on('169.254.12.7'), on('fe80::1')],
        wlan0: [on('2001:db8::1')],
        gone: undefined,
      },
      'linux',
    );
    expect(networks).toEqual([]);
  });

  it('puts first what the room likeliest comes by', () => {
    const rows = {
      docker0: '172.17.0.1',
      eth0: '10.0.0.2',
      odd0: '10.0.1.2',
      wlan0: '10.0.2.2',
      ap0: '10.42.0.1',
    };
    const hosts = findNetworks(table(rows), 'linux').map(({ host }) => host);
    expect(hosts).toEqual(['10.42.0.1', '10.0.2.2', '10.0.0.2', '10.0.1.2', '172.17.0.1']);
  });
});

const wireless: RoomNetwork = { host: '192.168.1.20', name: 'wlan0', kind: 'wireless' };
const wired: RoomNetwork = { host: '10.0.0.2', name: 'eth0', kind: 'wired' };
const inside: RoomNetwork = { host: '172.17.0.1', name: 'docker0', kind: 'virtual' };
const room = (host: string, more = {}) => ({ host, sinceMs: 0, hasHadGuests: false, ...more });

describe('what stands in the way', () => {
  it('is nothing where there is one network, whatever is inside the machine', () => {
    expect(findObstacles([wireless, inside], null, 0)).toEqual([]);
    expect(findObstacles([wireless], room(wireless.host), 1000)).toEqual([]);
  });
  it('is that there is no network', () => {
    expect(findObstacles([], null, 0)).toEqual(['no-network']);
    expect(findObstacles([inside], null, 0)).toEqual(['no-network']);
  });
  it('may be that the room is on another of several', () => {
    expect(findObstacles([wireless, wired], null, 0)).toEqual(['several-networks']);
    const twoAddresses = [wireless, { ...wireless, host: '192.168.1.21' }];
    expect(findObstacles(twoAddresses, null, 0)).toEqual([]);
  });
  it('is that the address which is shared has gone, and nothing once it is back', () => {
    const opened = room(wireless.host, { hasHadGuests: true });
    expect(findObstacles([], opened, 0)).toEqual(['no-network', 'network-gone']);
    expect(findObstacles([wired], opened, 0)).toEqual(['network-gone']);
    expect(findObstacles([wireless], opened, 0)).toEqual([]);
  });
  it('never is a gone address where all addresses are shared, or this machine alone', () => {
    for (const host of ['0.0.0.0', '::', '127.0.0.1', '::1', 'localhost'])
      expect(findObstacles([wireless], room(host), 0)).toEqual([]);
  });
  it('may be a firewall, or an access point that keeps machines apart, once nobody has come for a while', () => {
    const opened = room(wireless.host);
    expect(findObstacles([wireless], opened, patience - 1)).toEqual([]);
    expect(findObstacles([wireless], opened, patience)).toEqual(['nobody-came']);
    const visited = room(wireless.host, { hasHadGuests: true });
    expect(findObstacles([wireless], visited, patience * 2)).toEqual([]);
  });
});
