/** From a point of the file to one of the page as it is shown; `x' = a*x + c*y + e`, `y' = b*x + d*y + f`. */
export type Matrix = readonly [number, number, number, number, number, number];

export const times = (first: Matrix, then: Matrix): Matrix => [
  first[0] * then[0] + first[1] * then[2],
  first[0] * then[1] + first[1] * then[3],
  first[2] * then[0] + first[3] * then[2],
  first[2] * then[1] + first[3] * then[3],
  first[4] * then[0] + first[5] * then[2] + then[4],
  first[4] * then[1] + first[5] * then[3] + then[5],
];
