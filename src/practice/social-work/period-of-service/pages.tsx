import { dayInWords } from '../../../language/dates-in-words.ts';
import type { Day } from '../../../language/day.ts';
import type { Id } from '../../../language/id.ts';
import { AsTyped } from '../../../platform/html/as-typed.tsx';
import { ButtonGroup, SubmitButton } from '../../../platform/html/buttons.tsx';
import { Radios } from '../../../platform/html/choices.tsx';
import { EmptyState } from '../../../platform/html/empty-state.tsx';
import { ErrorSummary } from '../../../platform/html/error-summary.tsx';
import { Link } from '../../../platform/html/links.tsx';
import { SummaryList } from '../../../platform/html/lists.tsx';
import { PageHead, Panel, WithAside } from '../../../platform/html/panel.tsx';
import { Table } from '../../../platform/html/table.tsx';
import { StandingTag } from '../../../platform/html/tags.tsx';
import { DayInput, WordsInput } from '../../../platform/html/text-inputs.tsx';
import { ActionForm } from '../../../platform/web/action-form.tsx';
import { labelOf } from '../../../profile/code-sets/code-set.ts';
import { PERIOD_ENDED_REASONS, SERVICE_KINDS } from '../../../profile/code-sets/service-kinds.ts';
import type { Person, PersonBrief } from '../../people/person/index.ts';
import { optionsOf, type Typed } from '../../people/person-facts/index.ts';
import { kindInWords, type Period, REASONS_TO_END } from './rules.ts';

type Draft = { readonly url: string; readonly version: number };

/** What the service does and did with a child; whoever may, begins something new. */
export function PeriodsPage(
  props: Typed & {
    child: Person;
    periods: readonly Period[];
    mayBegin: boolean;
    mayDecideComplex: boolean;
    today: Day;
    draft: Draft;
  },
) {
  const { child, periods, mayBegin, today } = props;
  return (
    <>
      <PageHead
        title="Periods of service"
        above={<Link href={`/people/${child.id}`}>{child.name}</Link>}
        below="What we do with the child, from when until when, and why"
        actions={
          props.mayDecideComplex && (
            <Link href={`/people/${child.id}/complex-cases/new`}>Register of complex cases</Link>
          )
        }
      />
      <ErrorSummary problems={props.problems} />
      <WithAside aside={mayBegin ? <BeginForm {...props} /> : null}>
        <Panel flush={periods.length > 0}>
          {periods.length === 0 ? (
            <EmptyState title="Nothing was begun with this child yet">
              <p>A referral that is accepted begins one. So does early help when it begins.</p>
            </EmptyState>
          ) : (
            <PeriodsTable periods={periods} today={today} />
          )}
        </Panel>
      </WithAside>
    </>
  );
}

function PeriodsTable({ periods, today }: { periods: readonly Period[]; today: Day }) {
  return (
    <Table
      caption="Periods of service, open ones first"
      columns={[
        { head: 'What', isName: true, narrow: 'lead' },
        { head: 'Began', narrow: 'start' },
        { head: 'Why', narrow: 'full' },
        { head: 'Ended', narrow: 'end' },
      ]}
      rows={periods.map((period) => ({
        id: period.id,
        cells: [
          <Link key="kind" href={`/periods-of-service/${period.id}`}>
            {kindInWords(period.kind)}
          </Link>,
          dayInWords(period.beganOn, today),
          basisInWords(period),
          period.endedOn === undefined ? 'Open' : dayInWords(period.endedOn, today),
        ],
      }))}
    />
  );
}

function BeginForm(props: Typed & { child: Person; draft: Draft }) {
  const { child, values, problems, draft } = props;
  return (
    <Panel title="Begin another">
      <ActionForm to={`/people/${child.id}/periods-of-service`} draft={draft}>
        <AsTyped values={values} problems={problems}>
          <Radios name="kind" label="What begins?" options={optionsOf(SERVICE_KINDS.codes)} small />
          <StandingTag standing={SERVICE_KINDS.standing} />
          <DayInput name="beganOn" label="First day" />
          <WordsInput
            name="basisWords"
            label="Why does it begin?"
            hint="In words the family could read"
            rows={4}
          />
        </AsTyped>
        <SubmitButton busyWords="Beginning">Begin</SubmitButton>
      </ActionForm>
    </Panel>
  );
}

/** One period with what began it; whoever may, ends it. */
export function PeriodPage(
  props: Typed & {
    period: Period;
    child: PersonBrief | undefined;
    staff: ReadonlyMap<Id, string>;
    mayEnd: boolean;
    mayClose: boolean;
    today: Day;
    draft: Draft;
  },
) {
  const { period, child } = props;
  return (
    <>
      <PageHead
        title={kindInWords(period.kind)}
        above={
          <Link href={`/people/${period.personId}/periods-of-service`}>
            {child?.name ?? 'A child on record'}
          </Link>
        }
      />
      <ErrorSummary problems={props.problems} />
      <WithAside
        aside={
          <>
            {props.mayClose && <CloseWithFamily period={period} />}
            {props.mayEnd && period.endedOn === undefined && <EndForm {...props} />}
          </>
        }
      >
        <Panel title="The period">
          <SummaryList lines={linesOf(props)} plain />
        </Panel>
      </WithAside>
    </>
  );
}

function linesOf({ period, staff, today }: Parameters<typeof PeriodPage>[0]) {
  const by = (id: Id | undefined) => (id === undefined ? '' : `, ${staff.get(id) ?? ''}`);
  const { endedOn, endedReason, endedWords } = period;
  const source =
    period.referralId === undefined ? (
      period.episodeId && (
        <Link href={`/early-help-episodes/${period.episodeId}`}>The offer of early help</Link>
      )
    ) : (
      <Link href={`/referrals/${period.referralId}`}>The referral</Link>
    );
  return [
    { label: 'Began', value: `${dayInWords(period.beganOn, today)}${by(period.beganBy)}` },
    { label: 'Why', value: period.basisWords ?? basisInWords(period) },
    ...(source === undefined ? [] : [{ label: 'It began with', value: source }]),
    ...(endedOn === undefined
      ? [{ label: 'Ended', value: 'It is open' }]
      : [
          { label: 'Ended', value: `${dayInWords(endedOn, today)}${by(period.endedBy)}` },
          { label: 'Why it ended', value: labelOf(PERIOD_ENDED_REASONS, endedReason ?? '') },
        ]),
    ...(endedWords === undefined ? [] : [{ label: 'What was reached', value: endedWords }]),
  ];
}

/** Where the work is done it ends with the family; the way stands first. */
function CloseWithFamily({ period }: { period: Period }) {
  const at = `/people/${period.personId}/closings`;
  return (
    <Panel title="Close it with the family">
      <p class="c-small">The child and each parent say what they think of it, and a manager authorises it.</p>
      <Link href={at}>Closings with the family</Link>
    </Panel>
  );
}

function EndForm({ period, values, problems, draft }: Typed & { period: Period; draft: Draft }) {
  return (
    <Panel title="End it">
      <p class="c-small">
        What began it ends with it. When nothing else is open, nobody works with the child any longer.
      </p>
      <ActionForm to={`/periods-of-service/${period.id}/ending`} draft={draft}>
        <AsTyped values={values} problems={problems}>
          <DayInput name="endedOn" label="Last day" />
          <Radios name="reason" label="Why does it end?" options={optionsOf(REASONS_TO_END)} small />
          <StandingTag standing={PERIOD_ENDED_REASONS.standing} />
          <WordsInput
            name="words"
            label="What was reached?"
            hint="And what the child and the family say about it"
            rows={5}
          />
        </AsTyped>
        <ButtonGroup>
          <SubmitButton busyWords="Ending">End this period</SubmitButton>
        </ButtonGroup>
      </ActionForm>
    </Panel>
  );
}

function basisInWords({ basis, basisWords }: Period): string {
  if (basis === 'referral accepted') return 'A referral was accepted';
  return basis === 'early help begun' ? 'Early help began with the family' : (basisWords ?? '');
}
