import { dayInWords, timeInWords } from '../../../language/dates-in-words.ts';
import { addDays, type Day, dayOf } from '../../../language/day.ts';
import type { Id } from '../../../language/id.ts';
import type { Problem } from '../../../language/outcome.ts';
import type { RawAnswers } from '../../../platform/forms/raw-answers.ts';
import { AsTyped } from '../../../platform/html/as-typed.tsx';
import { SubmitButton } from '../../../platform/html/buttons.tsx';
import { EmptyState } from '../../../platform/html/empty-state.tsx';
import { ErrorSummary } from '../../../platform/html/error-summary.tsx';
import { Link } from '../../../platform/html/links.tsx';
import { SummaryList } from '../../../platform/html/lists.tsx';
import { PageHead, Panel, WithAside } from '../../../platform/html/panel.tsx';
import { Table } from '../../../platform/html/table.tsx';
import { WordsInput } from '../../../platform/html/text-inputs.tsx';
import { DraftState, Words } from '../../../platform/html/voice.tsx';
import { ActionForm } from '../../../platform/web/action-form.tsx';
import { type CaseDocument, DocumentLines } from '../case-sample-document/index.ts';
import { factInWords, SAMPLED_PARTS, type SampledCase, type SampledFact } from './rules.ts';

const lastDay = ({ untilAt }: SampledCase): Day => addDays(dayOf(untilAt), -1);

/** Every case that the adviser reads now. */
export function SampledCasesPage({ cases, today }: { cases: readonly SampledCase[]; today: Day }) {
  const bySample = [...Map.groupBy(cases, ({ sampleId }) => sampleId).values()];
  return (
    <>
      <PageHead
        title="Cases to read"
        below="Chosen for you by the service, without names. Each look is written down."
      />
      <Panel flush={cases.length > 0}>
        {cases.length === 0 ? (
          <EmptyState title="No case is chosen for you now" figure={0} calm>
            <p>When the service chooses a sample and a second person confirms it, it stands here.</p>
          </EmptyState>
        ) : (
          <Table
            caption="Cases, sample by sample"
            columns={[
              { head: 'Case', isName: true, narrow: 'lead' },
              { head: 'For', narrow: 'full' },
              { head: 'Chosen by', narrow: 'start' },
              { head: 'Last day', narrow: 'end' },
            ]}
            groups={bySample.map((some, at) => ({
              title: `Sample ${at + 1}`,
              rows: some.map((one) => ({
                id: one.id,
                cells: [
                  <Link key="case" href={`/sampled-cases/${one.id}`}>
                    Case {one.number}
                  </Link>,
                  one.purpose,
                  one.chosenBy,
                  dayInWords(lastDay(one), today),
                ],
              })),
            }))}
          />
        )}
      </Panel>
    </>
  );
}

type One = {
  readonly one: SampledCase;
  readonly facts: readonly SampledFact[];
  readonly comments: readonly { readonly id: Id; readonly words: string; readonly writtenAt: Date }[];
  readonly documents: readonly CaseDocument[];
  readonly today: Day;
  readonly values: RawAnswers;
  readonly problems: readonly Problem[];
  readonly draft: { readonly url: string; readonly version: number };
};

/** One case without a name. */
export function SampledCasePage(props: One) {
  const { one, facts, problems, today } = props;
  return (
    <>
      <PageHead
        title={`Case ${one.number}`}
        above={<Link href="/sampled-cases">Cases to read</Link>}
        below={`Until the end of ${dayInWords(lastDay(one), today)}. Times are weeks before the day on which it was chosen.`}
      />
      <ErrorSummary problems={problems} />
      <WithAside aside={<CommentPanel {...props} />}>
        <Panel title="What is told">
          <SummaryList
            plain
            lines={SAMPLED_PARTS.map(({ part, label }) => ({
              label,
              value: <FactLines facts={facts.filter((fact) => fact.part === part)} />,
            }))}
          />
          <p class="c-small">
            No name, address, school or day, and no word that somebody wrote. What fewer than five children
            have in common is not told.
          </p>
        </Panel>
        <CommentsPanel {...props} />
        <DocumentsPanel {...props} />
      </WithAside>
    </>
  );
}

function FactLines({ facts }: { facts: readonly SampledFact[] }) {
  if (facts.length === 0) return <>None</>;
  return <div class="c-lines">{facts.map(factInWords).join('\n')}</div>;
}

function CommentPanel({ one, values, problems, draft }: One) {
  return (
    <Panel title="Comment">
      <ActionForm to={`/sampled-cases/${one.id}/comments`} draft={draft}>
        <AsTyped values={values} problems={problems}>
          <DraftState isKept={draft.version > 0} />
          <WordsInput
            name="words"
            label="What do you think of it?"
            hint="The managers who chose the sample read this."
            rows={6}
          />
        </AsTyped>
        <SubmitButton busyWords="Keeping">Keep it</SubmitButton>
      </ActionForm>
      <p>
        <Link href={`/sampled-cases/${one.id}/documents/new`}>Attach a document</Link>
      </p>
    </Panel>
  );
}

function CommentsPanel({ comments, today }: One) {
  if (comments.length === 0) return null;
  return (
    <Panel title="What you wrote">
      {comments.map(({ id, words, writtenAt }) => (
        <Words
          key={id}
          words={words}
          by={`You, ${dayInWords(dayOf(writtenAt), today)}, ${timeInWords(writtenAt)}`}
        />
      ))}
    </Panel>
  );
}

function DocumentsPanel({ one, documents, today }: One) {
  if (documents.length === 0) return null;
  return (
    <Panel title="What you attached">
      <DocumentLines documents={documents} at={`/sampled-cases/${one.id}/documents`} by="You" today={today} />
    </Panel>
  );
}
