import type { Id } from '../../language/id.ts';
import type { Problem } from '../../language/outcome.ts';
import { SubmitButton } from '../html/buttons.tsx';
import { Details } from '../html/disclosure.tsx';
import { EntrancePage } from '../html/entrance-page.tsx';
import { ErrorSummary } from '../html/error-summary.tsx';
import { ButtonLink } from '../html/links.tsx';
import { PasswordInput, TextInput } from '../html/text-inputs.tsx';
import { PasskeyButton } from './passkey-button.tsx';

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
  /** The organisation has a sign-in of its own. */
  provider: boolean;
  demonstration?: { readonly banner: string; readonly people: readonly PersonToPick[] } | undefined;
};

/** The way in for the staff. Paste works, nothing is masked by rules, and a demonstration is entered by picking a person. */
export function SignInPage({ to, problems, name, notice, provider, demonstration }: SignInProps) {
  const password = (
    <>
      {provider && (
        <p>
          <ButtonLink href={`/sign-in/provider?to=${encodeURIComponent(to)}`}>
            Sign in through your organisation
          </ButtonLink>
        </p>
      )}
      <PasswordForm to={to} problems={problems} name={name} />
      <PasskeyInstead to={to} problems={problems} />
    </>
  );
  return (
    <EntrancePage
      title={demonstration ? 'Who do you want to be?' : 'Sign in'}
      demonstration={demonstration?.banner ?? null}
      problems={problems}
      wide={demonstration !== undefined}
      script="passkey.js"
    >
      {notice ? <p role="status">{notice}</p> : null}
      <ErrorSummary problems={problems} />
      {demonstration ? <Pick people={demonstration.people} to={to} /> : password}
      {demonstration ? (
        <Details summary="Sign in with a password" open={problems.length > 0}>
          {password}
        </Details>
      ) : null}
    </EntrancePage>
  );
}

function PasswordForm({ to, problems, name }: Pick<SignInProps, 'to' | 'problems' | 'name'>) {
  return (
    <form method="post" action="/sign-in" novalidate>
      <input type="hidden" name="to" value={to} />
      <TextInput
        name="name"
        label="Work email"
        type="email"
        value={name}
        problems={problems}
        autocomplete="username"
      />
      <PasswordInput
        name="password"
        label="Password"
        hint="You may paste it."
        problems={problems}
        autocomplete="current-password"
      />
      <SubmitButton wide>Sign in</SubmitButton>
    </form>
  );
}

/** Beside the password, where the browser has passkeys. */
function PasskeyInstead({ to, problems }: Pick<SignInProps, 'to' | 'problems'>) {
  return (
    <PasskeyButton
      options="/sign-in/passkey/options"
      action="/sign-in/passkey"
      kind="secondary"
      hidden={{ to }}
      problems={problems}
    >
      Sign in with a passkey
    </PasskeyButton>
  );
}

/**
 * Where everybody sets their own password. What makes a good one is said before, not after. Whoever was handed one chooses their own
 * here before anything else, or signs out.
 */
export function PasswordPage(props: {
  to: string;
  problems: readonly Problem[];
  token: string;
  /** How the password now is called, or nothing where there is none to ask for. */
  asks: 'the one you have' | 'the one you were given' | undefined;
}) {
  const { to, problems, token, asks } = props;
  const isFirst = asks === 'the one you were given';
  return (
    <EntrancePage
      title={isFirst ? 'Choose your own password' : 'Change your password'}
      demonstration={null}
      problems={problems}
    >
      {isFirst && (
        <p>
          Somebody else has seen the password you signed in with. Choose one that only you know, then go on.
        </p>
      )}
      <p>At least 15 characters. Four unrelated words are good, and easy to remember. You may paste it.</p>
      <ErrorSummary problems={problems} />
      <form method="post" action="/own-account/password" novalidate>
        <input type="hidden" name="form-token" value={token} />
        <input type="hidden" name="to" value={to} />
        {asks && (
          <PasswordInput
            name="current"
            label={isFirst ? 'Password you were given' : 'Password now'}
            problems={problems}
            autocomplete="current-password"
          />
        )}
        <PasswordInput name="password" label="New password" problems={problems} autocomplete="new-password" />
        <SubmitButton wide>{isFirst ? 'Keep it and go on' : 'Change it'}</SubmitButton>
      </form>
      <p class="c-small">You stay signed in here. Everywhere else you are signed out.</p>
      {isFirst && (
        <form method="post" action="/sign-out">
          <input type="hidden" name="form-token" value={token} />
          <SubmitButton kind="secondary">Sign out instead</SubmitButton>
        </form>
      )}
    </EntrancePage>
  );
}

/** One person for each title first; everybody else is one press away. */
function Pick({ people, to }: { people: readonly PersonToPick[]; to: string }) {
  const titles = new Set<string>();
  const first = people.filter(({ title }) => !titles.has(title) && titles.add(title));
  const others = people.filter((person) => !first.includes(person));
  return (
    <>
      <People people={first} to={to} />
      {others.length > 0 ? (
        <Details summary={`${others.length} more people of the island`}>
          <People people={others} to={to} />
        </Details>
      ) : null}
    </>
  );
}

function People({ people, to }: { people: readonly PersonToPick[]; to: string }) {
  const teams = [...new Set(people.map((person) => person.team))];
  return (
    <form method="post" action="/sign-in/demonstration" class="c-pick">
      <input type="hidden" name="to" value={to} />
      {teams.map((team) => (
        <section key={team} class="c-pick__team">
          <h2 class="c-pick__title">{team}</h2>
          <ul class="c-pick__people">
            {people
              .filter((person) => person.team === team)
              .map((person) => (
                <li key={person.staffId}>
                  <button class="c-pick__person" type="submit" name="staff" value={person.staffId}>
                    <span class="c-pick__name">{person.name}</span>
                    <span class="c-pick__role">{person.title}</span>
                  </button>
                </li>
              ))}
          </ul>
        </section>
      ))}
    </form>
  );
}
