import type { Problem } from '../../language/outcome.ts';
import { SubmitButton } from '../html/buttons.tsx';
import { EntrancePage } from '../html/entrance-page.tsx';
import { ErrorSummary } from '../html/error-summary.tsx';
import { ButtonLink } from '../html/links.tsx';
import { PasswordInput } from '../html/text-inputs.tsx';

/** Where whoever was invited sets a password of their own. */
export function InvitationPage(props: { name: string; to: string; problems: readonly Problem[] }) {
  const { name, to, problems } = props;
  return (
    <EntrancePage title="Choose your password" demonstration={null} problems={problems}>
      <p>
        You sign in as <strong>{name}</strong>. Only you will know this password.
      </p>
      <p>At least 15 characters. Four unrelated words are good, and easy to remember. You may paste it.</p>
      <ErrorSummary problems={problems} />
      <form method="post" action={to} novalidate>
        <PasswordInput name="password" label="New password" problems={problems} autocomplete="new-password" />
        <SubmitButton wide>Keep it and go on</SubmitButton>
      </form>
      <p class="c-small">Your second step comes next. If you have none yet, you set one up.</p>
    </EntrancePage>
  );
}

/** An invitation that opens nothing: used, taken back, over, or never there. */
export function InvitationOverPage() {
  return (
    <EntrancePage title="This invitation opens nothing" demonstration={null}>
      <p>
        It was used before, or its time is over, or a newer one took its place. Ask whoever looks after
        accounts for another.
      </p>
      <p>If you have set a password already, sign in with it.</p>
      <ButtonLink href="/sign-in">Sign in</ButtonLink>
    </EntrancePage>
  );
}
