import { ago } from '../../../language/dates-in-words.ts';
import { Radios } from '../../../platform/html/choices.tsx';
import { Link } from '../../../platform/html/links.tsx';
import { SummaryList } from '../../../platform/html/lists.tsx';
import { Panel, PanelPart } from '../../../platform/html/panel.tsx';
import type { Account } from '../administration/index.ts';
import type { AccountShown } from './store.ts';

/** How somebody signs in, and what can be done about it. */
export function AccountPanel(shown: AccountShown & { isOwn: boolean }) {
  const { account, member, isOwn } = shown;
  if (account === undefined)
    return (
      <Panel title="Account">
        <p>They have none here.</p>
      </Panel>
    );
  const isOpen = account.endedAt === undefined && !account.disabled && member.leftOn === undefined;
  return (
    <Panel title="Account">
      <SummaryList
        plain
        lines={[
          { label: 'Signs in as', value: account.name },
          { label: 'State', value: stateInWords(account, isOpen) },
          { label: 'Password', value: passwordInWords(shown, account) },
          { label: 'Second step', value: factorsInWords(shown) },
          { label: 'Signed in now', value: sessionsInWords(shown) },
        ]}
      />
      {!isOwn && isOpen && <Ways to={`/staff/${member.id}`} hasPassword={account.hasPassword} />}
    </Panel>
  );
}

function Ways({ to, hasPassword }: { to: string; hasPassword: boolean }) {
  return (
    <PanelPart>
      <ul class="c-plain-list">
        <li>
          <Link href={`${to}/invitations/new`}>
            {hasPassword ? 'Send a link for a new password' : 'Send an invitation'}
          </Link>
        </li>
        <li>
          <Link href={`${to}/session-endings/new`}>Sign them out everywhere</Link>
        </li>
        <li>
          <Link href={`${to}/second-step-requests/new`}>Their second step was lost</Link>
        </li>
      </ul>
    </PanelPart>
  );
}

function stateInWords({ disabled, endedAt }: Account, isOpen: boolean): string {
  if (disabled) return 'Disabled everywhere by the keeper of the house';
  return isOpen && endedAt === undefined ? 'Open' : 'Ended here: it opens nothing';
}

function passwordInWords({ invitation, now }: AccountShown, { hasPassword }: Account): string {
  if (invitation === undefined) return hasPassword ? 'Set by themselves' : 'None yet';
  const hours = Math.max(1, Math.round((invitation.endsAt.getTime() - now.getTime()) / 3_600_000));
  const left = hours < 48 ? `${hours} hours` : `${Math.round(hours / 24)} days`;
  return hasPassword
    ? `Set; a link for another works for ${left}`
    : `None yet; the invitation works for ${left}`;
}

function factorsInWords({ factors }: AccountShown): string {
  const { codesSince, passkeys, recoveryCodesLeft } = factors;
  const ways = [
    ...(codesSince === undefined ? [] : ['codes from an app']),
    ...(passkeys.length === 0 ? [] : [passkeys.length === 1 ? 'a passkey' : `${passkeys.length} passkeys`]),
  ];
  if (ways.length === 0) return 'None yet: they set one up at the next sign-in';
  return `${ways.join(' and ')}, with ${recoveryCodesLeft} recovery codes left`;
}

function sessionsInWords({ sessions, now }: AccountShown): string {
  if (sessions.length === 0) return 'Nowhere';
  return sessions
    .map(({ device, seenAt }) => `${device || 'A browser'}, last used ${ago(seenAt, now)}`)
    .join('; ');
}

/** The question when a second step was lost. */
export function LostQuestions() {
  return (
    <Radios
      name="lost"
      label="What was lost?"
      small
      options={[
        {
          value: 'second step',
          label: 'The second step: telephone or passkey, and the recovery codes',
          hint: 'They sign in with their password and set up another second step',
        },
        {
          value: 'second step and password',
          label: 'The second step and the password',
          hint: 'They are sent a link for a new password besides',
        },
      ]}
    />
  );
}
