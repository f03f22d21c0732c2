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
  FilePlus2,
  FolderOpen,
  Link,
  Menu,
  Minus,
  Pencil,
  Plus,
  Presentation,
  RadioTower,
  Printer,
  Redo2,
  Search,
  Settings,
  ShieldCheck,
  SlidersHorizontal,
  Package,
  Trash2,
  TriangleAlert,
  Undo2,
  X,
  RotateCcw,
  MonitorOff,
  Pause,
  Projector,
  Play,
  Shrink,
  Square,
} from 'lucide';
import { h } from 'preact';

/** The icons in use, by what they mean here; all from one set (Lucide). */
const icons = {
  add: FilePlus2,
  arrow: ArrowRight,
  check: Check,
  close: X,
  copy: Copy,
  display: SlidersHorizontal,
  down: ChevronDown,
  edit: Pencil,
  link: Link,
  menu: Menu,
  minus: Minus,
  plus: Plus,
  more: Ellipsis,
  next: ChevronRight,
  open: FolderOpen,
  own: BookUser,
  packs: Package,
  present: Presentation,
  previous: ChevronLeft,
  print: Printer,
  redo: Redo2,
  remove: Trash2,
  room: RadioTower,
  save: Download,
  search: Search,
  settings: Settings,
  signed: ShieldCheck,
  swap: ArrowLeftRight,
  text: BookOpen,
  undo: Undo2,
  up: ChevronUp,
  warning: TriangleAlert,
  whole: Expand,
  again: RotateCcw,
  black: MonitorOff,
  pause: Pause,
  projector: Projector,
  run: Play,
  small: Shrink,
  stop: Square,
} as const;

export type IconName = keyof typeof icons;

/** They point the way that is read. */
const pointing: ReadonlySet<IconName> = new Set(['arrow', 'next', 'previous', 'redo', 'undo']);

/** One icon of the set, in the colour of the text; the text beside it says what it means. */
export function Icon({ name }: { readonly name: IconName }) {
  const lines = icons[name].map(([tag, attributes]) => h(tag, attributes));
  const points = pointing.has(name);
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
