import { dayInWords } from '../../../language/dates-in-words.ts';
import type { Day } from '../../../language/day.ts';
import { AsTyped } from '../../../platform/html/as-typed.tsx';
import { SubmitButton } from '../../../platform/html/buttons.tsx';
import { Radios } from '../../../platform/html/choices.tsx';
import { EmptyState } from '../../../platform/html/empty-state.tsx';
import { ErrorSummary } from '../../../platform/html/error-summary.tsx';
import { Link } from '../../../platform/html/links.tsx';
import { SummaryList } from '../../../platform/html/lists.tsx';
import { PageHead, Panel, WithAside } from '../../../platform/html/panel.tsx';
import { Table } from '../../../platform/html/table.tsx';
import { Tag } from '../../../platform/html/tags.tsx';
import { DayInput, TextInput, WordsInput } from '../../../platform/html/text-inputs.tsx';
import { ActionForm } from '../../../platform/web/action-form.tsx';
import { labelOf } from '../../../profile/code-sets/code-set.ts';
import { DECLARED_FOR } from '../../../profile/code-sets/visits.ts';
import { optionsOf, type Typed } from '../../people/person-facts/index.ts';
import { type DeclaredPeriod, standingOn } from '../../people/what-is-asked/index.ts';
import type { DaysOf } from '../next-visit/index.ts';

type Draft = { readonly url: string; readonly version: number };

/** Every period that was declared; whoever may, declares another. */
export function DeclaredPeriodsPage(
  props: Typed & { periods: readonly DeclaredPeriod[]; today: Day; mayDeclare: boolean; draft: Draft },
) {
  const { periods, today, mayDeclare, problems } = props;
  return (
    <>
      <PageHead
        title="Declared periods"
        above={<Link href="/visible-children">Visible children</Link>}
        below="Times in which children are to be seen more often, because something has changed for them all"
      />
      <ErrorSummary problems={problems} />
      <WithAside aside={mayDeclare ? <DeclareForm {...props} /> : null}>
        <Panel flush={periods.length > 0}>
          {periods.length === 0 ? (
            <EmptyState title="No period was declared yet">
              <p>The times of the profile alone say how often a child is to be seen.</p>
            </EmptyState>
          ) : (
            <Table
              caption="Declared periods, the latest first"
              columns={[
                { head: 'What', isName: true, narrow: 'lead' },
                { head: 'Stands', narrow: 'beside' },
                { head: 'For whom', narrow: 'full' },
                { head: 'Seen within', narrow: 'labelled' },
                { head: 'From, until', narrow: 'labelled' },
              ]}
              rows={periods.map((period) => ({ id: period.id, cells: cellsOf(period, today) }))}
            />
          )}
        </Panel>
      </WithAside>
    </>
  );
}

function cellsOf(period: DeclaredPeriod, today: Day) {
  const { id, title, forWhom, fromOn } = period;
  return [
    <Link key="title" href={`/declared-periods/${id}`}>
      {title}
    </Link>,
    <StandingOfPeriod key="standing" period={period} today={today} />,
    labelOf(DECLARED_FOR, forWhom),
    daysInWords(period),
    `${dayInWords(fromOn, today)}, ${untilInWords(period, today)}`,
  ];
}

function StandingOfPeriod({ period, today }: { period: DeclaredPeriod; today: Day }) {
  const standing = standingOn(period, today);
  if (standing === 'over') return <Tag>Over</Tag>;
  return standing === 'stands' ? (
    <Tag colour="amber" icon="amber">
      Stands now
    </Tag>
  ) : (
    <Tag>To come</Tag>
  );
}

function daysInWords({ days }: DeclaredPeriod): string {
  return days === 1 ? '1 day' : `${days} days`;
}

function untilInWords({ untilOn, endedOn }: DeclaredPeriod, today: Day): string {
  if (endedOn !== undefined) return `ended ${dayInWords(endedOn, today)}`;
  return untilOn === undefined ? 'until it is ended' : `until ${dayInWords(untilOn, today)}`;
}

function DeclareForm({ values, problems, draft }: Typed & { draft: Draft }) {
  return (
    <Panel title="Declare a period">
      <ActionForm to="/declared-periods" draft={draft}>
        <AsTyped values={values} problems={problems}>
          <TextInput name="title" label="What has changed?" hint="For example, Schools closed" />
          <WordsInput name="reason" label="Why, and who decided it?" rows={3} />
          <Radios name="forWhom" label={DECLARED_FOR.title} options={optionsOf(DECLARED_FOR.codes)} small />
          <TextInput
            name="days"
            label="Seen within how many days?"
            hint="Calendar days. Where the rule of the child asks for an earlier day, that counts"
            inputmode="numeric"
            width={5}
          />
          <DayInput name="fromOn" label="First day" hint="Today or later" />
          <DayInput
            name="untilOn"
            label="Last day, if it is known"
            hint="Leave it empty while nobody knows"
          />
        </AsTyped>
        <SubmitButton busyWords="Declaring">Declare</SubmitButton>
      </ActionForm>
    </Panel>
  );
}

/** One period: what it asks, of whom, why, and whom nobody has seen since it began. */
export function DeclaredPage(props: {
  period: DeclaredPeriod;
  by: string | undefined;
  days: readonly DaysOf[];
  today: Day;
  mayEnd: boolean;
  problems: Typed['problems'];
}) {
  const { period, by, days, today, mayEnd, problems } = props;
  const standing = standingOn(period, today);
  const lines = [
    { label: 'For whom', value: labelOf(DECLARED_FOR, period.forWhom) },
    { label: 'Seen within', value: daysInWords(period) },
    { label: 'From', value: dayInWords(period.fromOn, today) },
    { label: 'Until', value: untilInWords(period, today) },
    { label: 'Declared by', value: by ?? 'Somebody of the staff' },
    { label: 'Why', value: period.reason },
  ];
  return (
    <>
      <PageHead
        title={period.title}
        above={<Link href="/declared-periods">Declared periods</Link>}
        below={<StandingOfPeriod period={period} today={today} />}
      />
      <ErrorSummary problems={problems} />
      <WithAside aside={mayEnd && standing !== 'over' ? <EndForm period={period} /> : null}>
        <Panel title="What is asked">
          <SummaryList lines={lines} plain />
        </Panel>
        {standing === 'stands' && <Unseen days={days.filter((one) => one.declaredId === period.id)} />}
      </WithAside>
    </>
  );
}

function Unseen({ days }: { days: readonly DaysOf[] }) {
  const unseen = days.filter(({ isUnseenInDeclared }) => isUnseenInDeclared).length;
  return (
    <Panel title="Seen since it began">
      <p>
        {days.length - unseen} of {days.length} children in your sight were seen since the first day.
      </p>
      {unseen > 0 && (
        <Link href="/visible-children?show=unseen&mine=no">See whom nobody has seen ({unseen})</Link>
      )}
    </Panel>
  );
}

function EndForm({ period: { id } }: { period: DeclaredPeriod }) {
  return (
    <Panel title="End it">
      <p>From today on the times of the profile alone count again. An end is not taken back.</p>
      <ActionForm to={`/declared-periods/${id}/ending`}>
        <SubmitButton kind="warning" busyWords="Ending">
          End this period
        </SubmitButton>
      </ActionForm>
    </Panel>
  );
}
