import { dayInFull, timeInWords } from '../../../language/dates-in-words.ts';
import type { Id } from '../../../language/id.ts';
import type { Problem } from '../../../language/outcome.ts';
import type { RawAnswers } from '../../../platform/forms/raw-answers.ts';
import { valueIn } from '../../../platform/html/answers.ts';
import { HiddenInputs, SubmitButton } from '../../../platform/html/buttons.tsx';
import { Checkboxes } from '../../../platform/html/choices.tsx';
import { Details, Notice } from '../../../platform/html/disclosure.tsx';
import { EmptyState } from '../../../platform/html/empty-state.tsx';
import { ErrorSummary } from '../../../platform/html/error-summary.tsx';
import { ErrorMessage } from '../../../platform/html/field.tsx';
import { ButtonLink, Link } from '../../../platform/html/links.tsx';
import { PageHead, Panel, WithAside } from '../../../platform/html/panel.tsx';
import { Flag, RatingTag } from '../../../platform/html/tags.tsx';
import { TextInput } from '../../../platform/html/text-inputs.tsx';
import { ActionForm } from '../../../platform/web/action-form.tsx';
import type { Context } from '../../../platform/web/context.ts';
import { ContactClockLine } from '../triage/index.ts';
import type { ReadyContact } from './reading.ts';
import type { Meeting } from './rules.ts';

type Named = { readonly id: Id; readonly name: string; readonly note?: string | undefined };

type Starting = {
  readonly ready: readonly ReadyContact[];
  readonly staff: readonly Named[];
  readonly agencies: readonly Named[];
  readonly mayHold: boolean;
  readonly context: Context;
  /** Undefined before anything was sent: then whoever looks, and everything that is ready, is ticked. */
  readonly values: RawAnswers | undefined;
  readonly problems: readonly Problem[];
};

/** The meetings: the one that runs, beginning one, and those that were held. */
export function MeetingsPage(props: Starting & { running: Meeting | undefined; held: readonly Meeting[] }) {
  const { running, held, mayHold, problems } = props;
  return (
    <>
      <PageHead
        title="Screening meeting"
        below="Who sits, and which contacts are taken, the one due first at the top"
      />
      <ErrorSummary problems={problems} />
      {running !== undefined && (
        <Notice>
          <p>
            A meeting is running. It began at{' '}
            {timeInWords(running.beganAt, props.context.profile.calendar.zone)}.
          </p>
          <ButtonLink href={`/screening-meetings/${running.id}`}>Join it</ButtonLink>
        </Notice>
      )}
      {running === undefined && mayHold && <Begin {...props} />}
      {held.length > 0 && (
        <Panel title="Meetings held">
          <ul class="govuk-list">
            {held.map((meeting) => (
              <li key={meeting.id}>
                <Link href={`/screening-meetings/${meeting.id}`}>{dayInFull(meeting.heldOn)}</Link>, from{' '}
                {timeInWords(meeting.beganAt, props.context.profile.calendar.zone)}
                {meeting.endedAt !== undefined &&
                  ` to ${timeInWords(meeting.endedAt, props.context.profile.calendar.zone)}`}
              </li>
            ))}
          </ul>
        </Panel>
      )}
    </>
  );
}

function Begin(props: Starting) {
  if (props.ready.length === 0) {
    return (
      <Panel>
        <EmptyState title="Nothing waits for a meeting" figure={0} calm>
          <p>Every contact has a decision.</p>
        </EmptyState>
      </Panel>
    );
  }
  return (
    <ActionForm to="/screening-meetings">
      <WithAside aside={<WhoSits {...props} />}>
        <Panel title="Contacts to take" id="field-contacts">
          <ErrorMessage name="contacts" problems={props.problems} />
          {props.ready.map((contact, index) => (
            <TakeContact key={contact.id} {...props} contact={contact} index={index} />
          ))}
        </Panel>
      </WithAside>
    </ActionForm>
  );
}

function TakeContact({
  contact,
  index,
  values,
  context,
}: Starting & { contact: ReadyContact; index: number }) {
  const name = `contacts.${index}.taken`;
  const isTaken =
    values === undefined
      ? contact.waitingFor === 0
      : sentFor(values, 'contacts', contact.id, 'taken') === 'yes';
  return (
    <div class="c-take">
      <HiddenInputs values={{ [`contacts.${index}.id`]: contact.id }} />
      <Checkboxes
        name={name}
        label={<span class="c-hidden">{contact.children}</span>}
        small
        values={isTaken ? ['yes'] : []}
        options={[{ value: 'yes', label: `${contact.children}, ${contact.reference}`, hint: contact.line }]}
      />
      <div class="c-take__beside">
        <ContactClockLine clock={contact.clock} now={context.now} calendar={context.profile.calendar} />
        <RatingTag colour={contact.colour ?? 'none'} />
        {contact.waitingFor > 0 && <Flag>Waiting for partners</Flag>}
      </div>
    </div>
  );
}

function WhoSits(props: Starting) {
  const { staff, agencies, values, context } = props;
  const sits = (list: 'staff' | 'agencies', id: Id, first: boolean) =>
    (values === undefined ? first : sentFor(values, list, id, 'sits') === 'yes') ? ['yes'] : [];
  return (
    <Panel title="Who sits" id="field-staff">
      <ErrorMessage name="staff" problems={props.problems} />
      <div class="c-sits">
        {staff.map(({ id, name, note }, index) => (
          <Sits
            key={id}
            list="staff"
            index={index}
            id={id}
            label={name}
            hint={note}
            values={sits('staff', id, id === context.by)}
          />
        ))}
      </div>
      <Details summary="Agencies that sit" open={values !== undefined}>
        {agencies.map(({ id, name }, index) => (
          <div key={id} class="c-sits">
            <Sits list="agencies" index={index} id={id} label={name} values={sits('agencies', id, false)} />
            <TextInput
              name={`agencies.${index}.named`}
              label={<span class="c-hidden">Who comes for {name}</span>}
              value={values && sentFor(values, 'agencies', id, 'named')}
              problems={props.problems}
              width={20}
            />
          </div>
        ))}
      </Details>
      <SubmitButton wide shortcut="ctrl+enter">
        Begin the meeting
      </SubmitButton>
    </Panel>
  );
}

function Sits(props: {
  list: string;
  index: number;
  id: Id;
  label: string;
  hint?: string | undefined;
  values: readonly string[];
}) {
  return (
    <>
      <HiddenInputs values={{ [`${props.list}.${props.index}.id`]: props.id }} />
      <Checkboxes
        name={`${props.list}.${props.index}.sits`}
        label={<span class="c-hidden">{props.label}</span>}
        small
        values={props.values}
        options={[{ value: 'yes', label: props.label, hint: props.hint }]}
      />
    </>
  );
}

/** What was sent beside an id. The lists may have changed since the page was made, so rows are found by id and not by their place. */
function sentFor(values: RawAnswers, list: string, id: Id, field: string): string | undefined {
  const row = Object.keys(values).find(
    (name) => name.startsWith(`${list}.`) && name.endsWith('.id') && values[name] === id,
  );
  return row && valueIn(values, `${row.slice(0, -'id'.length)}${field}`);
}
