import { happening, happenings, type SourceAsked, type TimelineSource } from '../../people/timeline/index.ts';

const TITLES: Readonly<Record<string, string>> = {
  'complex case entered': 'Put on the register of complex cases',
  'complex case left': 'Left the register of complex cases',
  'thinking time held': 'Thinking time held',
  'complex case reviewed': 'Complex case reviewed',
};

/** The register of complex cases on a timeline: entry and exit, thinking time that was held, and reviews. */
export const complexCasesOnTimeline: TimelineSource = {
  name: 'complex cases',
  label: 'Complex cases',
  permission: 'complex case: read',
  events,
  entry: ({ id, event, words }) => ({ title: TITLES[event] ?? event, words, href: `/complex-cases/${id}` }),
};

function events({ db, zone, personId }: SourceAsked) {
  const own = db
    .selectFrom('complex_case as own')
    .where('own.person_id', '=', personId)
    .innerJoinLateral(happenings(db, zone, [ENTERED, LEFT]), (join) => join.onTrue())
    .selectAll('happened');
  const held = db
    .selectFrom('thinking_time as own')
    .where('own.person_id', '=', personId)
    .where('own.held_on', 'is not', null)
    .select(happening(zone, HELD));
  const reviewed = db
    .selectFrom('complex_case_review as own')
    .where('own.person_id', '=', personId)
    .select(happening(zone, REVIEWED));
  return own.unionAll(held).unionAll(reviewed);
}

// biome-ignore format: a table reads as a table
const ENTERED = { event: 'complex case entered', row: 'own', on: 'own.entered_on', by: 'own.entered_by', words: 'own.entered_why' } as const;
// biome-ignore format: a table reads as a table
const LEFT = { event: 'complex case left', row: 'own', on: 'own.left_on', by: 'own.left_by', words: 'own.left_why' } as const;
// biome-ignore format: a table reads as a table
const HELD = { event: 'thinking time held', row: 'own', id: 'own.complex_case_id', on: 'own.held_on', by: 'own.ended_by', words: 'own.who' } as const;
// biome-ignore format: a table reads as a table
const REVIEWED = { event: 'complex case reviewed', row: 'own', id: 'own.complex_case_id', on: 'own.reviewed_on', by: 'own.reviewed_by', words: 'own.words' } as const;
