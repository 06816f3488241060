import type { ComponentChildren } from 'preact';
import type { Problem } from '../../language/outcome.ts';
import { Document } from './document.tsx';
import { Icon, WordMark } from './icons.tsx';
import { KeyCap } from './key-cap.tsx';
import { KeysDialog, type KeysSetting } from './key-list.tsx';
import { Link } from './links.tsx';
import { DemonstrationNotice, KnownAtNotice } from './notices.tsx';

/** The six places of a worker's day, in the order of the header. */
export type Place = 'hub' | 'children' | 'my work' | 'team' | 'insight' | 'directory';

export type PlaceLink = { readonly place: Place; readonly href: string };

/** Who is looking. `menu` holds what belongs to the person: their account, signing out. */
export type Viewer = {
  readonly name: string;
  readonly roleTitle: string;
  readonly initials: string;
  readonly menu?: ComponentChildren | undefined;
};

export type StaffPageProps = {
  title: string;
  place: Place | null;
  /** Only the places that this viewer can open. */
  places: readonly PlaceLink[];
  viewer: Viewer;
  /** The notice of an authority that nobody reads, or null where it is real. */
  demonstration: string | null;
  /** The day and time of the page, in words, at the foot. */
  todayLabel: string;
  /** Set when the page shows what was known at an earlier moment. */
  knownAt?: { readonly words: string; readonly leaveHref: string } | undefined;
  keys?: KeysSetting | undefined;
  /** Problems of the form on this page: the title says that there are some. */
  problems?: readonly Problem[] | undefined;
  toast?: ComponentChildren | undefined;
  /** Full-width bands under the header: identity bar, record tabs. */
  band?: ComponentChildren | undefined;
  footerLinks?: readonly { readonly href: string; readonly words: string }[] | undefined;
  /** Whether this viewer may look for people: others get no box that would only refuse them. */
  mayFind: boolean;
  /** What the find box carries to say that it is from this session. */
  formToken: string;
  /** What was typed in the find box. */
  query?: string | undefined;
  children: ComponentChildren;
};

/** The frame of every page that a worker sees. */
export function StaffPage(props: StaffPageProps) {
  const wrong = (props.problems ?? []).length > 0;
  return (
    <Document
      language="en"
      title={`${wrong ? 'Error: ' : ''}${props.title} – Continuum`}
      styles="staff.css"
      scripts={['page.js', 'keys.js', 'autosave.js', 'signed-out.js', 'toast.js']}
      bodyClass="c-staff"
      keys={props.keys?.on === false ? 'off' : 'on'}
    >
      <a class="govuk-skip-link" href="#main">
        Skip to the page
      </a>
      <StaffHeader {...props} />
      <DemonstrationNotice words={props.demonstration} />
      {props.knownAt && <KnownAtNotice {...props.knownAt} />}
      {props.band && <section aria-label="About this record">{props.band}</section>}
      <main id="main" class="c-staff__main" tabIndex={-1}>
        {props.children}
      </main>
      <StaffFooter todayLabel={props.todayLabel} links={props.footerLinks ?? []} />
      {props.toast}
      {props.keys && <KeysDialog {...props.keys} />}
    </Document>
  );
}

function StaffHeader(props: StaffPageProps) {
  return (
    <header class="c-header">
      <Link href="/" class="c-header__home">
        <WordMark />
      </Link>
      <nav class="c-header__places" aria-label="Places">
        <PlaceLinks {...props} />
      </nav>
      {props.mayFind ? <Find query={props.query} token={props.formToken} /> : null}
      <details class="c-header__menu">
        <summary class="c-chip">Menu</summary>
        <nav aria-label="Places, menu">
          <PlaceLinks {...props} />
        </nav>
      </details>
      <ViewerMenu {...props.viewer} />
    </header>
  );
}

function PlaceLinks({ place, places }: Pick<StaffPageProps, 'place' | 'places'>) {
  return (
    <ul class="c-places">
      {places.map((one) => (
        <li key={one.place}>
          <Link class="c-places__link" href={one.href} isCurrent={one.place === place}>
            {one.place.charAt(0).toUpperCase() + one.place.slice(1)}
          </Link>
        </li>
      ))}
    </ul>
  );
}

type Finding = { readonly query: string | undefined; readonly token: string };

function Find(props: Finding) {
  return (
    <>
      <FindBox {...props} />
      <Link href="/people" class="c-chip c-header__find">
        <Icon name="search" size="small" />
        Find
      </Link>
    </>
  );
}

/** Posted, so that no name stands in an address. */
function FindBox({ query, token }: Finding) {
  return (
    <search>
      <form class="c-find" action="/searches" method="post">
        <input type="hidden" name="form-token" value={token} />
        <label class="c-hidden" for="find">
          Find a child or family
        </label>
        <Icon name="search" size="small" />
        <input
          class="c-find__input"
          id="find"
          name="q"
          type="search"
          placeholder="Find a child or family"
          autocomplete="off"
          value={query}
          data-key="/"
        />
        <KeyCap cap="/" quiet />
      </form>
    </search>
  );
}

function ViewerMenu({ name, roleTitle, initials, menu }: Viewer) {
  const who = (
    <>
      <span class="c-viewer__initials" aria-hidden="true">
        {initials}
      </span>
      <span class="c-viewer__words">
        <span class="c-viewer__name">{name}</span>
        <span class="c-viewer__role">{roleTitle}</span>
      </span>
    </>
  );
  if (!menu) return <div class="c-viewer">{who}</div>;
  return (
    <details class="c-viewer__menu">
      <summary class="c-viewer">{who}</summary>
      <div class="c-viewer__list">{menu}</div>
    </details>
  );
}

function StaffFooter({
  todayLabel,
  links,
}: {
  todayLabel: string;
  links: readonly { href: string; words: string }[];
}) {
  return (
    <footer class="c-footer">
      <ul class="c-footer__links">
        {links.map((link) => (
          <li key={link.href}>
            <Link href={link.href}>{link.words}</Link>
          </li>
        ))}
      </ul>
      <p class="c-footer__today">{todayLabel}</p>
    </footer>
  );
}
