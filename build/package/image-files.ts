import { crc32, deflateSync } from 'node:zlib';
import type { Picture } from './rasterise.ts';

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

/** PNG (ISO/IEC 15948): eight bits a channel with opacity. */
export function png({ size, pixels }: Picture): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 6, 0, 0, 0], 8);
  const row = size * 4;
  const rows = Buffer.alloc(size * (row + 1));
  for (let y = 0; y < size; y += 1) {
    // Each row begins with its filter: 0, none.
    rows.set(pixels.subarray(y * row, (y + 1) * row), y * (row + 1) + 1);
  }
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** An icon for Windows: a list of places, then the pictures as PNG, which Windows has read since Vista. At most 256 pixels. */
export function ico(pictures: readonly Picture[]): Buffer {
  const files = pictures.map(png);
  const header = Buffer.alloc(6 + 16 * files.length);
  header.writeUInt16LE(1, 2);
  header.writeUInt16LE(files.length, 4);
  let place = header.length;
  for (const [index, file] of files.entries()) {
    const at = 6 + 16 * index;
    // 256 is written as 0.
    const side = (pictures[index]?.size ?? 0) % 256;
    header.set([side, side, 0, 0], at);
    header.writeUInt16LE(1, at + 4);
    header.writeUInt16LE(32, at + 6);
    header.writeUInt32LE(file.length, at + 8);
    header.writeUInt32LE(place, at + 12);
    place += file.length;
  }
  return Buffer.concat([header, ...files]);
}

/** Apple's names for pictures that hold a PNG, by pixels. */
const appleTypes: ReadonlyMap<number, readonly string[]> = new Map([
  [32, ['ic11']],
  [64, ['ic12']],
  [128, ['ic07']],
  [256, ['ic08', 'ic13']],
  [512, ['ic09', 'ic14']],
  [1024, ['ic10']],
]);

/** An icon for macOS (10.7 and later). Sizes that it has no name for are left out. */
export function icns(pictures: readonly Picture[]): Buffer {
  const parts = pictures.flatMap((picture) => {
    const file = png(picture);
    return (appleTypes.get(picture.size) ?? []).map((type) => {
      const head = Buffer.from(`${type}0000`, 'latin1');
      head.writeUInt32BE(file.length + 8, 4);
      return Buffer.concat([head, file]);
    });
  });
  const body = Buffer.concat(parts);
  const head = Buffer.from('icns0000', 'latin1');
  head.writeUInt32BE(body.length + 8, 4);
  return Buffer.concat([head, body]);
}
