import {
  ArrowLeftRight,
  ArrowRight,
  BookOpen,
  BookUser,
  Check,
  ChevronDown,
  ChevronLeft,
  ChevronRight,
  ChevronUp,
  Copy,
  Download,
  Ellipsis,
  Expand,
  Link,
  Menu,
  Minus,
  Plus,
  Printer,
  Search,
  SlidersHorizontal,
  X,
} from 'lucide';
import { h } from 'preact';

/** The icons in use, by what they mean here; all from one set (Lucide). */
const icons = {
  arrow: ArrowRight,
  check: Check,
  close: X,
  copy: Copy,
  display: SlidersHorizontal,
  down: ChevronDown,
  link: Link,
  menu: Menu,
  minus: Minus,
  plus: Plus,
  more: Ellipsis,
  next: ChevronRight,
  own: BookUser,
  previous: ChevronLeft,
  print: Printer,
  save: Download,
  search: Search,
  swap: ArrowLeftRight,
  text: BookOpen,
  up: ChevronUp,
  whole: Expand,
} as const;

export type IconName = keyof typeof icons;

/** One icon of the set, in the colour of the text; the text beside it says what it means. */
export function Icon({ name }: { readonly name: IconName }) {
  const lines = icons[name].map(([tag, attributes]) => h(tag, attributes));
  const points = name === 'next' || name === 'previous' || name === 'arrow';
  const properties = {
    class: points ? 'icon turns' : 'icon',
    viewBox: '0 0 24 24',
    width: 20,
    height: 20,
    'aria-hidden': true,
    focusable: false,
  };
  return h('svg', properties, ...lines);
}
