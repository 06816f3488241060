import { dayInWords } from '../../../language/dates-in-words.ts';
import { type Day, dayOf } from '../../../language/day.ts';
import type { Id } from '../../../language/id.ts';
import type { Problem } from '../../../language/outcome.ts';
import type { RawAnswers } from '../../../platform/forms/raw-answers.ts';
import { AsTyped } from '../../../platform/html/as-typed.tsx';
import { ButtonGroup, SubmitButton } from '../../../platform/html/buttons.tsx';
import { Radios } from '../../../platform/html/choices.tsx';
import { Inset } from '../../../platform/html/disclosure.tsx';
import { EmptyState } from '../../../platform/html/empty-state.tsx';
import { ErrorSummary } from '../../../platform/html/error-summary.tsx';
import { ButtonLink, Link } from '../../../platform/html/links.tsx';
import { PageHead, Panel, WithAside } from '../../../platform/html/panel.tsx';
import { Table } from '../../../platform/html/table.tsx';
import { StandingTag } from '../../../platform/html/tags.tsx';
import { WordsInput } from '../../../platform/html/text-inputs.tsx';
import { ActionForm } from '../../../platform/web/action-form.tsx';
import { labelOf } from '../../../profile/code-sets/code-set.ts';
import { DUPLICATE_ANSWERS } from '../../../profile/code-sets/duplicate-answers.ts';
import { PARISHES } from '../../../profile/code-sets/parishes.ts';
import { NAME_KINDS } from '../../../profile/code-sets/person-details.ts';
import { SEXES } from '../../../profile/code-sets/sexes.ts';
import { DUPLICATE_MODEL } from '../../../profile/duplicate-model.ts';
import { type Compared, likelihoodInWords } from '../duplicate/index.ts';
import { dayOfLife, namedWithAge, nameInWords, type Person, type PersonBrief } from '../person/index.ts';
import type { Proposal } from './store.ts';

/** The pairs that nobody has settled, each with how likely it is. */
export function DuplicatesPage(props: {
  proposals: readonly Proposal[];
  briefs: ReadonlyMap<Id, PersonBrief>;
  today: Day;
  mayReviewMerges: boolean;
}) {
  const { proposals, today } = props;
  const open = proposals.filter(({ answered }) => answered === undefined);
  const said = (answer: string) => proposals.filter(({ answered }) => answered?.answer === answer);
  const rows = (some: readonly Proposal[]) =>
    some.map((one) => ({ id: one.id, cells: cellsOf(one, props.briefs, today) }));
  return (
    <>
      <PageHead
        title="Possible duplicates"
        below="Two records that may be of one person. The program proposes; you say. Only records that you may see."
        actions={props.mayReviewMerges && <Link href="/merges">Merged records</Link>}
      />
      <Panel flush={proposals.length > 0}>
        {proposals.length === 0 ? (
          <EmptyState title="No two records wait to be compared" figure={0} calm>
            <p>New names and births are compared each night, and whenever somebody is put on record.</p>
          </EmptyState>
        ) : (
          <Table
            caption="Pairs of records, the likeliest first"
            movable
            columns={[
              { head: 'One record', isName: true, narrow: 'lead' },
              { head: 'Other record', narrow: 'full' },
              { head: 'Likelihood', narrow: 'labelled' },
              { head: 'Proposed', narrow: 'start' },
              { head: 'Answer', narrow: 'end' },
            ]}
            groups={[
              { title: 'Nobody has answered', rows: rows(open) },
              { title: 'Somebody was not sure', rows: rows(said('not sure')) },
              { title: 'Said to be the same person', rows: rows(said('same person')) },
            ].filter((group) => group.rows.length > 0)}
          />
        )}
      </Panel>
    </>
  );
}

function cellsOf(proposal: Proposal, briefs: ReadonlyMap<Id, PersonBrief>, today: Day) {
  const { id, one, other, likelihood, proposedAt, answered } = proposal;
  const called = (person: Id) => {
    const brief = briefs.get(person);
    return brief === undefined ? 'A person' : `${namedWithAge(brief, today)}, ${brief.number}`;
  };
  return [
    <Link key="one" href={`/duplicates/${id}`}>
      {called(one)}
    </Link>,
    called(other),
    likelihoodInWords(likelihood),
    dayInWords(dayOf(proposedAt), today),
    answered === undefined ? 'None yet' : `${labelOf(DUPLICATE_ANSWERS, answered.answer)}, ${answered.by}`,
  ];
}

/** One record as it is set beside the other. */
export type Side = { readonly person: Person; readonly home: string | undefined };

export type DuplicatePageProps = {
  readonly proposal: Proposal;
  readonly sides: readonly [Side, Side];
  readonly compared: Compared;
  readonly today: Day;
  readonly mayMerge: boolean;
  readonly values: RawAnswers;
  readonly problems: readonly Problem[];
  readonly draft: { readonly url: string; readonly version: number };
};

/** Two records side by side, what speaks for one person and against it, and the question. */
export function DuplicatePage(props: DuplicatePageProps) {
  const { proposal, sides, today } = props;
  const [one, other] = sides;
  return (
    <>
      <PageHead
        title="Are they the same person?"
        above={<Link href="/duplicates">Possible duplicates</Link>}
        actions={
          props.mayMerge && (
            <ButtonLink kind="secondary" href={`/duplicates/${proposal.id}/merges/new`}>
              Make them one record
            </ButtonLink>
          )
        }
        below={
          <>
            <RecordLink {...one} /> and <RecordLink {...other} />. Look at both records first.
          </>
        }
      />
      <ErrorSummary problems={props.problems} />
      <WithAside aside={<Answering {...props} />}>
        {proposal.answered && (
          <Inset>
            {labelOf(DUPLICATE_ANSWERS, proposal.answered.answer)}, said {proposal.answered.by}{' '}
            {dayInWords(dayOf(proposal.answered.at), today)}: {proposal.answered.reason}
          </Inset>
        )}
        <Panel flush>
          <Table
            caption="The two records, side by side"
            columns={[
              { head: 'What', isName: true, narrow: 'lead' },
              { head: one.person.number, narrow: 'labelled' },
              { head: other.person.number, narrow: 'labelled' },
            ]}
            rows={sideBySide(sides)}
          />
        </Panel>
        <SpeaksPanel {...props} />
      </WithAside>
    </>
  );
}

function RecordLink({ person }: Side) {
  return (
    <>
      <Link href={`/people/${person.id}`}>{person.name}</Link>, {person.number}
    </>
  );
}

function sideBySide([one, other]: readonly [Side, Side]) {
  const row = (what: string, of: (side: Side) => string | undefined) => ({
    id: what,
    cells: [what, of(one) || 'Not known', of(other) || 'Not known'],
    isKnown: Boolean(of(one) || of(other)),
  });
  return [
    row('Names', ({ person }) =>
      person.names
        .map((name) => `${nameInWords(name)} (${labelOf(NAME_KINDS, name.kind).toLowerCase()})`)
        .join(', '),
    ),
    row('Born', ({ person }) => person.bornOn && dayOfLife(person.bornOn)),
    row('Due', ({ person }) => person.dueOn && dayOfLife(person.dueOn)),
    row('Sex', ({ person }) => labelOf(SEXES, person.sex)),
    row('Parish', ({ home }) => home && labelOf(PARISHES, home)),
    row('On record since', ({ person }) => dayOfLife(dayOf(person.recordedAt))),
  ].filter(({ isKnown }) => isKnown);
}

function SpeaksPanel({ compared }: DuplicatePageProps) {
  const speaks = compared.speaks.toSorted((one, other) => other.weight - one.weight);
  return (
    <Panel title={`${likelihoodInWords(compared.likelihood)} that they are one person`}>
      <ul class="govuk-list govuk-list--bullet">
        {speaks.map(({ field, words, weight }) => (
          <li key={field}>
            {words}: {weight < 0 ? 'speaks against it' : 'speaks for it'} ({signed(weight)})
          </li>
        ))}
      </ul>
      <p class="c-small">
        A rare name speaks for it more than a common one. What nobody knows says nothing. One more point
        doubles the odds.
      </p>
      <p class="c-small">
        Weights: {DUPLICATE_MODEL.source}. <StandingTag standing={DUPLICATE_MODEL.standing} />
      </p>
    </Panel>
  );
}

function signed(weight: number): string {
  return `${weight < 0 ? '−' : '+'}${Math.abs(weight).toFixed(1)}`;
}

function Answering({ proposal, values, problems, draft }: DuplicatePageProps) {
  return (
    <Panel title="What do you say?">
      <ActionForm to={`/duplicates/${proposal.id}/answers`} draft={draft}>
        <AsTyped values={values} problems={problems}>
          <Radios
            name="answer"
            label={DUPLICATE_ANSWERS.title}
            small
            options={DUPLICATE_ANSWERS.codes.map(({ code, label, note }) => ({
              value: code,
              label,
              hint: note,
            }))}
          />
          <WordsInput name="reason" label="Why do you think so?" rows={4} />
        </AsTyped>
        <ButtonGroup>
          <SubmitButton busyWords="Keeping">Keep this answer</SubmitButton>
        </ButtonGroup>
      </ActionForm>
    </Panel>
  );
}
