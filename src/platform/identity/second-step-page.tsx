import type { Problem } from '../../language/outcome.ts';
import { SubmitButton } from '../html/buttons.tsx';
import { Details } from '../html/disclosure.tsx';
import { EntrancePage } from '../html/entrance-page.tsx';
import { ErrorSummary } from '../html/error-summary.tsx';
import { TextInput } from '../html/text-inputs.tsx';
import { PasskeyButton } from './passkey-button.tsx';

/** By what the second step can be taken. */
export type Ways = { readonly codes: boolean; readonly passkeys: boolean; readonly recovery: boolean };

/** The second step of signing in, after the password. It names nobody: whoever has only the password learns no more. */
export function SecondStepPage({ ways, problems }: { ways: Ways; problems: readonly Problem[] }) {
  return (
    <EntrancePage
      title="One more step"
      demonstration={null}
      problems={problems}
      script={ways.passkeys ? 'passkey.js' : undefined}
    >
      <p>
        {ways.codes
          ? 'The app on your telephone shows a code of six digits. It changes every half minute.'
          : 'Use the passkey that you made for this account.'}
      </p>
      <ErrorSummary problems={problems} />
      {ways.passkeys && (
        <PasskeyButton
          options="/sign-in/second/passkey/options"
          action="/sign-in/second/passkey"
          kind={ways.codes ? 'secondary' : 'primary'}
          problems={problems}
        >
          Use a passkey
        </PasskeyButton>
      )}
      {ways.codes && (
        <form method="post" action="/sign-in/second" novalidate>
          <CodeInput problems={problems} />
          <SubmitButton wide>Sign in</SubmitButton>
        </form>
      )}
      {ways.recovery && (
        <Details
          summary="Use a recovery code instead"
          open={problems.some(({ field }) => field === 'recovery')}
        >
          <form method="post" action="/sign-in/second" novalidate>
            <TextInput
              name="recovery"
              label="Recovery code"
              hint="One of those you kept when you set this up. Each works once."
              problems={problems}
              autocomplete="off"
            />
            <SubmitButton kind="secondary">Sign in with it</SubmitButton>
          </form>
        </Details>
      )}
      <form method="post" action="/sign-in/second/given-up">
        <SubmitButton kind="secondary">Begin again</SubmitButton>
      </form>
    </EntrancePage>
  );
}

/** Where a code of an app is typed. */
export function CodeInput({ problems }: { problems: readonly Problem[] }) {
  return (
    <TextInput
      name="code"
      label="Code"
      hint="For example, 123 456"
      width={10}
      inputmode="numeric"
      problems={problems}
      autocomplete="one-time-code"
    />
  );
}
