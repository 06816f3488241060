import { dayInFull, timeInWords } from '../language/dates-in-words.ts';
import { addMonths, dayOf, startOfDay, startOfMonth } from '../language/day.ts';
import { Button, ButtonGroup, SubmitButton } from '../platform/html/buttons.tsx';
import { type Option, SelectInput } from '../platform/html/choices.tsx';
import type { Context } from '../platform/web/context.ts';
import { firstDayOf, lastDayOf, type Month, monthsUpTo, monthWords } from './month.ts';
import { asOfDay, lastCompleteMonth } from './reckoning.ts';

/** What the page of all figures is called, and what leads back to it. */
export const FIGURES_TITLE = 'Figures of the service';

const MONTHS_BACK = 24;

/** The address of a figure's page for a month, as known at the same instant as this page. */
export function addressOf(path: string, month: Month, { knownAt }: Context): string {
  const known = knownAt === undefined ? '' : `&known=${encodeURIComponent(knownAt.toISOString())}`;
  return `${path}?month=${month}${known}`;
}

/** Chooses the month that is shown, and the day as of which what was then known is shown. Works without script. */
export function AskingForm({ to, month, context }: { to: string; month: Month; context: Context }) {
  const newest = lastCompleteMonth(asOfDay(context.now, undefined, zoneOf(context)));
  const months = monthsUpTo(newest, MONTHS_BACK).toReversed();
  const shown = months.includes(month) ? months : [...months, month];
  return (
    <form class="c-asking" action={to} method="get">
      <SelectInput
        name="month"
        label="Month"
        value={month}
        options={shown.map((one) => ({ value: one, label: monthWords(one) }))}
        empty="The newest"
      />
      <SelectInput
        name="known"
        label="As known"
        value={context.knownAt?.toISOString()}
        options={instants(context)}
        empty={`Today, ${dayInFull(context.today)}`}
      />
      <ButtonGroup>
        <SubmitButton kind="secondary" busyWords="Counting">
          Show
        </SubmitButton>
      </ButtonGroup>
    </form>
  );
}

/** Prints the page as it stands. Without script there is no such button: the browser's own does the same. */
export function PrintButton() {
  return <Button action="print">Print</Button>;
}

/** What the choices above a figure say on a screen, in words for paper: as of which day, and as known when. */
export function AsOfOnPaper({
  month,
  countedAt,
  context,
}: {
  month: Month;
  countedAt: Date | undefined;
  context: Context;
}) {
  const zone = zoneOf(context);
  const known = context.knownAt ?? countedAt ?? context.now;
  return (
    <p class="c-on-paper">
      As of {dayInFull(lastDayOf(month))}. As known on {dayInFull(dayOf(known, zone))},{' '}
      {timeInWords(known, zone)}.
    </p>
  );
}

// The first of each month is when a report of the month before would have been made.
function instants(context: Context): readonly Option[] {
  const zone = zoneOf(context);
  const firsts = monthsUpTo(lastCompleteMonth(addMonths(startOfMonth(context.today), 1)), MONTHS_BACK);
  const options = firsts.toReversed().map((month) => {
    const first = firstDayOf(month);
    return { value: startOfDay(first, zone).toISOString(), label: `When ${dayInFull(first)} began` };
  });
  const asked = context.knownAt?.toISOString();
  if (asked === undefined || options.some(({ value }) => value === asked)) return options;
  return [{ value: asked, label: dayInFull(dayOf(new Date(asked), zone)) }, ...options];
}

function zoneOf({ profile }: Context): string {
  return profile.calendar.zone;
}
