import { dayInFull, dayInWords, dayNarrow, timeInWords } from '../../../language/dates-in-words.ts';
import { type Day, dayOf } from '../../../language/day.ts';
import { Button, ButtonGroup, SubmitButton } from '../../../platform/html/buttons.tsx';
import { EmptyState } from '../../../platform/html/empty-state.tsx';
import { type Chip, FilterChips } from '../../../platform/html/filter-chips.tsx';
import { ButtonLink, Link } from '../../../platform/html/links.tsx';
import { PageHead, Panel } from '../../../platform/html/panel.tsx';
import { DayInput, TextInput } from '../../../platform/html/text-inputs.tsx';
import type { Context } from '../../../platform/web/context.ts';
import type { Person } from '../person/index.ts';
import { type Asked, type Entry, placeInAddress } from './rules.ts';
import type { TimelineSource } from './source.ts';

type Shown = {
  person: Person;
  sources: readonly TimelineSource[];
  asked: Asked;
  entries: readonly Entry[];
  isMore: boolean;
  context: Context;
};

/** Everything on record about somebody, newest first, with what it may be narrowed to. */
export function TimelinePage(props: Shown) {
  const { person, entries, context } = props;
  return (
    <>
      <PageHead
        title="Timeline"
        above={<Link href={`/people/${person.id}`}>{person.name}</Link>}
        below="Everything that is recorded, the newest first"
        actions={<Button action="print">Print</Button>}
      />
      <FilterChips label="Kind" chips={chipsOf(props)} />
      <NarrowingForm {...props} />
      <p class="c-on-paper">{asOnPaper(props)}</p>
      <Panel>
        {entries.length === 0 ? (
          <EmptyState title="Nothing is recorded here">
            <p>{isNarrowed(props.asked) ? 'Choose another kind, day or name.' : 'What is recorded stands here at once.'}</p>
          </EmptyState>
        ) : (
          <Entries entries={entries} today={context.today} zone={context.profile.calendar.zone} />
        )}
      </Panel>
      <Pages {...props} />
    </>
  ); // biome-ignore format: a sentence stays a sentence
}

function isNarrowed({ source, from, until, by, before }: Asked): boolean {
  return [source, from, until, by, before].some((one) => one !== undefined);
}

function chipsOf({ person, sources, asked, context }: Shown): readonly Chip[] {
  const to = (source: string | undefined) =>
    addressOf(person, { ...asked, source, before: undefined }, context);
  return [
    { words: 'Everything', href: to(undefined), isCurrent: asked.source === undefined },
    ...sources.map(({ name, label }) => ({ words: label, href: to(name), isCurrent: asked.source === name })),
  ]; // biome-ignore format: a list reads as a list
}

/** The page with what is asked of it, as known at the same instant. */
function addressOf({ id }: Person, asked: Asked, { knownAt }: Context): string {
  const { source, from, until, by, before } = asked;
  const parts: readonly (readonly [string, string | undefined])[] = [
    ['kind', source],
    ['from', from],
    ['until', until],
    ['by', by],
    ['before', before && placeInAddress(before)],
    ['known', knownAt?.toISOString()],
  ];
  const query = parts.flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${encodeURIComponent(value)}`],
  );
  return `/people/${id}/timeline${query.length === 0 ? '' : `?${query.join('&')}`}`;
}

function NarrowingForm({ person, asked, context }: Shown) {
  const kept: readonly (readonly [string, string | undefined])[] = [
    ['kind', asked.source],
    ['known', context.knownAt?.toISOString()],
  ];
  return (
    <form class="c-asking" action={`/people/${person.id}/timeline`} method="get">
      {kept.map(([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />)}
      <DayInput name="from" label="From" hint="" value={asked.from && typedFrom(asked.from)} width={10} />
      <DayInput name="until" label="Until" hint="" value={asked.until && typedFrom(asked.until)} width={10} />
      <TextInput name="by" label="By whom" value={asked.by} width={20} />
      <ButtonGroup>
        <SubmitButton kind="secondary" busyWords="Looking">
          Show
        </SubmitButton>
      </ButtonGroup>
    </form>
  );
}

function typedFrom(some: Day): string {
  return dayInFull(some).replace(/^\S+ /u, '');
}

/** What the choices above say on a screen, in words for paper. */
function asOnPaper({ person, sources, asked, context }: Shown): string {
  const { source, from, until, by } = asked;
  const zone = context.profile.calendar.zone;
  const known = context.knownAt ?? context.now;
  const parts = [
    sources.find(({ name }) => name === source)?.label ?? 'Everything',
    from && `from ${typedFrom(from)}`,
    until && `until ${typedFrom(until)}`,
    by && `by “${by}”`,
  ].filter(Boolean);
  return `${person.name}, number ${person.number}. ${parts.join(', ')}. As known on ${dayInFull(dayOf(known, zone))}, ${timeInWords(known, zone)}.`;
}

function Entries({ entries, today, zone }: { entries: readonly Entry[]; today: Day; zone: string }) {
  return (
    <ol class="c-timeline c-timeline--long" aria-label="What is recorded, the newest first">
      {entries.map((entry) => (
        <li key={entry.key} class="c-timeline__step">
          <p class="c-timeline__when">
            {dayNarrow(entry.on, today)}
            {entry.time && <span>{entry.time}</span>}
          </p>
          <div class="c-timeline__what">
            <p>
              <strong>{entry.href ? <Link href={entry.href}>{entry.title}</Link> : entry.title}</strong>
            </p>
            {entry.words && <p class="c-timeline__words">{shortened(entry.words)}</p>}
            <p class="c-small">
              {[entry.source, entry.by, recordedLater(entry, today, zone)].filter(Boolean).join(', ')}
            </p>
          </div>
        </li>
      ))}
    </ol>
  );
}

const LONGEST_WORDS = 300;

function shortened(words: string): string {
  return words.length > LONGEST_WORDS ? `${words.slice(0, LONGEST_WORDS).trimEnd()} …` : words;
}

function recordedLater({ on, recordedAt }: Entry, today: Day, zone: string): string | undefined {
  const recordedOn = dayOf(recordedAt, zone);
  return recordedOn <= on ? undefined : `recorded ${dayInWords(recordedOn, today)}`;
}

function Pages({ person, asked, entries, isMore, context }: Shown) {
  const last = entries.at(-1);
  if (asked.before === undefined && !isMore) return null;
  return (
    <div class="c-buttons">
      {isMore && last && (
        <ButtonLink kind="secondary" href={addressOf(person, { ...asked, before: last }, context)}>
          Show what was before
        </ButtonLink>
      )}
      {asked.before !== undefined && (
        <Link href={addressOf(person, { ...asked, before: undefined }, context)}>Back to the newest</Link>
      )}
    </div>
  );
}
