import type { ComponentChildren } from 'preact';
import type { Id } from '../../language/id.ts';
import type { Problem } from '../../language/outcome.ts';
import { SubmitButton } from '../html/buttons.tsx';
import { Document } from '../html/document.tsx';
import { ErrorSummary } from '../html/error-summary.tsx';
import { WordMark } from '../html/icons.tsx';
import { Link } from '../html/links.tsx';
import { PasswordInput, TextInput } from '../html/text-inputs.tsx';

/** Somebody of the demonstration whom a visitor may be. */
export type PersonToPick = {
  readonly staffId: Id;
  readonly name: string;
  readonly title: string;
  readonly team: string;
};

type SignInProps = {
  to: string;
  problems: readonly Problem[];
  name?: string | undefined;
  notice?: string | undefined;
  demonstration?: { readonly banner: string; readonly people: readonly PersonToPick[] } | undefined;
};

/** The way in for the staff. Paste works, nothing is masked by rules, and a demonstration is entered by picking a person. */
export function SignInPage({ to, problems, name, notice, demonstration }: SignInProps) {
  return (
    <Frame title="Sign in" problems={problems} banner={demonstration?.banner}>
      <h1>Sign in</h1>
      {notice ? <p>{notice}</p> : null}
      <ErrorSummary problems={problems} />
      {demonstration ? <Pick people={demonstration.people} to={to} /> : null}
      <form method="post" action="/sign-in" novalidate class="c-sign-in__form">
        <input type="hidden" name="to" value={to} />
        <TextInput
          name="name"
          label="Sign-in name"
          value={name}
          problems={problems}
          autocomplete="username"
        />
        <PasswordInput name="password" label="Password" problems={problems} autocomplete="current-password" />
        <SubmitButton>Sign in</SubmitButton>
      </form>
    </Frame>
  );
}

/** Asks for the password again, before something that cannot be taken back or that shows much. */
export function ProvePage({
  to,
  problems,
  token,
  demonstration,
}: {
  to: string;
  problems: readonly Problem[];
  token: string;
  demonstration: boolean;
}) {
  return (
    <Frame title="Is it still you?" problems={problems}>
      <h1>Is it still you?</h1>
      <p>This asks you to prove again who you are. What you were doing is kept.</p>
      <ErrorSummary problems={problems} />
      <form method="post" action="/prove" novalidate class="c-sign-in__form">
        <input type="hidden" name="form-token" value={token} />
        <input type="hidden" name="to" value={to} />
        {demonstration ? (
          <p>In the demonstration there are no passwords.</p>
        ) : (
          <PasswordInput
            name="password"
            label="Password"
            problems={problems}
            autocomplete="current-password"
          />
        )}
        <SubmitButton>Yes, it is me</SubmitButton>
      </form>
    </Frame>
  );
}

function Pick({ people, to }: { people: readonly PersonToPick[]; to: string }) {
  const teams = [...new Set(people.map((person) => person.team))];
  return (
    <section class="c-sign-in__pick" aria-labelledby="pick">
      <h2 id="pick">Be one of the people of the island</h2>
      {teams.map((team) => (
        <form key={team} method="post" action="/sign-in/demonstration" class="c-sign-in__team">
          <input type="hidden" name="to" value={to} />
          <h3>{team}</h3>
          <ul>
            {people
              .filter((person) => person.team === team)
              .map((person) => (
                <li key={person.staffId}>
                  <button class="c-link-button" type="submit" name="staff" value={person.staffId}>
                    {person.name}, {person.title}
                  </button>
                </li>
              ))}
          </ul>
        </form>
      ))}
    </section>
  );
}

function Frame({
  title,
  problems,
  banner,
  children,
}: {
  title: string;
  problems: readonly Problem[];
  banner?: string | undefined;
  children: ComponentChildren;
}) {
  return (
    <Document
      language="en"
      title={`${problems.length > 0 ? 'Error: ' : ''}${title} – Continuum`}
      styles="staff.css"
      bodyClass="c-sign-in"
    >
      <header class="c-header">
        <Link href="/" class="c-header__home">
          <WordMark />
        </Link>
      </header>
      {banner ? <p class="c-notice c-notice--demonstration">{banner}</p> : null}
      <main id="main" class="c-sign-in__main" tabIndex={-1}>
        {children}
      </main>
    </Document>
  );
}
