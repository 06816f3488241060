import { sql } from 'kysely';
import { labelOf } from '../../../profile/code-sets/code-set.ts';
import { NAME_KINDS } from '../../../profile/code-sets/person-details.ts';
import { RELATIONSHIPS } from '../../../profile/code-sets/relationships.ts';
import { happening, type SourceAsked, type TimelineSource } from '../timeline/index.ts';

/** What is on record of who somebody is, on the day it was written down. A guarded address stays with those who may read it. */
export const detailsOnTimeline: TimelineSource = {
  name: 'details',
  label: 'Details',
  permission: 'person: read',
  events,
  entry: ({ event, code, words, personId }) => ({
    title: TITLES[event] ?? 'Detail recorded',
    words: [wordsOfCode(event, code), words].filter(Boolean).join(': '),
    href: `/people/${personId}/details`,
    fieldClass: event === 'address' && code === GUARDED ? 'guarded address' : undefined,
  }),
};

const GUARDED = 'guarded';

const TITLES: Readonly<Record<string, string>> = {
  'put on record': 'Put on record',
  name: 'Name recorded',
  address: 'Address recorded',
  'contact details': 'Telephone or email recorded',
  'safe contact': 'Asked how to reach them safely',
  relationship: 'Relative recorded',
  attendance: 'School or health recorded',
};

function wordsOfCode(event: string, code: string | undefined): string | undefined {
  if (event === 'name') return code && labelOf(NAME_KINDS, code);
  return event === 'relationship' ? code && labelOf(RELATIONSHIPS, code) : undefined;
}

function events({ db, zone, personId }: SourceAsked) {
  const what = (row: string, event: string) => ({ event, row, at: `${row}.recorded_at` });
  const put = db.selectFrom('person').where('person.id', '=', personId);
  const name = db.selectFrom('person_name as name').where('name.person_id', '=', personId);
  const address = db.selectFrom('address').where('address.person_id', '=', personId);
  const guarded = sql<string | null>`case when address.guarded then ${GUARDED}::text end`;
  const details = db.selectFrom('contact_details as details').where('details.person_id', '=', personId);
  const safe = db.selectFrom('safe_contact as safe').where('safe.person_id', '=', personId);
  const relative = db.selectFrom('relationship').where('relationship.person_id', '=', personId);
  const attendance = db
    .selectFrom('attendance')
    .leftJoin('agency', 'agency.id', 'attendance.agency_id')
    .where('attendance.person_id', '=', personId);
  const place = sql<string | null>`coalesce(agency.title, attendance.named)`;
  const named = sql<string>`concat_ws(' ', name.given_name, name.family_name)`;
  return put
    .select(happening(zone, what('person', 'put on record')))
    .unionAll(name.select(happening(zone, { ...what('name', 'name'), code: 'name.kind', words: named })))
    .unionAll(
      address.select(
        happening(zone, { ...what('address', 'address'), code: guarded, words: 'address.lines' }),
      ),
    )
    .unionAll(
      details.select(happening(zone, { ...what('details', 'contact details'), words: 'details.value' })),
    )
    .unionAll(safe.select(happening(zone, { ...what('safe', 'safe contact'), words: 'safe.times' })))
    .unionAll(
      relative.select(
        happening(zone, { ...what('relationship', 'relationship'), code: 'relationship.kind' }),
      ),
    )
    .unionAll(attendance.select(happening(zone, { ...what('attendance', 'attendance'), words: place })));
}
