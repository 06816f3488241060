import { Link } from './links.tsx';

/** One page of a long list: which it is, counted from 1, how many a page holds, and how many there are in all. */
export type Paged = { readonly page: number; readonly size: number; readonly total: number };

/** The page that an address asks for, or the nearest there is: an address that makes no sense gives the first. */
export function pageAsked(text: unknown, size: number, total: number): Paged {
  const last = Math.max(1, Math.ceil(total / size));
  const asked = typeof text === 'string' && /^\d{1,6}$/.test(text) ? Number(text) : 1;
  return { page: Math.min(last, Math.max(1, asked)), size, total };
}

/** What of a list stands on a page. */
export function onPage<One>(all: readonly One[], { page, size }: Paged): readonly One[] {
  return all.slice((page - 1) * size, page * size);
}

/** Which part of the list this is, with the way to the parts before and after it; nothing where one page holds all. */
export function Paging({
  paged,
  noun,
  hrefOf,
}: {
  paged: Paged;
  noun: string;
  hrefOf: (page: number) => string;
}) {
  const { page, size, total } = paged;
  if (total <= size) return null;
  const last = Math.min(total, page * size);
  return (
    <nav class="c-paging" aria-label={`Pages of ${noun}`}>
      <span>
        {(page - 1) * size + 1} to {last} of {total} {noun}
      </span>
      {page > 1 && (
        <Link href={hrefOf(page - 1)} rel="prev">
          The {size} before
        </Link>
      )}
      {last < total && (
        <Link href={hrefOf(page + 1)} rel="next">
          The next {Math.min(size, total - last)}
        </Link>
      )}
    </nav>
  );
}
