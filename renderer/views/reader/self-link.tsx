import { words } from '../../words/index.ts';

interface SelfLinkProps {
  readonly href: string;
  readonly name: string;
}

/** The link of a section or provision to itself: quiet until the pointer or the focus is near. */
export function SelfLink({ href, name }: SelfLinkProps) {
  return (
    <a class="self" href={href} aria-label={words.reader.linkTo(name)}>
      ¶
    </a>
  );
}
