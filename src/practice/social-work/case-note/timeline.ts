import { sql } from 'kysely';
import { CASE_NOTE_KINDS } from '../../../profile/code-sets/case-notes.ts';
import { labelOf } from '../../../profile/code-sets/code-set.ts';
import { happening, type SourceAsked, type TimelineSource } from '../../people/timeline/index.ts';

/** Case notes in the file of one child on a timeline, and each correction. What is withheld stands on the note itself and not here. */
export const caseNotesOnTimeline: TimelineSource = {
  name: 'case notes',
  label: 'Case notes',
  permission: 'case note: read',
  events,
  entry: ({ id, event, code, words, personId }) => ({
    title: event === 'note correction' ? 'Case note corrected' : labelOf(CASE_NOTE_KINDS, code ?? ''),
    words,
    href: `/people/${personId}/case-notes/${id}`,
  }),
};

function events({ db, zone, personId }: SourceAsked) {
  return db
    .selectFrom('case_note_child as own')
    .innerJoin('case_note', 'case_note.id', 'own.case_note_id')
    .where('own.person_id', '=', personId)
    .select(
      happening(zone, {
        event: 'note',
        row: 'own',
        on: 'case_note.happened_on',
        time: 'case_note.happened_time',
        by: 'case_note.written_by',
        code: 'case_note.kind',
        words: sql<string | null>`coalesce(case_note.words, own.words)`,
      }),
    )
    .unionAll(
      db
        .selectFrom('case_note_correction as correction')
        .where('correction.person_id', '=', personId)
        .select(
          happening(zone, {
            event: 'note correction',
            row: 'correction',
            id: 'correction.case_note_child_id',
            at: 'correction.corrected_at',
            by: 'correction.corrected_by',
            words: 'correction.reason',
          }),
        ),
    );
}
