import { parseDocument } from 'htmlparser2';

/**
 * The project's own drawings are SVG of the plainest kind: rectangles and paths with flat colours. What they say in SVG they
 * say almost word for word in PDF, which a library of ours can paint; anything else in a drawing is refused here.
 */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  /** Operators of a PDF page, in the drawing's own units with y going down. */
  readonly operators: string;
}

interface Element {
  readonly name: string;
  readonly attribs: Readonly<Record<string, string>>;
  readonly children: readonly unknown[];
}

const elementsOf = (nodes: readonly unknown[]): readonly Element[] =>
  nodes.filter((node): node is Element => (node as Partial<Element>).attribs !== undefined);

const known: Readonly<Record<string, readonly string[]>> = {
  rect: ['x', 'y', 'width', 'height', 'rx'],
  path: ['d'],
};
const paint = new Set(['fill', 'stroke', 'stroke-width', 'stroke-linecap', 'stroke-linejoin']);
const caps = ['butt', 'round', 'square'];
const joins = ['miter', 'round', 'bevel'];

export function readDrawing(svg: string): Drawing {
  const [root] = elementsOf(parseDocument(svg, { xmlMode: true }).children);
  const box = numbersIn(root?.attribs['viewBox'] ?? '');
  const [left = 0, top = 0, width = 0, height = 0] = box;
  if (root?.name !== 'svg' || box.length !== 4 || width <= 0 || height <= 0)
    throw new Error('A drawing is an svg element with a viewBox.');
  const shapes = elementsOf(root.children).map(shapeOf);
  return {
    width,
    height,
    operators: [`1 0 0 -1 ${-left} ${top + height} cm`, ...shapes].join('\n'),
  };
}

const numbersIn = (text: string): number[] =>
  [...text.matchAll(/[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?/gi)].map(([number]) => Number(number));

function shapeOf({ name, attribs, children }: Element): string {
  const own = known[name];
  if (own === undefined || elementsOf(children).length > 0)
    throw new Error(`A drawing of ours holds no <${name}>.`);
  const odd = Object.keys(attribs).find((each) => !own.includes(each) && !paint.has(each));
  if (odd !== undefined) throw new Error(`<${name}> of a drawing of ours has no ${odd}.`);
  const outline = name === 'rect' ? rectangle(attribs) : pathOf(attribs['d'] ?? '');
  return `q ${painted(attribs, outline)} Q`;
}

function painted(attribs: Element['attribs'], outline: string): string {
  const fill = colour(attribs['fill'] ?? '#000');
  const stroke = colour(attribs['stroke'] ?? 'none');
  const settings = [
    fill === null ? '' : `${fill} rg`,
    stroke === null ? '' : `${stroke} RG`,
    `${Number(attribs['stroke-width'] ?? 1)} w`,
    `${oneOf(caps, attribs['stroke-linecap'])} J ${oneOf(joins, attribs['stroke-linejoin'])} j`,
  ];
  const operator = fill === null ? (stroke === null ? 'n' : 'S') : stroke === null ? 'f' : 'B';
  return `${settings.join(' ')} ${outline} ${operator}`;
}

function oneOf(names: readonly string[], name: string | undefined): number {
  const index = name === undefined ? 0 : names.indexOf(name);
  if (index === -1) throw new Error(`A drawing of ours has no "${name}".`);
  return index;
}

/** Red, green and blue from 0 to 1; null: not painted. */
function colour(text: string): string | null {
  if (text === 'none') return null;
  const hex = /^#([\da-f]{3}|[\da-f]{6})$/i.exec(text)?.[1];
  if (hex === undefined) throw new Error(`A drawing of ours has no colour "${text}".`);
  const pairs = hex.length === 3 ? [...hex].map((digit) => digit + digit) : hex.match(/../g);
  return (pairs ?? []).map((pair) => (parseInt(pair, 16) / 255).toFixed(4)).join(' ');
}

function rectangle(attribs: Element['attribs']): string {
  const [x = 0, y = 0, width = 0, height = 0, r = 0] = (known['rect'] ?? []).map((name) =>
    Number(attribs[name] ?? 0),
  );
  const corner = (dx: number, dy: number) => `a${r} ${r} 0 0 1 ${dx} ${dy}`;
  return pathOf(
    `M${x + r} ${y}H${x + width - r}${corner(r, r)}V${y + height - r}${corner(-r, r)}` +
      `H${x + r}${corner(-r, -r)}V${y + r}${corner(r, -r)}Z`,
  );
}

/** How many numbers each command of a path takes (SVG 2, 9.3). */
const taken: Readonly<Record<string, number>> = { M: 2, L: 2, H: 1, V: 1, C: 6, A: 7, Z: 0 };

function pathOf(d: string): string {
  const written: string[] = [];
  let [x, y, startX, startY] = [0, 0, 0, 0];
  for (const [, letter = '', rest = ''] of d.matchAll(/([a-z])([^a-df-z]*)/gi)) {
    const command = letter.toUpperCase();
    const count = taken[command];
    const values = numbersIn(rest);
    if (count === undefined || (count === 0 ? values.length > 0 : values.length % count !== 0))
      throw new Error(`A path of ours has no "${letter}${rest}".`);
    const [ox, oy] = letter === command ? [0, 0] : [1, 1];
    for (let at = 0; at < Math.max(values.length, 1); at += Math.max(count, 1)) {
      const [a = 0, b = 0, c = 0, e = 0, f = 0, g = 0, h = 0] = values.slice(at, at + count);
      const [fromX, fromY] = [x, y];
      switch (command) {
        case 'M':
          [x, y] = [a + ox * x, b + oy * y];
          // More pairs after the first are lines.
          if (at === 0) [startX, startY] = [x, y];
          written.push(`${x} ${y} ${at === 0 ? 'm' : 'l'}`);
          break;
        case 'L':
        case 'H':
        case 'V':
          if (command !== 'V') x = a + ox * x;
          if (command !== 'H') y = (command === 'V' ? a : b) + oy * y;
          written.push(`${x} ${y} l`);
          break;
        case 'C':
          [x, y] = [f + ox * x, g + oy * y];
          written.push(
            `${a + ox * fromX} ${b + oy * fromY} ${c + ox * fromX} ${e + oy * fromY} ${x} ${y} c`,
          );
          break;
        case 'A':
          [x, y] = [g + ox * x, h + oy * y];
          if (a !== b || c !== 0) throw new Error('An arc of ours is a piece of a circle.');
          written.push(...arc([fromX, fromY], [x, y], a, e === 1, f === 1));
          break;
        default:
          [x, y] = [startX, startY];
          written.push('h');
      }
    }
  }
  return written.join(' ');
}

type Point = readonly [number, number];

/** A piece of a circle as curves of a quarter of it at most (SVG 2, appendix B.2.4, for circles). */
function arc(
  [x1, y1]: Point,
  [x2, y2]: Point,
  radius: number,
  isLarge: boolean,
  isClockwise: boolean,
) {
  const apart = Math.hypot(x2 - x1, y2 - y1);
  if (apart === 0 || radius === 0) return [`${x2} ${y2} l`];
  const r = Math.max(radius, apart / 2);
  const off = Math.sqrt(Math.max(0, r * r - (apart * apart) / 4)) / apart;
  const side = isLarge === isClockwise ? -1 : 1;
  const cx = (x1 + x2) / 2 + side * off * (y1 - y2);
  const cy = (y1 + y2) / 2 + side * off * (x2 - x1);
  const from = Math.atan2(y1 - cy, x1 - cx);
  let turn = Math.atan2(y2 - cy, x2 - cx) - from;
  if (isClockwise && turn < 0) turn += 2 * Math.PI;
  if (!isClockwise && turn > 0) turn -= 2 * Math.PI;
  const pieces = Math.ceil(Math.abs(turn) / (Math.PI / 2) - 1e-9);
  const step = turn / pieces;
  const handle = (4 / 3) * Math.tan(step / 4) * r;
  // PDF has no numbers with exponents.
  const at = (angle: number, along: number) =>
    `${(cx + r * Math.cos(angle) - along * Math.sin(angle)).toFixed(5)} ` +
    `${(cy + r * Math.sin(angle) + along * Math.cos(angle)).toFixed(5)}`;
  return Array.from({ length: pieces }, (_, index) => {
    const [a, b] = [from + index * step, from + (index + 1) * step];
    return `${at(a, handle)} ${at(b, -handle)} ${at(b, 0)} c`;
  });
}
