import type { ComponentChildren } from 'preact';
import { Icon } from './icons.tsx';
import { Link } from './links.tsx';

/** Says on every page that nobody reads what is typed here; nothing where the authority is real. */
export function DemonstrationNotice({ words }: { words: string | null | undefined }) {
  return words ? <NoticeBand kind="demonstration">{words}</NoticeBand> : null;
}

/** Says that a page shows what was known at an earlier moment, and leads back to now. */
export function KnownAtNotice({ words, leaveHref }: { words: string; leaveHref: string }) {
  return (
    <NoticeBand kind="known-at">
      <Icon name="blue" size="small" /> {words} <Link href={leaveHref}>Show what is known now</Link>
    </NoticeBand>
  );
}

// A landmark of its own, so that a screen reader can find it again and pass it by.
function NoticeBand({ kind, children }: { kind: 'demonstration' | 'known-at'; children: ComponentChildren }) {
  return (
    <aside class={`c-notice c-notice--${kind}`} aria-label="Notice">
      {children}
    </aside>
  );
}
