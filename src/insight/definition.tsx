import type { ComponentChildren } from 'preact';
import { dayInFull } from '../language/dates-in-words.ts';
import { type DurationUnit, durationInWords } from '../language/duration.ts';
import { Link } from '../platform/html/links.tsx';
import { Panel } from '../platform/html/panel.tsx';
import { StandingTag } from '../platform/html/tags.tsx';
import type { CaseloadRules } from '../profile/caseload.ts';
import type { Profile } from '../profile/profile.ts';
import type { MeasureKind } from './chart-rule.ts';
import { falseFlags, flaggableOf } from './false-flags.ts';
import type { Figure } from './figure.ts';
import { valueWords } from './narrative.ts';
import type { Reckoned, standardOf } from './reckoning.ts';

/** The edition of a clock that a figure is counted by. */
export type Standard = Awaited<ReturnType<typeof standardOf>>;

const NUMBER = new Intl.NumberFormat('en-GB');
const PERCENT = new Intl.NumberFormat('en-GB', { style: 'percent', maximumFractionDigits: 1 });
/** Kinds of which everybody on record is counted, so that nobody is left out and nothing is a sample. */
const WHOLE: readonly MeasureKind[] = ['stock', 'load'];
const UNITS: readonly DurationUnit[] = ['working days', 'working hours', 'hours', 'days', 'months'];

/** What a figure counts, always beside it: nobody has to ask what the number means. */
export function Definition({
  reckoned,
  standard,
  profile,
}: {
  reckoned: Reckoned;
  standard: Standard;
  profile: Profile;
}) {
  const { measure, series } = reckoned;
  const figure = series.months.at(-1)?.figure;
  const { id, version, since, inWords, counted, owner } = measure;
  return (
    <Panel title="What this counts">
      <dl class="c-terms">
        <Term name="In words">{inWords}</Term>
        <Term name="Counted">{counted}</Term>
        <Term name="Not counted">{notCountedWords(measure.notCounted, figure)}</Term>
        {standard && <StandardTerm standard={standard} profile={profile} />}
        {figure && <Term name="How sure">{sureWords(figure, measure.unit.many)}</Term>}
        <Term name="Chart">
          {series.words} {flagWords(reckoned)}
        </Term>
        {measure.kind === 'load' && <CeilingTerm rules={profile.caseload} />}
        {!standard && measure.kind !== 'load' && (
          <Term name="Standard">
            None is set for this figure. <Link href="/what-is-asked-of-us">What is asked of us</Link>
          </Term>
        )}
        <Term name="Owner">{profile.roles[owner].title}</Term>
        <Term name="Definition">
          {id}, version {version}, since {dayInFull(since)}
        </Term>
      </dl>
    </Panel>
  );
}

/** With whom the figure can be compared: with ourselves first, and with nobody whose count means something else. */
export function ComparedWith() {
  return (
    <Panel title="Compared with">
      <dl class="c-terms">
        <Term name="Ourselves">Shown here, always first.</Term>
        <Term name="Parts of the island">Not yet split by parish, by team or by who told us.</Term>
        <Term name="Other places">
          No figure of another place is held here yet. One is shown only with its source, its interval and how
          far its definition matches.
        </Term>
      </dl>
    </Panel>
  );
}

function Term({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function StandardTerm({ standard, profile }: { standard: NonNullable<Standard>; profile: Profile }) {
  const { amount, unit, clock, source, standing } = standard;
  const edition = profile.timescales[clock].findLast(({ since }) => since <= standard.since);
  const known = UNITS.find((one) => one === unit);
  const within =
    amount === null || known === undefined
      ? 'no time is set'
      : `within ${durationInWords({ amount, unit: known })}`;
  return (
    <Term name="Standard">
      {edition?.inWords ?? 'Done'}: {within}. <StandingTag standing={standing} />
      <span class="c-small">{source}</span>{' '}
      <Link href={`/what-is-asked-of-us#${clock.replaceAll(' ', '-')}`}>What is asked of us</Link>
    </Term>
  );
}

function CeilingTerm({ rules }: { rules: CaseloadRules }) {
  const { ceiling, newlyQualified } = rules;
  return (
    <Term name="Ceiling">
      {ceiling.children} children of a full-time worker, {Math.floor(ceiling.children * newlyQualified.share)}{' '}
      of a newly qualified one. It warns and does not forbid. <StandingTag standing={ceiling.standing} />
      <span class="c-small">{ceiling.source}</span>
    </Term>
  );
}

function notCountedWords(words: string, figure: Figure | undefined): string {
  if (figure === undefined || WHOLE.includes(figure.kind)) return words;
  return `${words} In this month: ${figure.notCounted === 0 ? 'none' : NUMBER.format(figure.notCounted)}.`;
}

/** How far a figure may be from what it stands for, in words and never as a bare bracket. */
function sureWords({ kind, interval, met, counted }: Figure, unit: string): string {
  if (WHOLE.includes(kind)) return 'Everybody was counted, so there is no margin.';
  if (interval === null) return 'Too few to say how far this may be from what is usual.';
  const range = `${valueWords(interval.lower, kind)} and ${valueWords(interval.upper, kind)}`;
  if (kind === 'proportion')
    return `${NUMBER.format(met)} of ${NUMBER.format(counted)}. With as many as this, the true share lies between ${range}, 19 times in 20 (Wilson).`;
  if (kind === 'duration') return `The true middle lies between ${range} ${unit}, 19 times in 20.`;
  return `A month like this fits a usual level between ${range}, 19 times in 20, given how much months vary.`;
}

function flagWords({ series }: Reckoned): string {
  if (series.chart === 'level') return 'It flags nothing.';
  const rate = falseFlags([flaggableOf(series)]);
  if (rate === 0) return 'Too short to be flagged at all.';
  return `It flags ${PERCENT.format(rate)} of months in which nothing has changed.`;
}
