import { dayInWords } from '../../../language/dates-in-words.ts';
import { type Day, dayOf } from '../../../language/day.ts';
import type { Id } from '../../../language/id.ts';
import { EmptyState } from '../../../platform/html/empty-state.tsx';
import { ButtonLink, Link } from '../../../platform/html/links.tsx';
import { SummaryList } from '../../../platform/html/lists.tsx';
import { PageHead, Panel } from '../../../platform/html/panel.tsx';
import { Table } from '../../../platform/html/table.tsx';
import { Flag, Tag } from '../../../platform/html/tags.tsx';
import { isRole, ROLES } from '../../../profile/roles.ts';
import { dayOfLife, type PersonBrief } from '../person/index.ts';
import { holds, isToAnswer, type Restriction, type Standing, standingOf } from './rules.ts';

const STANDING_WORDS: Readonly<Record<Standing, string>> = {
  'waits for the second person': 'Stands; waits for the second person',
  stands: 'Stands',
  'lifting waits': 'Stands; somebody asks to take it down',
  'not agreed': 'Came down: the second person did not agree',
  lifted: 'Was taken down',
};

/** The words for where a restriction is. */
export function standingInWords(restriction: Restriction): string {
  return STANDING_WORDS[standingOf(restriction)];
}

type Named = { readonly names: ReadonlyMap<Id, string>; readonly today: Day };

/** Who is let through a wall, in one line. */
export function namedInWords({ staffIds, roles }: Restriction, names: ReadonlyMap<Id, string>): string {
  return [
    ...staffIds.map((id) => names.get(id) ?? 'Somebody of the staff'),
    ...roles.map((role) => (isRole(role) ? `${ROLES[role].title}, whoever it is` : role)),
  ].join(', ');
}

/** The wall that stands round a record, in what may be told of it to whoever it lets in. */
export function StandingWall({ wall, names, today }: Named & { wall: Restriction }) {
  const on = (instant: Date) => dayInWords(dayOf(instant), today);
  const overdue = wall.reviewOn < today;
  return (
    <SummaryList
      plain
      lines={[
        { label: 'Kind', value: <Tag>{wall.kind === 'sealed' ? 'Sealed' : 'Restricted'}</Tag> },
        { label: 'It is', value: standingInWords(wall) },
        { label: 'Who opens it', value: namedInWords(wall, names) },
        { label: 'Why', value: wall.reason },
        {
          label: 'Put up by',
          value: `${names.get(wall.putBy) ?? 'Somebody of the staff'}, ${on(wall.putAt)}`,
        },
        ...(wall.secondId === undefined
          ? []
          : [{ label: 'Second person', value: names.get(wall.secondId) ?? 'Somebody of the staff' }]),
        {
          label: 'To be looked at again',
          value: overdue ? (
            <Flag colour="red">Was due {dayOfLife(wall.reviewOn)}</Flag>
          ) : (
            dayOfLife(wall.reviewOn)
          ),
        },
      ]}
    />
  );
}

/** Walls of earlier days: when and by whom, and why to managers alone. */
export function EarlierWalls({
  walls,
  names,
  today,
  withWhy,
}: Named & { walls: readonly Restriction[]; withWhy: boolean }) {
  const past = walls.filter((one) => !holds(one));
  if (past.length === 0) return null;
  return (
    <Panel title="Earlier">
      <ul class="c-plain-list">
        {past.map((one) => (
          <li key={one.id}>
            {one.kind === 'sealed' ? 'Sealed' : 'Restricted'} from {dayInWords(dayOf(one.putAt), today)} by{' '}
            {names.get(one.putBy) ?? 'somebody of the staff'}. {standingInWords(one)}
            {one.liftedAt && `, ${dayInWords(dayOf(one.liftedAt), today)}`}.
            {withWhy && <span class="c-small"> Why: {one.reason}</span>}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

const GROUNDS: Readonly<Record<string, string>> = {
  allocation: 'works with them, or manages whoever does',
  'what follows': 'works with them as a team',
  handover: 'was offered them',
  rating: 'rates the case',
  emergency: 'opened it in an emergency',
};

/** Who sees the record through their work today. */
export function SightPanel(props: {
  sight: readonly { readonly name: string; readonly ground: string; readonly until: Date | undefined }[];
  isWalled: boolean;
}) {
  const { isWalled } = props;
  const sight = props.sight.filter(
    ({ name, ground }, at) =>
      ground !== 'restriction' && props.sight.findIndex((one) => one.name === name) === at,
  );
  return (
    <Panel title="Through their work">
      {sight.length === 0 ? (
        <p class="c-small">Nobody works with them today.</p>
      ) : (
        <ul class="c-plain-list">
          {sight.map(({ name, ground }) => (
            <li key={`${name} ${ground}`}>
              {name}{' '}
              <span class="c-small">
                {GROUNDS[ground] ??
                  (ground.startsWith('carer of ') ? 'works with a child they care for' : ground)}
              </span>
            </li>
          ))}
        </ul>
      )}
      <p class="c-small">
        {isWalled
          ? 'While the wall stands, only those it names get in.'
          : 'Besides them, the hub, business support and the head of service see every record that has no wall.'}
      </p>
    </Panel>
  );
}

/** Every restriction that names the viewer: what waits for their answer first. */
export function HeldPage(props: {
  held: readonly Restriction[];
  briefs: ReadonlyMap<Id, PersonBrief>;
  names: ReadonlyMap<Id, string>;
  by: Id;
  today: Day;
}) {
  const { held, by } = props;
  const waiting = held.filter((one) => isToAnswer(one, by));
  const others = held.filter((one) => !isToAnswer(one, by));
  return (
    <>
      <PageHead
        title="Restricted and sealed records"
        below="Those that name you. Nobody else finds them in a list."
      />
      {held.length === 0 ? (
        <Panel>
          <EmptyState title="No wall names you" calm />
        </Panel>
      ) : (
        <Panel flush>
          <Table
            caption="Restricted and sealed records that name you"
            columns={[
              { head: 'Record', isName: true, narrow: 'lead' },
              { head: 'Kind', narrow: 'beside' },
              { head: 'It is', narrow: 'full' },
              { head: 'Put up by', narrow: 'start' },
              { head: 'Look again', narrow: 'end' },
            ]}
            groups={[
              { title: 'Waiting for your answer', rows: waiting.map((one) => rowOf(one, props)) },
              { title: 'Standing', rows: others.map((one) => rowOf(one, props)) },
            ].filter(({ rows }) => rows.length > 0)}
          />
        </Panel>
      )}
    </>
  );
}

function rowOf(
  one: Restriction,
  { briefs, names }: { briefs: ReadonlyMap<Id, PersonBrief>; names: ReadonlyMap<Id, string> },
) {
  return {
    id: one.id,
    cells: [
      <Link key="record" href={`/restrictions/${one.id}`}>
        {briefs.get(one.personId)?.name ?? 'A record'}
      </Link>,
      one.kind === 'sealed' ? 'Sealed' : 'Restricted',
      standingInWords(one),
      names.get(one.putBy) ?? '',
      dayOfLife(one.reviewOn),
    ],
  };
}

/** What a manager can do on the page "Who may see". */
export function PutLink({ personId }: { personId: Id }) {
  return (
    <ButtonLink kind="secondary" href={`/people/${personId}/restrictions/new`}>
      Restrict or seal this record
    </ButtonLink>
  );
}
