import { sql } from 'kysely';
import { happenings, type SourceAsked, type TimelineSource } from '../timeline/index.ts';

const TITLES: Readonly<Record<string, string>> = {
  came: 'Moved into a household',
  left: 'Moved out of a household',
  'somebody came': 'Somebody moved into the household',
  'somebody left': 'Somebody moved out of the household',
  'taken back': 'Taken back: they had not lived in that household',
};

/** Moves on a timeline, on the day on which they happened: the person's own, and those of whoever lived with them. Who it was stands on its page. */
export const householdOnTimeline: TimelineSource = {
  name: 'household',
  label: 'Household',
  permission: 'person: read',
  events,
  entry: ({ event, words, personId }) => ({
    title: TITLES[event] ?? event,
    words,
    href: `/people/${personId}/household`,
  }),
};

function events({ db, zone, personId }: SourceAsked) {
  const kept = { row: 'own' };
  const other = { row: 'other' };
  const stands = sql<string>`own.withdrawn_at is null`;
  const on = (day: string) => sql<never>`case when ${stands} then ${sql.ref(day)} end`;
  // Somebody came or left while the person lived there: not on the day on which they came themselves, with everybody else.
  const meanwhile = (
    day: string,
  ) => sql<never>`case when ${sql.ref(day)}  > coalesce(own.from_on, '-infinity')
    and (own.until_on is null or ${sql.ref(day)} < own.until_on) then ${sql.ref(day)} end`;
  return db
    .selectFrom('household_membership as own')
    .where('own.person_id', '=', personId)
    .innerJoinLateral(
      happenings(db, zone, [
        { ...kept, event: 'came', on: on('own.from_on'), words: 'own.came_why' },
        { ...kept, event: 'left', on: on('own.until_on'), words: 'own.left_why' },
        {
          ...kept,
          event: 'taken back',
          at: 'own.withdrawn_at',
          by: 'own.withdrawn_by',
          words: 'own.withdrawn_why',
        },
      ]),
      (join) => join.onTrue(),
    )
    .selectAll('happened')
    .unionAll(
      db
        .selectFrom('household_membership as own')
        .innerJoin('household_membership as other', 'other.household_id', 'own.household_id')
        .where('own.person_id', '=', personId)
        .where('other.person_id', '<>', personId)
        .where('own.withdrawn_at', 'is', null)
        .where('other.withdrawn_at', 'is', null)
        .innerJoinLateral(
          happenings(db, zone, [
            { ...other, event: 'somebody came', on: meanwhile('other.from_on'), words: 'other.came_why' },
            { ...other, event: 'somebody left', on: meanwhile('other.until_on'), words: 'other.left_why' },
          ]),
          (join) => join.onTrue(),
        )
        .selectAll('happened')
        // Of somebody on record twice, who lived there under both numbers, the same came once.
        .distinct(),
    );
}
