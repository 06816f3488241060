import type { Problem } from '../../../language/outcome.ts';
import type { RawAnswers } from '../../../platform/forms/raw-answers.ts';
import { valueIn } from '../../../platform/html/answers.ts';
import { ButtonGroup, SubmitButton } from '../../../platform/html/buttons.tsx';
import { Radios } from '../../../platform/html/choices.tsx';
import { EmptyState } from '../../../platform/html/empty-state.tsx';
import { ErrorSummary } from '../../../platform/html/error-summary.tsx';
import { Link } from '../../../platform/html/links.tsx';
import { SummaryList } from '../../../platform/html/lists.tsx';
import { PageHead, Panel, PanelPart } from '../../../platform/html/panel.tsx';
import { type Column, type Row, Table } from '../../../platform/html/table.tsx';
import { StandingTag, Tag } from '../../../platform/html/tags.tsx';
import { WordsInput } from '../../../platform/html/text-inputs.tsx';
import { DraftState, Words } from '../../../platform/html/voice.tsx';
import { ActionForm } from '../../../platform/web/action-form.tsx';
import type { Profile } from '../../../profile/profile.ts';
import { CheckClock, checkClock, fieldsInWords } from '../partner-check/index.ts';
import { momentInWords } from '../triage/index.ts';
import type { Asked } from './rules.ts';

type Shown = { readonly profile: Profile; readonly now: Date };

const WAITING: readonly Column[] = [
  { head: 'Clock', narrow: 'full' },
  { head: 'About', isName: true, narrow: 'lead' },
  { head: 'What is asked', narrow: 'full' },
  { head: 'Asked by', narrow: 'start' },
];
const SETTLED: readonly Column[] = [
  { head: 'About', isName: true, narrow: 'lead' },
  { head: 'What came of it', narrow: 'beside' },
  { head: 'When', narrow: 'start' },
];

/** What is asked of one agency: what waits first, then what was settled last. */
export function AskedOfAgencyPage(
  props: Shown & { waiting: readonly Asked[]; settled: readonly Asked[]; agency: string },
) {
  const { waiting, settled, agency } = props;
  return (
    <>
      <PageHead title="Partner checks" below={agency} />
      <Panel flush={waiting.length > 0}>
        {waiting.length === 0 ? (
          <EmptyState title="Nothing waits for your answer" figure={0} calm>
            <p>When the Children and Families Hub asks your agency something, it stands here.</p>
          </EmptyState>
        ) : (
          <Table
            caption="Waiting for an answer, longest first"
            columns={WAITING}
            rows={waiting.map((asked) => waitingRow(asked, props))}
            movable
          />
        )}
      </Panel>
      {settled.length > 0 && (
        <Panel title="Settled lately" flush>
          <Table
            caption="Answered or withdrawn, latest first"
            columns={SETTLED}
            rows={settled.map((asked) => settledRow(asked, props))}
          />
        </Panel>
      )}
    </>
  );
}

function waitingRow(asked: Asked, { profile, now }: Shown): Row {
  return {
    id: asked.id,
    cells: [
      <CheckClock key="clock" askedAt={asked.askedAt} profile={profile} now={now} />,
      <AboutLink key="about" asked={asked} />,
      fieldsInWords(profile, asked).join('; '),
      asked.askedBy,
    ],
  };
}

function settledRow(asked: Asked, { profile, now }: Shown): Row {
  const { answer, withdrawnAt } = asked;
  const at = answer?.answeredAt ?? withdrawnAt ?? asked.askedAt;
  return {
    id: asked.id,
    cells: [
      <AboutLink key="about" asked={asked} />,
      <StateTag key="state" asked={asked} />,
      momentInWords(at, now, profile.calendar),
    ],
  };
}

function AboutLink({ asked }: { asked: Asked }) {
  const [first = '', ...more] = asked.askedAbout.split('\n');
  return (
    <>
      <Link href={`/partner-checks/${asked.id}`}>{first}</Link>
      {more.length > 0 && <span class="c-small"> and {more.length} more</span>}
    </>
  );
}

function StateTag({ asked }: { asked: Asked }) {
  if (asked.answer === undefined)
    return asked.withdrawnAt === undefined ? <Tag icon="waiting">Waiting</Tag> : <Tag>Withdrawn</Tag>;
  return asked.answer.holds ? <Tag icon="tick">Holds something</Tag> : <Tag>Nothing held</Tag>;
}

type AnswerProps = Shown & {
  readonly asked: Asked;
  readonly values: RawAnswers;
  readonly problems: readonly Problem[];
  readonly draft: { readonly url: string; readonly version: number };
};

/** One check: whom it is about and what is wanted, and the answer beside it. */
export function AnswerPage(props: AnswerProps) {
  const { asked, problems, profile, now } = props;
  return (
    <>
      <PageHead
        title="What does your agency hold?"
        above={<Link href="/partner-checks">Partner checks</Link>}
        actions={<CheckClockOf {...props} />}
      />
      <div class="c-form-column">
        <ErrorSummary problems={problems} />
        <Panel>
          <SummaryList
            plain
            lines={[
              { label: 'About', value: <Lines text={asked.askedAbout} /> },
              { label: 'What is asked', value: <Lines text={fieldsInWords(profile, asked).join('\n')} /> },
              { label: 'Why', value: <Lines text={asked.purpose} /> },
              {
                label: 'Asked by',
                value: `${asked.askedBy}, ${momentInWords(asked.askedAt, now, profile.calendar)}`,
              },
            ]}
          />
          <PanelPart>
            {asked.answer === undefined && asked.withdrawnAt === undefined ? (
              <AnswerForm {...props} />
            ) : (
              <Settled {...props} />
            )}
          </PanelPart>
        </Panel>
      </div>
    </>
  );
}

function CheckClockOf({ asked, profile, now }: AnswerProps) {
  if (asked.answer !== undefined || asked.withdrawnAt !== undefined) return <StateTag asked={asked} />;
  return (
    <div>
      <CheckClock askedAt={asked.askedAt} profile={profile} now={now} />
      <StandingTag standing={checkClock(profile, asked.askedAt).standing} />
    </div>
  );
}

function AnswerForm({ asked, values, problems, draft }: AnswerProps) {
  return (
    <ActionForm to={`/partner-checks/${asked.id}/answer`} draft={draft}>
      <DraftState isKept={draft.version > 0} />
      <Radios
        name="holds"
        label="Does your agency hold something about this?"
        small
        options={[
          { value: 'something', label: 'Yes, we hold something' },
          { value: 'nothing', label: 'No, nothing held' },
        ]}
        value={valueIn(values, 'holds')}
        problems={problems}
      />
      <WordsInput
        name="words"
        label="What you hold"
        hint="Only what is asked. Facts and their dates; say which is opinion. For “nothing held” this may stay empty."
        rows={8}
        value={valueIn(values, 'words')}
        problems={problems}
      />
      <ButtonGroup>
        <SubmitButton shortcut="ctrl+enter">Send the answer</SubmitButton>
        <Link href="/partner-checks">Stop here, it is kept</Link>
      </ButtonGroup>
    </ActionForm>
  );
}

function Settled({ asked, profile, now }: AnswerProps) {
  if (asked.answer === undefined)
    return <p>This was withdrawn by the Children and Families Hub. You need not answer it.</p>;
  const { holds, words, answeredBy, answeredAt } = asked.answer;
  const by = `${answeredBy}, ${momentInWords(answeredAt, now, profile.calendar)}`;
  const bare = holds ? 'Something is held' : 'Nothing held';
  return <Words words={words === '' ? bare : words} by={by} />;
}

function Lines({ text }: { text: string }) {
  return <div class="c-lines">{text}</div>;
}
