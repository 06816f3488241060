import type { ComponentChildren } from 'preact';
import type { Problem } from '../../../language/outcome.ts';
import type { RawAnswers } from '../../../platform/forms/raw-answers.ts';
import { AsTyped } from '../../../platform/html/as-typed.tsx';
import { SubmitButton } from '../../../platform/html/buttons.tsx';
import { Fieldset } from '../../../platform/html/choices.tsx';
import { Details } from '../../../platform/html/disclosure.tsx';
import { EmptyState } from '../../../platform/html/empty-state.tsx';
import { ErrorSummary } from '../../../platform/html/error-summary.tsx';
import { ErrorMessage } from '../../../platform/html/field.tsx';
import { Link } from '../../../platform/html/links.tsx';
import { PageHead, Panel } from '../../../platform/html/panel.tsx';
import { DayInput, TextInput, WordsInput } from '../../../platform/html/text-inputs.tsx';
import { Words } from '../../../platform/html/voice.tsx';
import { ActionForm } from '../../../platform/web/action-form.tsx';
import type { Unread } from './store.ts';

type FormProps = {
  readonly values: RawAnswers;
  readonly problems: readonly Problem[];
  readonly mayImport: boolean;
  readonly kept: boolean;
};

/** Where a notification is written down, one incident at a time. */
export function NotificationPage({ values, problems, mayImport, kept }: FormProps) {
  return (
    <>
      <PageHead
        title="Police notification"
        actions={mayImport ? <Link href="/police-notifications/batch">Send many in a file</Link> : undefined}
      />
      {kept ? <Kept /> : null}
      <ErrorSummary problems={problems} />
      <ActionForm to="/police-notifications" class="c-form">
        <AsTyped values={values} problems={problems}>
          <Panel title="What happened">
            <TextInput name="incident" label="Number of the incident" width={20} />
            <DayInput name="happenedOn" label="When it happened" />
            <WordsInput name="words" label="What happened, and what the children saw or said" rows={8} />
          </Panel>
          <Panel title="Children who were there">
            <Child index={0} />
            <Details summary="More children">
              {[1, 2, 3, 4, 5, 6, 7].map((index) => (
                <Child key={index} index={index} />
              ))}
            </Details>
          </Panel>
        </AsTyped>
        <SubmitButton>Send</SubmitButton>
      </ActionForm>
    </>
  );
}

function Kept() {
  return <p role="status">It is kept. It goes to whoever works with the child, or to the hub.</p>;
}

function Child({ index }: { index: number }) {
  const name = (part: string) => `children.${index}.${part}`;
  return (
    <Fieldset legend={`Child ${index + 1}`}>
      <div class="c-row">
        <TextInput name={name('givenName')} label="Given name" width={20} />
        <TextInput name={name('familyName')} label="Family name" width={20} />
        <DayInput name={name('bornOn')} label="Date of birth" />
      </div>
    </Fieldset>
  );
}

/** Where a batch file is sent. */
export function BatchPage({ problems, kept }: { problems: readonly Problem[]; kept: boolean }) {
  return (
    <>
      <PageHead title="Police notifications in a file" />
      {kept ? <Kept /> : null}
      <ErrorSummary problems={problems} />
      <Panel>
        <p>
          A comma-separated text file, a line a child. Its first line names the columns: incident,
          happened_on, given_name, family_name, born_on, words. All of it is taken in, or nothing.
        </p>
        <ActionForm to="/police-notifications/batches" file>
          <label class="govuk-label" for="file">
            The file
          </label>
          <ErrorMessage name="file" problems={problems} />
          <input class="govuk-file-upload" type="file" id="file" name="file" accept=".csv,text/csv" />
          <p>
            <SubmitButton>Send the file</SubmitButton>
          </p>
        </ActionForm>
      </Panel>
    </>
  );
}

/** What waits for one worker or manager to be read. */
export function UnreadPage({
  unread,
  due,
  problems,
}: {
  unread: readonly Unread[];
  due: (told: Unread) => ComponentChildren;
  problems: readonly Problem[];
}) {
  return (
    <>
      <PageHead title="Police notifications" />
      <ErrorSummary problems={problems} />
      {unread.length === 0 ? (
        <EmptyState title="Nothing waits for you">
          The police have told nothing new about the children you work with.
        </EmptyState>
      ) : null}
      {unread.map((told) => (
        <Panel
          key={told.id}
          title={
            told.personId === undefined ? (
              told.child
            ) : (
              <Link href={`/people/${told.personId}`}>{told.child}</Link>
            )
          }
        >
          <p class="c-small">
            Incident {told.incident}. {due(told)}
          </p>
          <Words words={told.words} />
          <ActionForm to={`/police-notifications/receipts/${told.id}/acknowledgement`}>
            <SubmitButton>I have read this</SubmitButton>
          </ActionForm>
        </Panel>
      ))}
    </>
  );
}
