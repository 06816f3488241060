import type { ComponentChildren } from 'preact';
import { safeHref } from './safe-href.ts';

type LinkProps = {
  href: string;
  children: ComponentChildren;
  class?: string | undefined;
  /** A single key that follows the link, shown as a cap elsewhere and listed under `?`. */
  shortcut?: string | undefined;
  /** Words for a screen reader where the visible ones repeat down a list ("Change" + "the address"). */
  about?: string | undefined;
  rel?: string | undefined;
  /** The language of the page it leads to, and of its own words. */
  language?: string | undefined;
  isCurrent?: boolean | undefined;
  /** The id of what describes it, such as how far a task is. */
  describedBy?: string | undefined;
  /** Leave this page: the link that a script repeats for Shift pressed three times. */
  leaves?: boolean | undefined;
};

/** A link that can only lead to a safe place; an unsafe address leaves its words standing without a link. */
export function Link({ class: classes = 'govuk-link', ...link }: LinkProps) {
  const words = (
    <>
      {link.children}
      {link.about && <span class="c-hidden"> {link.about}</span>}
    </>
  );
  const safe = safeHref(link.href);
  if (!safe) return <span class={classes}>{words}</span>;
  return (
    <a
      class={classes}
      href={safe}
      rel={link.rel}
      lang={link.language}
      hreflang={link.language}
      aria-current={link.isCurrent ? 'page' : undefined}
      aria-describedby={link.describedBy}
      data-key={link.shortcut}
      data-leave={link.leaves}
    >
      {words}
    </a>
  );
}

/** A link that looks like a button: it goes somewhere and changes nothing. One primary per page. */
export function ButtonLink({
  kind = 'primary',
  size = 'full',
  ...link
}: Omit<LinkProps, 'class'> & { kind?: 'primary' | 'secondary'; size?: 'full' | 'compact' }) {
  return <Link {...link} class={buttonClass(kind, size)} />;
}

/** The classes of a button, for links and buttons alike. */
export function buttonClass(kind: 'primary' | 'secondary' | 'warning', size: 'full' | 'compact'): string {
  const kinds = { primary: '', secondary: ' govuk-button--secondary', warning: ' govuk-button--warning' };
  return `govuk-button${kinds[kind]}${size === 'compact' ? ' c-button--compact' : ''}`;
}

/** The way back to the page before, first thing on a question page. */
export function BackLink({ href, words = 'Back' }: { href: string; words?: string }) {
  return (
    <Link href={href} class="govuk-back-link">
      {words}
    </Link>
  );
}
