import { dayInWords } from '../../../language/dates-in-words.ts';
import { type Day, dayOf } from '../../../language/day.ts';
import type { Id } from '../../../language/id.ts';
import type { Problem } from '../../../language/outcome.ts';
import type { RawAnswers } from '../../../platform/forms/raw-answers.ts';
import { AsTyped } from '../../../platform/html/as-typed.tsx';
import { SubmitButton } from '../../../platform/html/buttons.tsx';
import { Radios } from '../../../platform/html/choices.tsx';
import { EmptyState } from '../../../platform/html/empty-state.tsx';
import { Link } from '../../../platform/html/links.tsx';
import { SummaryList } from '../../../platform/html/lists.tsx';
import { Panel } from '../../../platform/html/panel.tsx';
import { Table } from '../../../platform/html/table.tsx';
import { Flag, StandingTag } from '../../../platform/html/tags.tsx';
import { DayInput, TextInput, WordsInput } from '../../../platform/html/text-inputs.tsx';
import { ActionForm } from '../../../platform/web/action-form.tsx';
import { labelOf } from '../../../profile/code-sets/code-set.ts';
import { RECORD_ALERTS } from '../../../profile/code-sets/record-alerts.ts';
import { RECORD_ALERT_RULES } from '../../../profile/record-alerts.ts';
import { alertInWords, type RecordAlert, type Review } from './rules.ts';

type Shown = { readonly names: ReadonlyMap<Id, string>; readonly today: Day };

const nameOf = (names: Shown['names'], id: Id) => names.get(id) ?? 'Somebody of the staff';

/** The alerts of a record: those that stand, and below them those that ended, with why. */
export function AlertsPanels({ alerts, names, today }: Shown & { alerts: readonly RecordAlert[] }) {
  const standing = alerts.filter(({ endedAt }) => endedAt === undefined);
  const ended = alerts.filter(({ endedAt }) => endedAt !== undefined);
  return (
    <>
      <Panel flush={standing.length > 0}>
        {standing.length === 0 ? (
          <EmptyState title="No alert stands on this record" calm />
        ) : (
          <Table
            caption="Stand now"
            showCaption
            columns={[
              { head: 'Alert', isName: true, narrow: 'lead' },
              { head: 'Put up by', narrow: 'full' },
              { head: 'Look again', narrow: 'end' },
            ]}
            rows={standing.map((one) => ({
              id: one.id,
              cells: [
                <Link key="alert" href={`/record-alerts/${one.id}`}>
                  {alertInWords(one)}
                </Link>,
                `${nameOf(names, one.putBy)}, ${dayInWords(dayOf(one.putAt), today)}`,
                <LookAgain key="again" on={one.reviewOn} today={today} />,
              ],
            }))}
          />
        )}
      </Panel>
      {ended.length > 0 && (
        <Panel flush>
          <Table
            caption="Ended"
            showCaption
            columns={[
              { head: 'Alert', isName: true, narrow: 'lead' },
              { head: 'Ended', narrow: 'full' },
              { head: 'Why', narrow: 'full' },
            ]}
            rows={ended.map((one) => ({
              id: one.id,
              cells: [
                <Link key="alert" href={`/record-alerts/${one.id}`}>
                  {alertInWords(one)}
                </Link>,
                one.endedAt === undefined ? '' : dayInWords(dayOf(one.endedAt), today),
                one.endedWhy ?? '',
              ],
            }))}
          />
        </Panel>
      )}
    </>
  );
}

function LookAgain({ on, today }: { on: Day; today: Day }) {
  const words = dayInWords(on, today);
  return on < today ? <Flag colour="red">Was due {words}</Flag> : <span>{words}</span>;
}

/** What is asked when an alert is put up. */
export function AlertQuestions() {
  return (
    <>
      <Radios
        name="kind"
        label="What does it warn of?"
        options={RECORD_ALERTS.codes.map(({ code, label }) => ({ value: code, label }))}
        small
      />
      <TextInput
        name="words"
        label="What must whoever meets them know?"
        hint="One line. It stands above every page of the record: facts, and what to do"
      />
      <Radios
        name="told"
        label="Were they told of it?"
        hint="The person, or whoever answers for the child"
        options={[
          { value: 'yes', label: 'Yes' },
          {
            value: 'no',
            label: 'No',
            followUp: <WordsInput name="toldWords" label="Why not?" rows={2} />,
          },
        ]}
        small
      />
      <ReviewDay />
    </>
  );
}

function ReviewDay() {
  return (
    <DayInput
      name="reviewOn"
      label="When does somebody look at it again?"
      hint={
        <>
          Within {RECORD_ALERT_RULES.longestDays} days. <StandingTag standing={RECORD_ALERT_RULES.standing} />
        </>
      }
    />
  );
}

type OneAlert = Shown & { alert: RecordAlert; reviews: readonly Review[] };

/** One alert, whole, with each time that somebody looked at it again. */
export function AlertPanel({ alert, reviews, names, today }: OneAlert) {
  const { endedAt, endedBy } = alert;
  const byAndOn = (by: Id, at: Date) => `${nameOf(names, by)}, ${dayInWords(dayOf(at), today)}`;
  return (
    <Panel title={alert.words}>
      <SummaryList
        plain
        lines={[
          { label: 'Warns of', value: labelOf(RECORD_ALERTS, alert.kind) },
          { label: 'Put up', value: byAndOn(alert.putBy, alert.putAt) },
          {
            label: 'Were they told?',
            value: alert.told ? 'Yes' : <div class="c-lines">No. {alert.toldWords}</div>,
          },
          ...(endedAt === undefined || endedBy === undefined
            ? [{ label: 'Look again', value: <LookAgain on={alert.reviewOn} today={today} /> }]
            : [
                { label: 'Ended', value: byAndOn(endedBy, endedAt) },
                { label: 'Why', value: <div class="c-lines">{alert.endedWhy}</div> },
              ]),
          ...reviews.map(({ words, reviewedBy, reviewedAt }) => ({
            label: 'Looked at again',
            value: (
              <>
                {byAndOn(reviewedBy, reviewedAt)}
                <div class="c-lines">{words}</div>
              </>
            ),
          })),
        ]}
      />
    </Panel>
  );
}

type Typed = { readonly values: RawAnswers; readonly problems: readonly Problem[] };

/** Looking at it again: it goes on, or it ends. */
export function LookAgainPanels({ alert, values, problems }: Typed & { alert: RecordAlert }) {
  const at = `/record-alerts/${alert.id}`;
  return (
    <>
      <Panel title="It goes on">
        <ActionForm to={`${at}/reviews`}>
          <AsTyped values={values} problems={problems}>
            <WordsInput name="words" label="Why does it go on?" rows={3} />
            <ReviewDay />
          </AsTyped>
          <SubmitButton>Keep it up</SubmitButton>
        </ActionForm>
      </Panel>
      <Panel title="It ends">
        <ActionForm to={`${at}/ending`}>
          <AsTyped values={values} problems={problems}>
            <WordsInput name="why" label="Why does it end?" rows={3} />
          </AsTyped>
          <SubmitButton kind="secondary">End it</SubmitButton>
        </ActionForm>
      </Panel>
    </>
  );
}
