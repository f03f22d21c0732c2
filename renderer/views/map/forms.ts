/** Corners of a form on a circle of radius 1, the first straight up. */
const corners = (count: number, turn = 0): readonly (readonly [number, number])[] =>
  Array.from({ length: count }, (_none, order) => {
    const angle = (2 * Math.PI * order) / count - Math.PI / 2 + turn;
    return [Math.cos(angle), Math.sin(angle)];
  });

/** Each form fills about as much as a circle of the same radius. */
const forms: Readonly<Record<string, readonly (readonly [number, number])[]>> = {
  recommendation: corners(4, Math.PI / 4).map(([x, y]) => [x * 1.25, y * 1.25]),
  report: corners(3).map(([x, y]) => [x * 1.5, y * 1.5 + 0.2]),
  'technical-report': corners(3).map(([x, y]) => [x * 1.5, y * 1.5 + 0.2]),
  handbook: corners(4).map(([x, y]) => [x * 1.3, y * 1.3]),
  question: corners(6).map(([x, y]) => [x * 1.12, y * 1.12]),
};
const other = corners(5).map(([x, y]) => [x * 1.2, y * 1.2] as const);

/** The form of a kind of work as a path about 0, 0: a resolution is round, a recommendation square. */
export function formOf(kind: string, radius: number): string {
  if (kind === 'resolution')
    return `M${-radius},0a${radius},${radius} 0 1 0 ${2 * radius},0a${radius},${radius} 0 1 0 ${-2 * radius},0Z`;
  const points = (forms[kind] ?? other).map(
    ([x, y]) => `${(x * radius).toFixed(2)},${(y * radius).toFixed(2)}`,
  );
  return `M${points.join('L')}Z`;
}
