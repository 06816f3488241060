import { labelOf } from '../../../profile/code-sets/code-set.ts';
import { RECORD_ALERTS } from '../../../profile/code-sets/record-alerts.ts';
import { happening, happenings, type SourceAsked, type TimelineSource } from '../timeline/index.ts';

const TITLES: Readonly<Record<string, string>> = {
  put: 'Alert put up',
  reviewed: 'Alert looked at again',
  ended: 'Alert ended',
};

/** Alerts on a timeline: each put up, looked at again, and ended. */
export const alertsOnTimeline: TimelineSource = {
  name: 'alerts',
  label: 'Alerts',
  permission: 'person: read',
  events,
  entry: ({ id, event, code, words }) => ({
    title: TITLES[event] ?? event,
    words: [code && labelOf(RECORD_ALERTS, code), words].filter(Boolean).join(': '),
    href: `/record-alerts/${id}`,
  }),
};

function events({ db, zone, personId }: SourceAsked) {
  const kept = { row: 'alert', code: 'alert.kind' };
  return db
    .selectFrom('record_alert as alert')
    .where('alert.person_id', '=', personId)
    .innerJoinLateral(
      happenings(db, zone, [
        { ...kept, event: 'put', at: 'alert.put_at', by: 'alert.put_by', words: 'alert.words' },
        { ...kept, event: 'ended', at: 'alert.ended_at', by: 'alert.ended_by', words: 'alert.ended_why' },
      ]),
      (join) => join.onTrue(),
    )
    .selectAll('happened')
    .unionAll(
      db
        .selectFrom('record_alert_review as review')
        .where('review.person_id', '=', personId)
        .select(
          happening(zone, {
            row: 'review',
            id: 'review.alert_id',
            event: 'reviewed',
            at: 'review.reviewed_at',
            by: 'review.reviewed_by',
            words: 'review.words',
          }),
        ),
    );
}
