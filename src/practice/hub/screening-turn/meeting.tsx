import { dayInFull } from '../../../language/dates-in-words.ts';
import type { Id } from '../../../language/id.ts';
import { ButtonGroup, SubmitButton } from '../../../platform/html/buttons.tsx';
import { Progress } from '../../../platform/html/form-states.tsx';
import { Link } from '../../../platform/html/links.tsx';
import { PageHead, Panel } from '../../../platform/html/panel.tsx';
import { Table } from '../../../platform/html/table.tsx';
import { ActionForm } from '../../../platform/web/action-form.tsx';
import type { Context } from '../../../platform/web/context.ts';
import { labelOf } from '../../../profile/code-sets/code-set.ts';
import { CONTACT_OUTCOMES } from '../../../profile/code-sets/contact-outcomes.ts';
import { type Contact, childrenNamed } from '../contact/index.ts';
import type { Decision } from '../decision/index.ts';
import { currentTurn, type Meeting, type Turn, turnsThrough } from '../screening-meeting/index.ts';

/** What every page of a meeting shows at its top. */
export type Running = {
  readonly meeting: Meeting;
  readonly turns: readonly Turn[];
  readonly seats: { readonly staff: readonly string[]; readonly agencies: readonly string[] };
  readonly context: Context;
};

/** The head of a meeting: how far it is, who sits, and its end. */
export function MeetingHead({ meeting, turns, seats, context }: Running) {
  const [through, all] = [turnsThrough(turns), turns.length];
  const left = all - through;
  const at = currentTurn(turns)?.position;
  const ending = meeting.endedAt === undefined &&
    context.viewer.permissions.has('screening meeting: hold') && (
      <ActionForm to={`/screening-meetings/${meeting.id}/ending`}>
        <SubmitButton kind="secondary" size="compact">
          End meeting
        </SubmitButton>
      </ActionForm>
    );
  return (
    <Progress
      title="Screening meeting"
      done={through}
      of={all}
      words={
        <>
          <strong>{`${at ?? through} of ${all}`}</strong>
          {left > 0 && `, ${left} to go`}
        </>
      }
      actions={
        <>
          {seats.agencies.length > 0 && <p class="c-progress__words">With: {seats.agencies.join(', ')}</p>}
          {ending}
        </>
      }
    />
  );
}

/** The end of a meeting, or one that was held: what was taken, what was decided and by whom. */
export function MeetingPage(props: {
  running: Running;
  taken: readonly {
    readonly turn: Turn;
    readonly contact: Contact;
    readonly decisions: readonly Decision[];
  }[];
  staff: ReadonlyMap<Id, string>;
}) {
  const { running, taken, staff } = props;
  const { meeting, seats } = running;
  const sat = [...seats.staff, ...seats.agencies].join(', ');
  return (
    <>
      <MeetingHead {...running} />
      <PageHead
        level={2}
        title={meeting.endedAt === undefined ? 'Everything has been through' : dayInFull(meeting.heldOn)}
        below={`Sat: ${sat}`}
      />
      <Panel flush>
        <Table
          caption="What was taken"
          columns={[
            { head: 'Contact', isName: true, narrow: 'lead' },
            { head: 'Decided', narrow: 'full' },
            { head: 'By', narrow: 'full' },
          ]}
          rows={taken.map(({ turn, contact, decisions }) => ({
            id: turn.contactId,
            cells: [
              <Link key="contact" href={`/contacts/${contact.id}/decisions`}>
                {childrenNamed(contact.children)}
              </Link>,
              outcomeWords(turn, decisions),
              [...new Set(decisions.map((one) => staff.get(one.signedBy) ?? ''))].join(', '),
            ],
          }))}
        />
      </Panel>
      <ButtonGroup>
        <Link href="/screening-meetings">All meetings</Link>
        <Link href="/hub">The board</Link>
      </ButtonGroup>
    </>
  );
}

function outcomeWords(turn: Turn, decisions: readonly Decision[]): string {
  if (decisions.length > 0)
    return [...new Set(decisions.map((one) => labelOf(CONTACT_OUTCOMES, one.outcome)))].join('; ');
  return turn.deferredReason === undefined ? 'Not taken' : `Put off: ${turn.deferredReason}`;
}
