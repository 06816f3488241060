import type { Day } from '../../../language/day.ts';
import { Link } from '../../../platform/html/links.tsx';
import { type SummaryLine, SummaryList } from '../../../platform/html/lists.tsx';
import { Panel } from '../../../platform/html/panel.tsx';
import { CARE_BASES, CARE_PLACEMENTS, PLAN_CATEGORIES } from '../../../profile/code-sets/care.ts';
import { labelOf } from '../../../profile/code-sets/code-set.ts';
import { dayOfLife, type Person } from '../person/index.ts';
import { type FactOfChild, mayBeChild, type PeriodOfCare, type ProtectionPlan } from './rules.ts';

/** Whether a child is or was in care or on a protection plan. Who may record either of a child is led to it from here. */
export function CarePanel(props: {
  person: Person;
  today: Day;
  periods: readonly PeriodOfCare[];
  plans: readonly ProtectionPlan[];
  may: { readonly care: boolean; readonly plan: boolean };
}) {
  const { person, periods, plans, may } = props;
  const isChild = mayBeChild(person, props.today);
  const mayBeginCare = isChild && may.care && periods.every(({ endedOn }) => endedOn !== undefined);
  const mayBeginPlan = isChild && may.plan && plans.every(({ endedOn }) => endedOn !== undefined);
  const lines = [
    ...plans.map((plan) => planLine(plan, may.plan)),
    ...periods.map((period) => careLine(period, may.care)),
  ];
  if (lines.length === 0 && !mayBeginCare && !mayBeginPlan) return null;
  return (
    <Panel title="Care and protection">
      {lines.length === 0 ? (
        <p class="c-small">Neither in care nor on a protection plan.</p>
      ) : (
        <SummaryList lines={lines} plain />
      )}
      {mayBeginPlan && (
        <p>
          <Link href={`/people/${person.id}/protection-plans/new`}>Begin a protection plan</Link>
        </p>
      )}
      {mayBeginCare && (
        <p>
          <Link href={`/people/${person.id}/periods-of-care/new`}>Begin a period of care</Link>
        </p>
      )}
    </Panel>
  );
}

function planLine(plan: ProtectionPlan, may: boolean): SummaryLine {
  return {
    label: plan.endedOn === undefined ? 'On a protection plan' : 'Was on a protection plan',
    value: (
      <>
        {labelOf(PLAN_CATEGORIES, plan.category)}
        <Standing fact={plan} />
        {may && plan.endedOn === undefined && (
          <Link href={`/protection-plans/${plan.id}/ending/new`}>End this plan</Link>
        )}
      </>
    ),
  };
}

function careLine(period: PeriodOfCare, may: boolean): SummaryLine {
  return {
    label: period.endedOn === undefined ? 'In care' : 'Was in care',
    value: (
      <>
        {labelOf(CARE_PLACEMENTS, period.placement)}, {period.onIsland ? 'on the island' : 'off the island'}
        <div>{labelOf(CARE_BASES, period.basis)}</div>
        <Standing fact={period} />
        {may && period.endedOn === undefined && (
          <Link href={`/periods-of-care/${period.id}/ending/new`}>End this period of care</Link>
        )}
      </>
    ),
  };
}

function Standing({ fact }: { fact: FactOfChild }) {
  const { beganOn, decidedBy, endedOn, endDecidedBy } = fact;
  return (
    <>
      <div>
        Since {dayOfLife(beganOn)}
        {endedOn && `, until ${dayOfLife(endedOn)}`}
      </div>
      <div class="c-small">
        Decided by {decidedBy}
        {endDecidedBy && `; the end by ${endDecidedBy}`}
      </div>
    </>
  );
}
