import { useMemo } from 'preact/hooks';
import { encodeQR } from 'qr';

interface QrProps {
  readonly text: string;
  /** What it says, for whoever cannot see it. */
  readonly label: string;
}

/** Modules that stay empty about a code, without which cameras do not find it (ISO/IEC 18004). */
const quiet = 4;

/** A QR code. Dark on white in every theme: cameras read no other. */
export function Qr({ text, label }: QrProps) {
  const { size, path } = useMemo(() => draw(text), [text]);
  return (
    <svg
      class="qr"
      role="img" // oxlint-disable-line jsx-a11y/prefer-tag-over-role -- drawn here: an image would want a file
      aria-label={label}
      viewBox={`0 0 ${size} ${size}`}
      shape-rendering="crispEdges"
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}

/** The dark modules as one path, each run of them in a row as a bar. */
export function draw(text: string): { readonly size: number; readonly path: string } {
  const rows = encodeQR(text, 'raw', { ecc: 'medium', border: quiet });
  const bars = rows.flatMap((row, y) =>
    row.flatMap((isDark, x) => {
      if (!isDark || row[x - 1] === true) return [];
      const end = row.indexOf(false, x);
      const width = (end < 0 ? row.length : end) - x;
      return [`M${x} ${y}h${width}v1h-${width}z`];
    }),
  );
  return { size: rows.length, path: bars.join('') };
}
