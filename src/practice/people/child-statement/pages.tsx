import { dayInWords } from '../../../language/dates-in-words.ts';
import type { Day } from '../../../language/day.ts';
import type { Problem } from '../../../language/outcome.ts';
import { SubmitButton } from '../../../platform/html/buttons.tsx';
import { Radios } from '../../../platform/html/choices.tsx';
import { EmptyState } from '../../../platform/html/empty-state.tsx';
import { ErrorSummary } from '../../../platform/html/error-summary.tsx';
import { ButtonLink, Link } from '../../../platform/html/links.tsx';
import { PageHead, Panel } from '../../../platform/html/panel.tsx';
import { TextInput } from '../../../platform/html/text-inputs.tsx';
import { ActionForm } from '../../../platform/web/action-form.tsx';
import { CHILD_STATEMENTS } from '../../../profile/code-sets/child-statements.ts';
import type { Person } from '../person/index.ts';
import type { Statement } from './rules.ts';

/** The questions about a statement. */
export function StatementQuestions() {
  return (
    <>
      <Radios
        name="kind"
        label="What is it about?"
        options={CHILD_STATEMENTS.codes.map((one) => ({
          value: one.code,
          label: one.label,
          ...('note' in one ? { hint: one.note } : {}),
        }))}
        small
      />
      <TextInput
        name="words"
        label="In one sentence"
        hint="As you would say it to the family. For example: Nan has the children every Sunday."
      />
    </>
  );
}

/** Everything that was said of a child, by what it is about; what is no longer true stands below it. */
export function StatementsPage(props: {
  child: Person;
  statements: readonly Statement[];
  today: Day;
  mayRecord: boolean;
  problems: readonly Problem[];
}) {
  const { child, statements, mayRecord } = props;
  const kinds = CHILD_STATEMENTS.codes.filter(({ code }) => statements.some(({ kind }) => kind === code));
  return (
    <>
      <PageHead
        title="What is said of how they are"
        above={<Link href={`/people/${child.id}`}>{child.name}</Link>}
        actions={
          mayRecord && <ButtonLink href={`/people/${child.id}/statements/new`}>Write one down</ButtonLink>
        }
      />
      <ErrorSummary problems={props.problems} />
      {kinds.length === 0 && (
        <Panel>
          <EmptyState title="Nothing is written down yet">
            <p>
              What worries people and what is going well stands here, and first on the page about the child.
            </p>
          </EmptyState>
        </Panel>
      )}
      {kinds.map(({ code, label }) => (
        <Panel key={code} title={label}>
          <ul class="c-lines">
            {statements
              .filter(({ kind }) => kind === code)
              .toSorted(
                (one, other) => Number(one.endedOn !== undefined) - Number(other.endedOn !== undefined),
              )
              .map((statement) => (
                <OneStatement key={statement.id} statement={statement} {...props} />
              ))}
          </ul>
        </Panel>
      ))}
    </>
  );
}

function OneStatement(props: { statement: Statement; today: Day; mayRecord: boolean }) {
  const { statement, today } = props;
  const { id, personId, words, statedOn, statedBy, endedOn, endedBy } = statement;
  const said = `${statedBy}, ${dayInWords(statedOn, today)}`;
  return (
    <li class="c-statement">
      <div>
        {endedOn === undefined ? words : <s>{words}</s>}
        <div class="c-small">
          {said}
          {endedOn && `. No longer true since ${dayInWords(endedOn, today)}, ${endedBy ?? ''}`}
        </div>
      </div>
      {props.mayRecord && endedOn === undefined && (
        <ActionForm to={`/people/${personId}/statements/${id}/ending`}>
          <SubmitButton kind="secondary" size="compact" busyWords="Ending">
            No longer true<span class="c-hidden">: {words}</span>
          </SubmitButton>
        </ActionForm>
      )}
    </li>
  );
}
