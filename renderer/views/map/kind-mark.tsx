import { formOf } from './forms.ts';

interface KindMarkProps {
  readonly kind: string;
  readonly isFilled: boolean;
}

/** The form by which a kind of work is known on the map, as it stands in a line of words. */
export function KindMark({ kind, isFilled }: KindMarkProps) {
  return (
    <svg
      class={isFilled ? 'kind-mark is-here' : 'kind-mark'}
      viewBox="-8 -8 16 16"
      width={16}
      height={16}
      aria-hidden="true"
      focusable="false"
    >
      <path d={formOf(kind, 5)} />
    </svg>
  );
}
