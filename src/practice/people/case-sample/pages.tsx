import { dayInWords, timeInWords } from '../../../language/dates-in-words.ts';
import { addDays, type Day, dayOf } from '../../../language/day.ts';
import type { Id } from '../../../language/id.ts';
import { EmptyState } from '../../../platform/html/empty-state.tsx';
import { ButtonLink, Link } from '../../../platform/html/links.tsx';
import type { SummaryLine } from '../../../platform/html/lists.tsx';
import { PageHead, Panel } from '../../../platform/html/panel.tsx';
import { Table } from '../../../platform/html/table.tsx';
import { Tag } from '../../../platform/html/tags.tsx';
import { Words } from '../../../platform/html/voice.tsx';
import { CASE_POPULATIONS } from '../../../profile/code-sets/case-samples.ts';
import { labelOf } from '../../../profile/code-sets/code-set.ts';
import { type CaseDocument, DocumentLines } from '../case-sample-document/index.ts';
import type { PersonBrief } from '../person/index.ts';
import { type CaseSample, standingOf } from './rules.ts';

type Shown = { readonly names: ReadonlyMap<Id, string>; readonly now: Date; readonly today: Day };

const SOMEBODY = 'Somebody of the staff';
const STANDING_WORDS = {
  'waits for the second person': 'Waits for the second person',
  'is read': 'Read by the adviser',
  'not agreed': 'Not confirmed',
  ended: 'Ended early',
  over: 'Over',
} as const;

const lastDay = ({ untilAt }: CaseSample): Day => addDays(dayOf(untilAt), -1);

/** Every sample: whose, of what, and where it is. */
export function SamplesPage(props: Shown & { samples: readonly CaseSample[]; mayChoose: boolean }) {
  const { samples, names, now, today } = props;
  return (
    <>
      <PageHead
        title="Case samples"
        below="Cases that an adviser from outside reads without names"
        actions={
          props.mayChoose ? <ButtonLink href="/case-samples/new">Choose a sample</ButtonLink> : undefined
        }
      />
      <Panel flush={samples.length > 0}>
        {samples.length === 0 ? (
          <EmptyState title="No sample was chosen yet" calm />
        ) : (
          <Table
            caption="Samples, the latest first"
            columns={[
              { head: 'Chosen', isName: true, narrow: 'lead' },
              { head: 'It is', narrow: 'beside' },
              { head: 'Adviser', narrow: 'full' },
              { head: 'Out of', narrow: 'full' },
              { head: 'Last day', narrow: 'start' },
            ]}
            rows={samples.map((one) => ({
              id: one.id,
              cells: [
                <Link key="sample" href={`/case-samples/${one.id}`}>
                  {dayInWords(dayOf(one.chosenAt), today)}, {one.size} {one.size === 1 ? 'case' : 'cases'}
                </Link>,
                <Tag key="standing">{STANDING_WORDS[standingOf(one, now)]}</Tag>,
                names.get(one.adviserId) ?? SOMEBODY,
                labelOf(CASE_POPULATIONS, one.population),
                dayInWords(lastDay(one), today),
              ],
            }))}
          />
        )}
      </Panel>
    </>
  );
}

/** One sample, as it was chosen and answered. */
export function SampleLines(sample: CaseSample, { names, now, today }: Shown): SummaryLine[] {
  const { seed, whyNot, endedWhy } = sample;
  const nameOf = (id: Id) => names.get(id) ?? SOMEBODY;
  return [
    { label: 'It is', value: <Tag>{STANDING_WORDS[standingOf(sample, now)]}</Tag> },
    { label: 'Adviser', value: nameOf(sample.adviserId) },
    { label: 'For', value: <div class="c-lines">{sample.purpose}</div> },
    {
      label: 'Cases',
      value: `${sample.size} of ${sample.outOf}. ${labelOf(CASE_POPULATIONS, sample.population)}`,
    },
    ...(seed === undefined ? [] : [{ label: 'By chance, with the seed', value: seed }]),
    { label: 'Chosen by', value: `${nameOf(sample.chosenBy)}, ${dayInWords(dayOf(sample.chosenAt), today)}` },
    { label: 'Second person', value: nameOf(sample.secondId) },
    { label: 'Last day', value: dayInWords(lastDay(sample), today) },
    ...(whyNot === undefined ? [] : [{ label: 'Why not', value: whyNot }]),
    ...(endedWhy === undefined ? [] : [{ label: 'Ended early', value: endedWhy }]),
  ];
}

/** The cases with their numbers and names, for those who chose, and what the adviser wrote to them. */
export function CasesPanel(props: {
  cases: readonly {
    readonly id: Id;
    readonly personId: Id;
    readonly number: number;
    readonly comments: readonly { readonly id: Id; readonly words: string; readonly writtenAt: Date }[];
  }[];
  documents: readonly CaseDocument[];
  /** Where a document of the sample is taken. */
  at: string;
  briefs: ReadonlyMap<Id, PersonBrief>;
  adviser: string;
  today: Day;
}) {
  const { cases, documents, at, briefs, adviser, today } = props;
  return (
    <Panel title="The cases">
      {cases.length === 0 && <p class="c-small">None of them is yours to open.</p>}
      {cases.map((one) => (
        <div key={one.id}>
          <p>
            Case {one.number}:{' '}
            <Link href={`/people/${one.personId}`}>{briefs.get(one.personId)?.name ?? 'A record'}</Link>
          </p>
          {one.comments.map(({ id, words, writtenAt }) => (
            <Words
              key={id}
              words={words}
              by={`${adviser}, ${dayInWords(dayOf(writtenAt), today)}, ${timeInWords(writtenAt)}`}
            />
          ))}
          <DocumentLines
            documents={documents.filter(({ caseId }) => caseId === one.id)}
            {...{ at, today }}
            by={adviser}
          />
        </div>
      ))}
    </Panel>
  );
}
