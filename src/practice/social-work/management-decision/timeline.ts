import { DECISION_OCCASIONS } from '../../../profile/code-sets/case-notes.ts';
import { labelOf } from '../../../profile/code-sets/code-set.ts';
import { happening, type SourceAsked, type TimelineSource } from '../../people/timeline/index.ts';

/** Management decisions on a timeline, what was done after them, and each correction. */
export const managementDecisionsOnTimeline: TimelineSource = {
  name: 'management decisions',
  label: 'Management decisions',
  permission: 'management decision: read',
  events,
  entry: ({ id, event, code, words, personId }) => ({
    title: titleOf(event, code),
    words,
    href: `/people/${personId}/management-decisions/${id}`,
  }),
};

function titleOf(event: string, code = ''): string {
  if (event === 'management correction') return 'Management decision corrected';
  if (event === 'management action')
    return code === 'done' ? 'Done as decided' : 'No longer needed as decided';
  return `Management decision, ${labelOf(DECISION_OCCASIONS, code).toLowerCase()}`;
}

function events({ db, zone, personId }: SourceAsked) {
  const made = db
    .selectFrom('management_decision as own')
    .where('own.person_id', '=', personId)
    .select(happening(zone, MADE));
  const ended = db
    .selectFrom('management_decision_action as act')
    .where('act.person_id', '=', personId)
    .where('act.ended_at', 'is not', null)
    .select(happening(zone, ENDED));
  const corrected = db
    .selectFrom('management_decision_correction as correction')
    .where('correction.person_id', '=', personId)
    .select(happening(zone, CORRECTED));
  return made.unionAll(ended).unionAll(corrected);
}

const MADE = {
  event: 'management decision',
  row: 'own',
  on: 'own.decided_on',
  by: 'own.signed_by',
  code: 'own.occasion',
  words: 'own.decided',
} as const;
const ENDED = {
  event: 'management action',
  row: 'act',
  id: 'act.management_decision_id',
  at: 'act.ended_at',
  by: 'act.ended_by',
  code: 'act.outcome',
  words: 'act.what',
} as const;
const CORRECTED = {
  event: 'management correction',
  row: 'correction',
  id: 'correction.management_decision_id',
  at: 'correction.corrected_at',
  by: 'correction.corrected_by',
  words: 'correction.reason',
} as const;
