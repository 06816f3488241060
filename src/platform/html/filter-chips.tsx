import { Link } from './links.tsx';

export type Chip = {
  readonly words: string;
  readonly href: string;
  readonly count?: number | undefined;
  readonly isCurrent: boolean;
};

/** Filters as links, so that the address holds them and they work without script. */
export function FilterChips({ label, chips }: { label: string; chips: readonly Chip[] }) {
  return (
    <nav class="c-chips" aria-label={label}>
      <ul>
        {chips.map((chip) => (
          <li key={chip.href}>
            <Link href={chip.href} class="c-chip" isCurrent={chip.isCurrent}>
              {chip.words}
              {chip.count !== undefined && ` ${chip.count}`}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Two or three ways of seeing the same thing, joined. */
export function Segments({ label, chips }: { label: string; chips: readonly Chip[] }) {
  return (
    <nav class="c-segments" aria-label={label}>
      {chips.map((chip) => (
        <Link key={chip.href} href={chip.href} class="c-segments__one" isCurrent={chip.isCurrent}>
          {chip.words}
        </Link>
      ))}
    </nav>
  );
}
