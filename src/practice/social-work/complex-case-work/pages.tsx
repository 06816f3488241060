import { dayInWords } from '../../../language/dates-in-words.ts';
import { BarRow } from '../../../platform/charts/bar-row.tsx';
import { EmptyState } from '../../../platform/html/empty-state.tsx';
import { ErrorSummary } from '../../../platform/html/error-summary.tsx';
import { Link } from '../../../platform/html/links.tsx';
import { type SummaryLine, SummaryList } from '../../../platform/html/lists.tsx';
import { PageHead, Panel, PanelPart, WithAside } from '../../../platform/html/panel.tsx';
import { Table } from '../../../platform/html/table.tsx';
import { Flag } from '../../../platform/html/tags.tsx';
import { Words } from '../../../platform/html/voice.tsx';
import { dayOfLife } from '../../people/person/index.ts';
import { type ThinkingTime, thinkingOf } from '../complex-case/index.ts';
import { Work } from './forms.tsx';
import type { CaseProps } from './shown.ts';

/** One complex case: why it is on the register, who takes part, thinking time booked and held, and the reviews. */
export function ComplexCasePage(props: CaseProps) {
  const { complex, childName, reviewOn, today, problems } = props;
  const isOver = reviewOn !== undefined && reviewOn < today;
  const isOn = complex.leftOn === undefined;
  return (
    <>
      <PageHead
        title="Complex case"
        above={
          <>
            <Link href={`/people/${complex.personId}`}>{childName}</Link>,{' '}
            <Link href="/complex-cases">the register</Link>
          </>
        }
        below={
          isOn
            ? `On the register since ${dayOfLife(complex.enteredOn)}`
            : `Was on the register until ${dayOfLife(complex.leftOn ?? complex.enteredOn)}`
        }
      />
      <ErrorSummary problems={problems} />
      <WithAside
        aside={
          <>
            <Panel
              title="The case"
              link={
                isOn && isOver && <Flag colour="red">Review overdue since {dayInWords(reviewOn, today)}</Flag>
              }
            >
              <SummaryList lines={linesOf(props)} plain />
            </Panel>
            {isOn && <Work {...props} />}
          </>
        }
      >
        <Panel title="Why it is on the register">
          <Words words={complex.enteredWhy} />
        </Panel>
        {complex.leftWhy !== undefined && (
          <Panel title="Why it left the register">
            <Words words={complex.leftWhy} />
          </Panel>
        )}
        <Thinking {...props} />
        <Reviews {...props} />
      </WithAside>
    </>
  );
}

function linesOf({ complex, staff, parts, reviewOn, today }: CaseProps): readonly SummaryLine[] {
  const { enteredOn, enteredBy, leadId, leftOn, leftBy } = complex;
  const named = (id: typeof leadId | undefined) => (id && staff.get(id)) ?? 'Somebody of the staff';
  return [
    { label: 'Lead', value: named(leadId) },
    { label: 'Put on it', value: `${dayInWords(enteredOn, today)}, ${named(enteredBy)}` },
    ...(leftOn === undefined
      ? [{ label: 'Next review', value: reviewOn === undefined ? 'No rule' : dayInWords(reviewOn, today) }]
      : [{ label: 'Left it', value: `${dayInWords(leftOn, today)}, ${named(leftBy)}` }]),
    ...parts.map(({ agency, who, leftOn: until }) => ({
      label: agency,
      value:
        until === undefined
          ? (who ?? 'Takes part')
          : [who, `took part until ${dayInWords(until, today)}`].filter(Boolean).join(', '),
    })),
  ];
}

function Thinking({ times, complex, may, today }: CaseProps) {
  const { booked, held } = thinkingOf(times, today);
  if (times.length === 0)
    return (
      <Panel>
        <EmptyState title="No thinking time is booked yet" />
      </Panel>
    );
  return (
    <>
      <Panel>
        <BarRow
          id={`thinking-${complex.id}`}
          title="Thinking time booked and held"
          sentence={`${held} of ${booked} minutes that were booked until today have been held.`}
          bars={[
            { label: 'Booked', value: booked, words: `${booked} minutes` },
            { label: 'Held', value: held, words: `${held} minutes` },
          ]}
        />
      </Panel>
      <Panel flush>
        <Table
          caption="Thinking time, the latest first"
          columns={[
            { head: 'Booked for', isName: true, narrow: 'lead' },
            { head: 'Who', narrow: 'full' },
            { head: 'Minutes', narrow: 'start' },
            { head: 'Held', narrow: 'end' },
          ]}
          rows={times.map((time) => ({
            id: time.id,
            cells: [
              dayInWords(time.bookedOn, today),
              time.who,
              time.bookedMinutes,
              <Held key="held" time={time} may={may.work} />,
            ],
          }))}
        />
      </Panel>
    </>
  );
}

function Held({ time, may }: { time: ThinkingTime; may: boolean }) {
  const { heldOn, heldMinutes, notHeldWhy } = time;
  if (heldOn !== undefined) return <span>{`${heldMinutes} minutes, ${dayOfLife(heldOn)}`}</span>;
  if (notHeldWhy !== undefined) return <span>{`Not held: ${notHeldWhy}`}</span>;
  return may ? (
    <Link href={`/thinking-times/${time.id}`}>Say whether it was held</Link>
  ) : (
    <span>Not yet</span>
  );
}

function Reviews({ reviews, staff, today }: CaseProps) {
  return (
    <Panel title="Reviews">
      {reviews.length === 0 && <p class="c-small">It has not been reviewed yet.</p>}
      {reviews.map(({ id, on, by, words }) => (
        <PanelPart key={id} title={`${dayInWords(on, today)}, ${staff.get(by) ?? 'Somebody of the staff'}`}>
          <Words words={words} />
        </PanelPart>
      ))}
    </Panel>
  );
}
