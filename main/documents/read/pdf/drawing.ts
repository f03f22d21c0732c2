import { times, type Matrix } from './matrix.ts';
import type { Box } from './page.ts';
import { objectType, type Pdfium, type Pointer } from './raw.ts';

const mostObjects = 100_000;
const mostRules = 20_000;
const mostSegments = 2_000;
const deepestForm = 6;
/** What is thinner than this many points is a ruled line. */
const thin = 3;
/** What is shorter is a dot or a piece of a drawing. */
const shortest = 6;

/** The ruled lines and images of a page. Curves and slanted lines are parts of drawings and are passed over. */
export function readDrawing(
  pdfium: Pdfium,
  page: Pointer,
  toShown: Matrix,
): { readonly rules: readonly Box[]; readonly images: readonly Box[] } {
  const { raw, scratch } = pdfium;
  const rules: Box[] = [];
  const images: Box[] = [];
  let visited = 0;

  const addRule = (box: Box): void => {
    const width = box.right - box.left;
    const height = box.bottom - box.top;
    if (Math.min(width, height) >= thin || Math.max(width, height) < shortest) return;
    if (rules.length < mostRules) rules.push(box);
  };

  const visit = (object: Pointer, matrix: Matrix, depth: number): void => {
    if (visited >= mostObjects) return;
    visited += 1;
    const type = raw.FPDFPageObj_GetType(object);
    if (type === objectType.text) return;
    if (type === objectType.form) {
      if (depth >= deepestForm) return;
      const within = times(matrixOf(pdfium, object), matrix);
      const count = raw.FPDFFormObj_CountObjects(object);
      for (let index = 0; index < count; index += 1) {
        visit(raw.FPDFFormObj_GetObject(object, index), within, depth + 1);
      }
      return;
    }
    if (type !== objectType.path && type !== objectType.image) return;
    if (raw.FPDFPageObj_GetBounds(object, scratch, scratch + 4, scratch + 8, scratch + 12) === 0) {
      return;
    }
    const at = scratch >> 2;
    const [left = 0, bottom = 0, right = 0, top = 0] = pdfium.floats().subarray(at, at + 4);
    const box = boxOf(matrix, left, bottom, right, top);
    if (type === objectType.image) images.push(box);
    else if (box.right - box.left < thin || box.bottom - box.top < thin) addRule(box);
    else for (const line of linesOf(pdfium, object, matrix)) addRule(line);
  };

  const count = raw.FPDFPage_CountObjects(page);
  for (let index = 0; index < count; index += 1) {
    visit(raw.FPDFPage_GetObject(page, index), toShown, 0);
  }
  return { rules, images };
}

function matrixOf(pdfium: Pdfium, object: Pointer): Matrix {
  if (pdfium.raw.FPDFPageObj_GetMatrix(object, pdfium.scratch) === 0) return [1, 0, 0, 1, 0, 0];
  const at = pdfium.scratch >> 2;
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = pdfium.floats().subarray(at, at + 6);
  return [a, b, c, d, e, f];
}

function boxOf(matrix: Matrix, x1: number, y1: number, x2: number, y2: number): Box {
  const [a, b, c, d, e, f] = matrix;
  const left = a * x1 + c * y1 + e;
  const right = a * x2 + c * y2 + e;
  const top = b * x1 + d * y1 + f;
  const bottom = b * x2 + d * y2 + f;
  return {
    left: Math.min(left, right),
    right: Math.max(left, right),
    top: Math.min(top, bottom),
    bottom: Math.max(top, bottom),
  };
}

/**
 * The axis-parallel lines of a path: each side where it is stroked, each thin rectangle where it is only filled (which
 * is how word processors draw the borders of tables).
 */
function linesOf(pdfium: Pdfium, path: Pointer, matrix: Matrix): Box[] {
  const { raw, scratch } = pdfium;
  const segments = raw.FPDFPath_CountSegments(path);
  if (segments > mostSegments) return [];
  raw.FPDFPath_GetDrawMode(path, scratch, scratch + 4);
  const isStroked = (pdfium.integers()[(scratch + 4) >> 2] ?? 0) !== 0;
  const within = times(matrixOf(pdfium, path), matrix);
  const at = scratch >> 2;
  const lines: Box[] = [];
  let points: (readonly [number, number])[] = [];
  const finish = (): void => {
    if (isStroked) {
      for (const [index, [x, y]] of points.entries()) {
        const next = points[index + 1];
        if (next !== undefined) lines.push(boxOf(within, x, y, next[0], next[1]));
      }
    } else if (points.length > 2) {
      const xs = points.map(([x]) => x);
      const ys = points.map(([, y]) => y);
      lines.push(boxOf(within, Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)));
    }
    points = [];
  };
  for (let index = 0; index < segments; index += 1) {
    const segment = raw.FPDFPath_GetPathSegment(path, index);
    const type = raw.FPDFPathSegment_GetType(segment);
    raw.FPDFPathSegment_GetPoint(segment, scratch, scratch + 4);
    const floats = pdfium.floats();
    const point = [floats[at] ?? 0, floats[at + 1] ?? 0] as const;
    if (type === segmentType.move) finish();
    if (type === segmentType.curve) points = [];
    points.push(point);
    const [first] = points;
    if (raw.FPDFPathSegment_GetClose(segment) !== 0 && first !== undefined) points.push(first);
  }
  finish();
  return lines;
}

const segmentType = { move: 2, curve: 1 } as const;
