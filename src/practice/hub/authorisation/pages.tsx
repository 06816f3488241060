import type { Id } from '../../../language/id.ts';
import { SubmitButton } from '../../../platform/html/buttons.tsx';
import { EmptyState } from '../../../platform/html/empty-state.tsx';
import { ErrorSummary } from '../../../platform/html/error-summary.tsx';
import { Link } from '../../../platform/html/links.tsx';
import { PageHead, Panel } from '../../../platform/html/panel.tsx';
import { Table } from '../../../platform/html/table.tsx';
import { ActionForm } from '../../../platform/web/action-form.tsx';
import type { Context, Refusal } from '../../../platform/web/context.ts';
import { labelOf } from '../../../profile/code-sets/code-set.ts';
import { CONTACT_OUTCOMES } from '../../../profile/code-sets/contact-outcomes.ts';
import { childNamed } from '../contact/index.ts';
import { momentInWords } from '../triage/index.ts';
import type { Waiting } from './store.ts';

/** The decisions that wait for a second signature. */
export function AuthorisationsPage(props: {
  waiting: readonly Waiting[];
  staff: ReadonlyMap<Id, string>;
  context: Context;
  refusal?: Refusal | undefined;
}) {
  const { waiting, staff, context, refusal } = props;
  const { now, profile } = context;
  if (waiting.length === 0) {
    return (
      <>
        <PageHead title="Decisions to authorise" />
        <ErrorSummary problems={refusal?.problems ?? []} />
        <Panel>
          <EmptyState title="No decision waits for a signature" figure={0} calm>
            <p>
              Referrals to social care and decisions to do nothing further stand here until a manager signs
              too.
            </p>
          </EmptyState>
        </Panel>
      </>
    );
  }
  return (
    <>
      <PageHead
        title="Decisions to authorise"
        below="The longest waiting first. Nothing is opened and nobody is told before."
      />
      <ErrorSummary problems={refusal?.problems ?? []} />
      <Panel flush>
        <Table
          caption="Decisions that wait for a manager"
          movable
          columns={[
            { head: 'Child', isName: true, narrow: 'lead' },
            { head: 'What should happen', narrow: 'full' },
            { head: 'Signed by', narrow: 'full' },
            { head: 'Your signature', narrow: 'full' },
          ]}
          rows={waiting.map((decision) => ({
            id: decision.id,
            cells: [
              <Link key="child" href={`/contacts/${decision.contactId}/decisions`}>
                {childNamed({ ...decision, dueOn: undefined, ageSaid: undefined })}
              </Link>,
              <>
                <strong>{labelOf(CONTACT_OUTCOMES, decision.outcome)}</strong>, level {decision.levelOfNeed}
                <br />
                {decision.reason}
              </>,
              `${staff.get(decision.signedBy) ?? ''}, ${momentInWords(decision.signedAt, now, profile.calendar)}`,
              <Signature key="sign" decision={decision} context={context} />,
            ],
          }))}
        />
      </Panel>
    </>
  );
}

function Signature({ decision, context }: { decision: Waiting; context: Context }) {
  if (decision.signedBy === context.by) return <>You signed it. Another manager authorises it.</>;
  return (
    <ActionForm to={`/decisions/${decision.id}/authorisation`}>
      <SubmitButton size="compact">Authorise</SubmitButton>
    </ActionForm>
  );
}
