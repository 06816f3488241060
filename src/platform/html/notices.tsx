import type { ComponentChildren } from 'preact';
import { Icon } from './icons.tsx';
import { Link } from './links.tsx';

/** Says on every page that nobody reads what is typed here; nothing where the authority is real. */
export function DemonstrationNotice(props: {
  words: string | null | undefined;
  /** What the landmark is called, in the language of the page. */
  label?: string | undefined;
}) {
  if (!props.words) return null;
  return (
    <NoticeBand kind="demonstration" label={props.label}>
      {props.words}
    </NoticeBand>
  );
}

/** Says that a page shows what was known at an earlier moment, and leads back to now. */
export function KnownAtNotice({ words, leaveHref }: { words: string; leaveHref: string }) {
  return (
    <NoticeBand kind="known-at" label="As known earlier">
      <Icon name="blue" size="small" /> {words} <Link href={leaveHref}>Show what is known now</Link>
    </NoticeBand>
  );
}

// A landmark of its own, so that a screen reader can find it again and pass it by.
function NoticeBand(props: {
  kind: 'demonstration' | 'known-at';
  label?: string | undefined;
  children: ComponentChildren;
}) {
  return (
    <aside class={`c-notice c-notice--${props.kind}`} aria-label={props.label ?? 'Notice'}>
      {props.children}
    </aside>
  );
}
