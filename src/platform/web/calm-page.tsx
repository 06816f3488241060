import { Document } from '../html/document.tsx';
import { WordMark } from '../html/icons.tsx';
import { Link } from '../html/links.tsx';
import { TelephoneLink } from '../html/public-page.tsx';

/** A page for when something did not work. It needs no database, no session and no language, and always has the telephone numbers. */
export function CalmPage({
  title,
  words,
  telephones,
}: {
  title: string;
  words: readonly string[];
  telephones: readonly { words: string; number: string }[];
}) {
  return (
    <Document
      language="en"
      title={`${title} – Continuum`}
      styles="public.css"
      bodyClass="c-public c-public--question"
    >
      <header class="c-public-header">
        <div class="c-public-header__inner">
          <Link href="/" class="c-public-header__home">
            <WordMark />
          </Link>
        </div>
      </header>
      <section class="c-danger" aria-label="Telephone numbers">
        <ul class="c-danger__inner">
          {telephones.map((line) => (
            <li key={line.number}>
              {line.words} <TelephoneLink number={line.number} />
            </li>
          ))}
        </ul>
      </section>
      <main id="main" class="c-public__main c-public__main--question" tabIndex={-1}>
        <h1>{title}</h1>
        {words.map((line) => (
          <p key={line}>{line}</p>
        ))}
        <p>
          <Link href="/">Go to the front page</Link>
        </p>
      </main>
    </Document>
  );
}
