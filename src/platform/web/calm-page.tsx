import { EntrancePage } from '../html/entrance-page.tsx';
import { Link } from '../html/links.tsx';
import { TelephoneLink } from '../html/public-page.tsx';
import { Words } from '../html/voice.tsx';

/** A page for when something did not work. It needs no database, no session and no language, and always has the telephone numbers. */
export function CalmPage({
  title,
  words,
  telephones,
  further,
  typed,
}: {
  title: string;
  words: readonly string[];
  telephones: readonly { words: string; number: string }[];
  /** Another way on, for whoever is signed in. */
  further?: { readonly href: string; readonly words: string } | undefined;
  /** What its reader had typed into a form that leads nowhere any more: theirs to copy, and kept nowhere. */
  typed?: readonly string[] | undefined;
}) {
  return (
    <EntrancePage title={title} demonstration={null}>
      {words.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {typed !== undefined && typed.length > 0 && (
        <>
          <p>What you typed was not sent. Copy it before you leave this page:</p>
          {typed.map((words) => (
            <Words key={words} words={words} />
          ))}
        </>
      )}
      <ul class="c-plain-list">
        {telephones.map((line) => (
          <li key={line.number}>
            {line.words}: <TelephoneLink number={line.number} />
          </li>
        ))}
      </ul>
      {further && (
        <p>
          <Link href={further.href}>{further.words}</Link>
        </p>
      )}
      <p>
        <Link href="/">Go to the front page</Link>
      </p>
    </EntrancePage>
  );
}
