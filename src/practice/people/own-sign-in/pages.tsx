import { ago, dayInWords } from '../../../language/dates-in-words.ts';
import { dayOf } from '../../../language/day.ts';
import type { Problem } from '../../../language/outcome.ts';
import { SubmitButton } from '../../../platform/html/buttons.tsx';
import { Details } from '../../../platform/html/disclosure.tsx';
import { ErrorSummary } from '../../../platform/html/error-summary.tsx';
import { Link } from '../../../platform/html/links.tsx';
import { PageHead, Panel, PanelPart } from '../../../platform/html/panel.tsx';
import { Table } from '../../../platform/html/table.tsx';
import { TextInput } from '../../../platform/html/text-inputs.tsx';
import type { Factors, Passkey } from '../../../platform/identity/factors.ts';
import type { LiveSession } from '../../../platform/identity/sessions.ts';
import { ActionForm } from '../../../platform/web/action-form.tsx';
import type { Context } from '../../../platform/web/context.ts';

type Props = {
  factors: Factors;
  sessions: readonly LiveSession[];
  context: Context;
  problems: readonly Problem[];
};

/** How somebody signs in, and where they are signed in now. */
export function OwnSignInPage({ factors, sessions, context, problems }: Props) {
  return (
    <>
      <PageHead
        title="How you sign in"
        above={<Link href="/own-account">Your account</Link>}
        below="You get a mail each time something here is changed."
      />
      <div class="c-form-column">
        <ErrorSummary problems={problems} />
        <Panel title="Second step" link={<Link href="/own-account/second-factor">Add one</Link>}>
          <Codes factors={factors} context={context} />
          <PanelPart>
            <Passkeys passkeys={factors.passkeys} context={context} problems={problems} />
          </PanelPart>
        </Panel>
        <RecoveryCodes left={factors.recoveryCodesLeft} />
        <Panel title="Password" link={<Link href="/own-account/password">Change it</Link>}>
          <p>Changing it signs you out everywhere else. Your second step stays.</p>
        </Panel>
      </div>
      <Sessions sessions={sessions} context={context} />
    </>
  );
}

function on(instant: Date, { today, profile }: Context): string {
  return dayInWords(dayOf(instant, profile.calendar.zone), today);
}

function Codes({ factors: { codesSince }, context }: { factors: Factors; context: Context }) {
  if (codesSince === undefined) return <p>You have no codes from an app.</p>;
  return (
    <>
      <p>Codes from an app, set up {on(codesSince, context)}.</p>
      <ActionForm to="/own-account/code/removal">
        <SubmitButton kind="secondary" size="compact">
          Take the codes away
        </SubmitButton>
      </ActionForm>
    </>
  );
}

function Passkeys({
  passkeys,
  context,
  problems,
}: {
  passkeys: readonly Passkey[];
  context: Context;
  problems: readonly Problem[];
}) {
  if (passkeys.length === 0) return <p>You have no passkey.</p>;
  return (
    <ul class="c-plain-list">
      {passkeys.map((one) => (
        <li key={one.id}>
          <p>
            <strong>{one.name}</strong>, a passkey made {on(one.madeAt, context)}
            {one.usedAt ? `, last used ${ago(one.usedAt, context.now)}` : ', not used yet'}.
          </p>
          <Details summary={`Change ${one.name}`}>
            <ActionForm to={`/own-account/passkeys/${one.id}/name`}>
              <TextInput name="name" label="What you call it" value={one.name} problems={problems} />
              <SubmitButton kind="secondary" size="compact">
                Save the name
              </SubmitButton>
            </ActionForm>
            <ActionForm to={`/own-account/passkeys/${one.id}/removal`}>
              <SubmitButton kind="warning" size="compact">
                Take it away
              </SubmitButton>
            </ActionForm>
          </Details>
        </li>
      ))}
    </ul>
  );
}

function RecoveryCodes({ left }: { left: number }) {
  return (
    <Panel title="Recovery codes">
      <p>
        {left === 0 ? 'You have none.' : `${left} are left.`} One of them lets you in when your telephone or
        passkey is lost.
      </p>
      <ActionForm to="/own-account/recovery-codes">
        <SubmitButton kind="secondary" size="compact">
          Make new ones
        </SubmitButton>
      </ActionForm>
    </Panel>
  );
}

const MANNERS: Readonly<Record<string, string>> = {
  password: 'password',
  passkey: 'passkey',
  provider: 'your organisation',
  demonstration: 'picked in the demonstration',
};
const FACTORS: Readonly<Record<string, string>> = {
  code: ' and code',
  'recovery code': ' and recovery code',
  passkey: ' and passkey',
};

function Sessions({ sessions, context }: { sessions: readonly LiveSession[]; context: Context }) {
  const { now, session } = context;
  return (
    <Panel title="Where you are signed in">
      <Table
        caption="Sessions that are open now"
        columns={[
          { head: 'Browser', isName: true, narrow: 'lead' },
          { head: 'Signed in' },
          { head: 'By' },
          { head: 'Last used' },
          { head: 'End it', narrow: 'full' },
        ]}
        rows={sessions.map((one) => ({
          id: `session-${one.id}`,
          cells: [
            `${one.device || 'A browser we do not know'}${one.id === session.id ? ' (this one)' : ''}`,
            ago(one.beganAt, now),
            `${MANNERS[one.manner] ?? one.manner}${one.manner === 'passkey' ? '' : (FACTORS[one.factor] ?? '')}`,
            ago(one.seenAt, now),
            <ActionForm key="end" to={`/own-account/sessions/${one.id}/end`}>
              <SubmitButton kind="secondary" size="compact">
                End
              </SubmitButton>
            </ActionForm>,
          ],
        }))}
      />
      {sessions.length > 1 && (
        <div class="c-panel__part">
          <ActionForm to="/own-account/sessions/end-others">
            <SubmitButton kind="secondary">End all but this one</SubmitButton>
          </ActionForm>
        </div>
      )}
    </Panel>
  );
}
