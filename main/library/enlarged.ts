/** A copy of twice the length, or more where that is not enough. */
export function enlarged<Numbers extends Uint8Array | Uint16Array | Uint32Array>(
  numbers: Numbers,
  least: number,
): Numbers {
  const larger = new (numbers.constructor as new (length: number) => Numbers)(
    Math.max(least, numbers.length * 2),
  );
  larger.set(numbers);
  return larger;
}
