import { words } from '../../words/index.ts';

/** The ways into the library from everywhere, by their addresses. */
const ways = [
  { href: '#/library', name: 'library' },
  { href: '#/actions', name: 'actions' },
  { href: '#/tours', name: 'tours' },
  { href: '#/map', name: 'map' },
  { href: '#/glossary', name: 'glossary' },
] as const;

interface NavigationProps {
  /** The address of the open screen. */
  readonly hash: string;
  /** Told when a way is taken, where the list is to go away then. */
  readonly onGo?: () => void;
}

export function Navigation({ hash, onGo }: NavigationProps) {
  const [path] = hash.split('?');
  return (
    <nav class="ways" aria-label={words.navigation.name}>
      <ul>
        {ways.map(({ href, name }) => (
          <li key={href}>
            <a href={href} aria-current={path === href ? 'page' : undefined} onClick={onGo}>
              {words.navigation[name]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
