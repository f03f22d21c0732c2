import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readDrawing } from '../../build/package/drawing.ts';
import { makeIcons } from '../../build/package/icons.ts';
import { rasterise } from '../../build/package/rasterise.ts';
import { project } from '../../build/tools.ts';

const svg = (shapes: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">${shapes}</svg>`;

/** The colours of a drawing at places of its own units, as red, green, blue, opacity. */
async function colours(text: string, places: readonly (readonly [number, number])[]) {
  const [picture] = await rasterise(readDrawing(text), [256]);
  return places.map(([x, y]) => {
    const at = (Math.floor(y * 8) * 256 + Math.floor(x * 8)) * 4;
    return [...picture!.pixels.subarray(at, at + 4)];
  });
}

const nothing = [0, 0, 0, 0];
const red = [255, 0, 0, 255];
const blue = [0, 0, 255, 255];

describe('a drawing', () => {
  test('is painted where it says and nowhere else, later shapes over earlier ones', async () => {
    const text = svg(
      '<rect x="4" y="8" width="16" height="8" fill="#f00"/><path d="M8 10h4v4H8Z" fill="#0000ff"/>',
    );
    expect(
      await colours(text, [
        [2, 2],
        [6, 9],
        [10, 12],
        [19, 15],
        [21, 15],
      ]),
    ).toEqual([nothing, red, blue, red, nothing]);
  });

  test('has round corners where it says so, on all four sides', async () => {
    const text = svg('<rect width="32" height="32" rx="8" fill="#f00"/>');
    const corners = [
      [0.5, 0.5],
      [31.5, 0.5],
      [0.5, 31.5],
      [31.5, 31.5],
    ] as const;
    expect(await colours(text, corners)).toEqual(corners.map(() => nothing));
    // A circle's own edge at 45 degrees lies 8 * (1 - 1/sqrt(2)) = 2.34 from the corner.
    const inside = [
      [2.6, 2.6],
      [29.4, 2.6],
      [2.6, 29.4],
      [29.4, 29.4],
    ] as const;
    expect(await colours(text, inside)).toEqual(inside.map(() => red));
  });

  test('has arcs that bulge to the side that their flags say', async () => {
    const half = (flags: string) =>
      svg(`<path d="M16 8a8 8 0 ${flags} 0 16" fill="none" stroke="#f00" stroke-width="2"/>`);
    expect(
      await colours(half('0 1'), [
        [24, 16],
        [8, 16],
      ]),
    ).toEqual([red, nothing]);
    expect(
      await colours(half('0 0'), [
        [24, 16],
        [8, 16],
      ]),
    ).toEqual([nothing, red]);
    // Three quarters of a circle around (16, 16).
    const large = svg(
      '<path d="M16 8A8 8 0 1 1 8 16" fill="none" stroke="#f00" stroke-width="2"/>',
    );
    expect(
      await colours(large, [
        [24, 16],
        [16, 24],
        [10.3, 10.3],
      ]),
    ).toEqual([red, red, nothing]);
  });

  test.each([
    '<circle r="4"/>',
    '<g><rect width="1" height="1"/></g>',
    '<rect width="4" height="4" transform="scale(2)"/>',
    '<rect width="4" height="4" fill="url(#a)"/>',
    '<path d="M0 0Q1 1 2 2"/>',
    '<path d="M0 0L1"/>',
    '<path d="M0 0A4 8 0 0 1 8 8"/>',
    '<path d="M0 0L8 8" stroke-linecap="pointed"/>',
  ])('with something that would be painted wrongly is refused: %s', (shape) => {
    expect(() => readDrawing(svg(shape))).toThrow(/ of ours /u);
  });

  test('without a place to be drawn in is refused', () => {
    expect(() => readDrawing('<svg xmlns="http://www.w3.org/2000/svg"/>')).toThrow('viewBox');
    expect(() => readDrawing('<html/>')).toThrow('svg element');
  });
});

/** What a PNG says of itself, with the opacity of its first pixel and of the one in its middle. */
function readPng(file: Buffer) {
  expect(file.subarray(1, 4).toString()).toBe('PNG');
  const size = file.readUInt32BE(16);
  const at = file.indexOf('IDAT');
  const rows = inflateSync(file.subarray(at + 4, at + 4 + file.readUInt32BE(at - 4)));
  const opacity = (x: number, y: number) => rows[y * (size * 4 + 1) + 1 + x * 4 + 3];
  return { size, opacities: [opacity(0, 0) ?? 255, opacity(size / 2, size / 2) ?? 0] };
}

describe('the icons', () => {
  const folder = mkdtempSync(join(tmpdir(), 'recital-icons-'));
  const of = (name: string): Buffer => readFileSync(join(folder, name));
  beforeAll(() => makeIcons(join(project, 'build/package/icon.svg'), 'icon', folder));
  afterAll(() => rmSync(folder, { recursive: true }));

  test('for Linux are pictures named by their sizes, clear at the corners', () => {
    const names = readdirSync(join(folder, 'icon'));
    expect(names).toEqual(expect.arrayContaining(['16x16.png', '48x48.png', '512x512.png']));
    for (const name of names) {
      const size = Number.parseInt(name, 10);
      const picture = readPng(of(`icon/${name}`));
      expect(picture.size).toBe(size);
      // The edge of a corner's curve may just touch the outermost pixel of the smallest.
      const [corner = 255, middle = 0] = picture.opacities;
      expect([corner < 8, middle]).toEqual([true, 255]);
    }
  });

  test('for Windows are one file of whole pictures, up to 256 pixels', () => {
    const file = of('icon.ico');
    expect([file.readUInt16LE(0), file.readUInt16LE(2)]).toEqual([0, 1]);
    const pictures = Array.from({ length: file.readUInt16LE(4) }, (_, index) => {
      const at = 6 + 16 * index;
      const place = file.readUInt32LE(at + 12);
      const picture = file.subarray(place, place + file.readUInt32LE(at + 8));
      expect(readPng(picture).size).toBe(file[at] === 0 ? 256 : file[at]);
      return readPng(picture).size;
    });
    expect(pictures).toEqual(expect.arrayContaining([16, 24, 32, 48, 256]));
    expect(Math.max(...pictures)).toBe(256);
  });

  test('for macOS are one file of parts that fill it, each of the size that its name means', () => {
    const file = of('icon.icns');
    expect(file.subarray(0, 4).toString()).toBe('icns');
    expect(file.readUInt32BE(4)).toBe(file.length);
    const sizes: Record<string, number> = {};
    for (let at = 8; at < file.length; at += file.readUInt32BE(at + 4))
      sizes[file.subarray(at, at + 4).toString()] = readPng(file.subarray(at + 8)).size;
    // Apple's names: those with "2x" hold twice the pixels.
    expect(sizes).toEqual({
      ic11: 32,
      ic12: 64,
      ic07: 128,
      ic13: 256,
      ic08: 256,
      ic14: 512,
      ic09: 512,
      ic10: 1024,
    });
  });
});

const read = (file: string): string => readFileSync(join(project, file), 'utf8');

test("the program's icon is the drawing that the pages show", () => {
  expect(read('build/package/icon.svg')).toBe(read('renderer/style/icon.svg'));
});
