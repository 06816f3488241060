import { sql } from 'kysely';
import { labelOf } from '../../../profile/code-sets/code-set.ts';
import { VISIT_PLACES } from '../../../profile/code-sets/visits.ts';
import { happening, type SourceAsked, type TimelineSource } from '../../people/timeline/index.ts';

/**
 * Visits in the file of one child on a timeline: what the child said, or else what was written, and each correction. What is withheld
 * from the others of a visit stands on the visit itself and not here.
 */
export const visitsOnTimeline: TimelineSource = {
  name: 'visits',
  label: 'Visits',
  permission: 'visit: read',
  events,
  entry: ({ id, event, code, words, personId }) => ({
    title: event === 'correction' ? 'Visit corrected' : `Visit, ${titleOf(code)}`,
    words,
    href: `/people/${personId}/visits/${id}`,
  }),
};

/** Of `home, seen alone`: the place in its words, and whether the child was seen. */
function titleOf(code = ''): string {
  const [place = '', ...seen] = code.split(', ');
  return [labelOf(VISIT_PLACES, place).toLowerCase(), ...seen].join(', ');
}

function events({ db, zone, personId }: SourceAsked) {
  const seen = sql<string>`visit.place || ', ' || case when visit.nobody_in then 'nobody was in' when own.alone then 'seen alone'
    when own.seen then 'seen' else 'not seen' end`;
  return db
    .selectFrom('visit_child as own')
    .innerJoin('visit', 'visit.id', 'own.visit_id')
    .where('own.person_id', '=', personId)
    .select(
      happening(zone, {
        event: 'visit',
        row: 'own',
        on: 'visit.visited_on',
        time: 'visit.visited_time',
        by: 'visit.visited_by',
        code: seen,
        words: sql<string | null>`coalesce('“' || own.said || '”', own.words, visit.words)`,
      }),
    )
    .unionAll(
      db
        .selectFrom('visit_correction as correction')
        .where('correction.person_id', '=', personId)
        .select(
          happening(zone, {
            event: 'correction',
            row: 'correction',
            id: 'correction.visit_child_id',
            at: 'correction.corrected_at',
            by: 'correction.corrected_by',
            words: 'correction.reason',
          }),
        ),
    );
}
