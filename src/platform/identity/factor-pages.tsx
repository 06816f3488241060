import type { Problem } from '../../language/outcome.ts';
import { SubmitButton } from '../html/buttons.tsx';
import { EntrancePage } from '../html/entrance-page.tsx';
import { ErrorSummary } from '../html/error-summary.tsx';
import { ButtonLink, Link } from '../html/links.tsx';
import { TextInput } from '../html/text-inputs.tsx';
import { PasskeyButton } from './passkey-button.tsx';
import { QrCode } from './qr-code.tsx';
import { CodeInput } from './second-step-page.tsx';

type Shown = { readonly token: string; readonly to: string; readonly problems: readonly Problem[] };

/** Before anything else, whoever should have a second factor and has none sets one up. */
export function ChooseFactorPage({ token, to, problems, isFirst }: Shown & { isFirst: boolean }) {
  return (
    <EntrancePage
      title={isFirst ? 'Set up a second step' : 'Add a second step'}
      demonstration={null}
      problems={problems}
      script="passkey.js"
    >
      {isFirst ? (
        <p>
          A password can be seen or guessed. With a second step it opens nothing by itself. You need it once
          now, and then each time you sign in.
        </p>
      ) : (
        <p>Two ways are better than one: when one is lost, the other still lets you in.</p>
      )}
      <ErrorSummary problems={problems} />
      <form method="post" action="/own-account/code/new">
        <Hidden token={token} to={to} />
        <SubmitButton wide>Use codes from an app</SubmitButton>
      </form>
      <MakePasskey token={token} to={to} problems={problems} />
      {isFirst ? (
        <form method="post" action="/sign-out">
          <Hidden token={token} />
          <SubmitButton kind="secondary">Sign out instead</SubmitButton>
        </form>
      ) : (
        <p>
          <Link href="/own-account/sign-in">Leave it as it is</Link>
        </p>
      )}
    </EntrancePage>
  );
}

/** Where a passkey gets its name and is made. */
export function MakePasskey({ token, to, problems }: Shown) {
  return (
    <PasskeyButton
      options="/own-account/passkeys/options"
      action="/own-account/passkeys"
      kind="secondary"
      makes
      hidden={{ 'form-token': token, to }}
      problems={problems}
      asks={
        <TextInput
          name="passkey-name"
          label="What you call this passkey"
          hint="For example, work laptop"
          problems={problems}
        />
      }
    >
      Make a passkey
    </PasskeyButton>
  );
}

/** The secret as a picture and as letters, and the first code of it: before that nothing is changed. */
export function CodesPage(props: Shown & { key32: string; address: string }) {
  const { token, to, problems, key32, address } = props;
  return (
    <EntrancePage title="Set up codes" demonstration={null} problems={problems}>
      <p>Open an authenticator app on your telephone, add an account, and point the camera at this square.</p>
      <ErrorSummary problems={problems} />
      <QrCode text={address} words="A square to scan with an authenticator app" />
      <p>If you cannot scan it, type this key into the app:</p>
      <p class="c-secret">{key32}</p>
      <form method="post" action="/own-account/code" novalidate>
        <Hidden token={token} to={to} />
        <CodeInput problems={problems} />
        <SubmitButton wide>Use these codes</SubmitButton>
      </form>
      <p class="c-small">
        Codes you had before go on until this is done.{' '}
        <Link href="/own-account/sign-in">Leave it as it is</Link>
      </p>
    </EntrancePage>
  );
}

/** Recovery codes, the only time that they can be read. */
export function RecoveryCodesPage({ codes, to }: { codes: readonly string[]; to: string }) {
  return (
    <EntrancePage title="Keep these recovery codes" demonstration={null}>
      <p>
        If your telephone or passkey is lost, one of them lets you in. Each works once. Write them down or
        print them, and keep them away from your computer. They are not shown again.
      </p>
      <ol class="c-secret c-secret--list">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ol>
      <ButtonLink href={to}>I have kept them</ButtonLink>
    </EntrancePage>
  );
}

function Hidden({ token, to }: { token: string; to?: string }) {
  return (
    <>
      <input type="hidden" name="form-token" value={token} />
      {to === undefined ? null : <input type="hidden" name="to" value={to} />}
    </>
  );
}
