import type { ComponentChildren } from 'preact';
import type { Problem } from '../../language/outcome.ts';
import { SubmitButton } from '../html/buttons.tsx';
import { EntrancePage } from '../html/entrance-page.tsx';
import { ErrorSummary } from '../html/error-summary.tsx';
import { PasswordInput } from '../html/text-inputs.tsx';
import { PasskeyButton } from './passkey-button.tsx';
import { CodeInput } from './second-step-page.tsx';

/** In which ways somebody can show again who they are. */
export type WaysToProve = {
  readonly demonstration: boolean;
  readonly password: boolean;
  readonly codes: boolean;
  readonly passkeys: boolean;
};

/** Asks again who sits there, before something that cannot be taken back or that shows much. One of the ways is enough. */
export function ProvePage(props: {
  to: string;
  problems: readonly Problem[];
  token: string;
  ways: WaysToProve;
}) {
  const { to, problems, token, ways } = props;
  const several = [ways.password, ways.codes, ways.passkeys].filter(Boolean).length > 1;
  return (
    <EntrancePage
      title="Is it still you?"
      demonstration={null}
      problems={problems}
      script={ways.passkeys && !ways.demonstration ? 'passkey.js' : undefined}
    >
      <p>What comes next shows much, or cannot be taken back. What you were doing is kept.</p>
      <ErrorSummary problems={problems} />
      {ways.demonstration ? (
        <ProofForm token={token} to={to}>
          <p>In the demonstration there are no passwords.</p>
        </ProofForm>
      ) : (
        <>
          {several && <p>Use whichever is at hand.</p>}
          {ways.passkeys && (
            <PasskeyButton
              options="/prove/passkey/options"
              action="/prove/passkey"
              kind="secondary"
              hidden={{ 'form-token': token, to }}
              problems={problems}
            >
              Use a passkey
            </PasskeyButton>
          )}
          {ways.codes && (
            <ProofForm token={token} to={to}>
              <CodeInput problems={problems} />
            </ProofForm>
          )}
          {ways.password && (
            <ProofForm token={token} to={to}>
              <PasswordInput
                name="password"
                label="Password"
                problems={problems}
                autocomplete="current-password"
              />
            </ProofForm>
          )}
        </>
      )}
    </EntrancePage>
  );
}

function ProofForm({ token, to, children }: { token: string; to: string; children: ComponentChildren }) {
  return (
    <form method="post" action="/prove" novalidate>
      <input type="hidden" name="form-token" value={token} />
      <input type="hidden" name="to" value={to} />
      {children}
      <SubmitButton wide>Yes, it is me</SubmitButton>
    </form>
  );
}
