import type { ComponentChildren } from 'preact';
import type { Problem } from '../../language/outcome.ts';
import { Document } from './document.tsx';
import { ErrorWord } from './field.tsx';
import { WordMark } from './icons.tsx';
import { Link } from './links.tsx';
import { DemonstrationNotice } from './notices.tsx';

/** A language the page can be read in, under its own name. */
export type LanguageLink = { readonly code: string; readonly name: string; readonly href: string };

/** A telephone number with the words that stand before it. The first of the strip is the one for danger. */
export type TelephoneLine = { readonly words: string; readonly number: string };

/** Every word of the frame, already in the reader's language. */
export type PublicWords = {
  readonly service: string;
  readonly skip: string;
  readonly languages: string;
  /** Beside the current language on a phone: "change". */
  readonly change: string;
  readonly leave: string;
  readonly errorPrefix: string;
  /** What the band is called that says that nobody reads this. */
  readonly notice?: string | undefined;
  /** The bold question of the emergency strip. */
  readonly danger: string;
  readonly footer: {
    readonly title: string;
    readonly telephone: string;
    readonly hours: readonly string[];
    readonly note: string;
    readonly columns: readonly {
      readonly title: string;
      readonly links: readonly { href: string; words: string }[];
    }[];
  };
};

export type PublicPageProps = {
  title: string;
  language: string;
  languages: readonly LanguageLink[];
  telephones: readonly TelephoneLine[];
  /** Where Leave this page goes: somewhere harmless, by way of us, so that what was typed is forgotten. */
  leaveHref: string;
  /** The front page in the reader's language. */
  homeHref?: string | undefined;
  words: PublicWords;
  /** `front` has the full width and its own sections; `question` has the narrow column. */
  layout?: 'front' | 'question' | undefined;
  demonstration?: string | null | undefined;
  problems?: readonly Problem[] | undefined;
  children: ComponentChildren;
};

/** The frame of every page that a family, a young person or a professional sees. Works whole without script. */
export function PublicPage(props: PublicPageProps) {
  const { words, layout = 'question' } = props;
  const wrong = (props.problems ?? []).length > 0;
  return (
    <Document
      language={props.language}
      title={`${wrong ? `${words.errorPrefix} ` : ''}${props.title} – ${words.service}`}
      styles="public.css"
      scripts={['page.js', 'leave.js', 'autosave.js']}
      bodyClass={`c-public c-public--${layout}`}
    >
      <a class="govuk-skip-link" href="#main">
        {words.skip}
      </a>
      <PublicHeader {...props} />
      <EmergencyStrip words={words.danger} telephones={props.telephones} />
      <DemonstrationNotice words={props.demonstration} label={words.notice} />
      <main id="main" class={`c-public__main c-public__main--${layout}`} tabIndex={-1}>
        <ErrorWord.Provider value={words.errorPrefix}>{props.children}</ErrorWord.Provider>
      </main>
      <PublicFooter {...words.footer} />
    </Document>
  );
}

function PublicHeader({ words, language, languages, leaveHref, homeHref = '/' }: PublicPageProps) {
  const current = languages.find((one) => one.code === language);
  return (
    <header class="c-public-header">
      <div class="c-public-header__inner">
        <Link href={homeHref} class="c-public-header__home">
          <WordMark />
          <span class="c-public-header__service">{words.service}</span>
        </Link>
        {languages.length > 1 && (
          <>
            <Languages label={words.languages} language={language} languages={languages} />
            <details class="c-languages-menu">
              <summary class="c-chip">
                {current?.name}, {words.change}
              </summary>
              <Languages
                label={`${words.languages}, ${words.change}`}
                language={language}
                languages={languages}
              />
            </details>
          </>
        )}
        <Link class="c-leave" href={leaveHref} rel="nofollow noreferrer" leaves>
          {words.leave}
        </Link>
      </div>
    </header>
  );
}

function Languages(props: { label: string; language: string; languages: readonly LanguageLink[] }) {
  return (
    <nav class="c-languages" aria-label={props.label}>
      <ul>
        {props.languages.map((one) => (
          <li key={one.code} lang={one.code}>
            {one.code === props.language ? (
              <span class="c-languages__current" aria-current="true">
                {one.name}
              </span>
            ) : (
              <Link href={one.href} language={one.code}>
                {one.name}
              </Link>
            )}
          </li>
        ))}
      </ul>
    </nav>
  );
}

function EmergencyStrip({ words, telephones }: { words: string; telephones: readonly TelephoneLine[] }) {
  return (
    <section class="c-danger" aria-label={words}>
      <ul class="c-danger__inner">
        {telephones.map((line, index) => (
          <li key={line.number}>
            {index === 0 && <strong>{words} </strong>}
            {line.words} <TelephoneLink number={line.number} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** A number that a telephone can ring. */
export function TelephoneLink({ number }: { number: string }) {
  return (
    <Link class="c-telephone" href={`tel:${number.replace(/[^\d+]/g, '')}`}>
      {number}
    </Link>
  );
}

function PublicFooter({ title, telephone, hours, note, columns }: PublicWords['footer']) {
  return (
    <footer class="c-public-footer">
      <div class="c-public-footer__inner">
        <section>
          <h2>{title}</h2>
          <p>
            <TelephoneLink number={telephone} />
          </p>
          {hours.map((line) => (
            <p key={line}>{line}</p>
          ))}
          <p class="c-small">{note}</p>
        </section>
        {columns.map((column) => (
          <section key={column.title}>
            <h2>{column.title}</h2>
            <ul>
              {column.links.map((link) => (
                <li key={link.href}>
                  <Link href={link.href}>{link.words}</Link>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </footer>
  );
}
