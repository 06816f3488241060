import { dayAsTyped } from '../../../language/typed-day.ts';
import { underOwnRows } from '../../../platform/forms/own-rows.ts';
import type { RawAnswers } from '../../../platform/forms/raw-answers.ts';
import type { Context, Page } from '../../../platform/web/context.ts';
import { draftAt, draftOf } from '../../../platform/web/drafts.ts';
import type { Web } from '../../../platform/web/web.tsx';
import { type Person, personBriefs, personOnRecord } from '../../people/person/index.ts';
import type { Typed } from '../../people/person-facts/index.ts';
import { type CaseNote, caseNoteOnRecord, notedWith } from '../case-note/index.ts';
import { childNamed, childrenTogether, correctionShown } from '../written-together/index.ts';
import { CORRECTED_MEANWHILE, correct, write } from './actions.ts';
import { CorrectPage, WritePage } from './pages.tsx';

/** Hangs writing a case note down, and correcting it, on their addresses. */
export function routes(web: Web): void {
  const at = '/people/:personId/case-notes';
  web.show(`${at}/new`, { permission: write.permission, find: personOnRecord, page: (child, context) => writing(child, context) }); // biome-ignore format: one route a line
  web.submit(at, write, {
    find: personOnRecord,
    done: (_done, { id }) => `/people/${id}/case-notes`,
    refused: (person, refusal, context) => writing(person, context, refusal),
  });
  web.show(`${at}/:noteId/corrections/new`, { permission: correct.permission, find: caseNoteOnRecord, page: (note, context) => correcting(note, context) }); // biome-ignore format: one route a line
  web.submit(`${at}/:noteId/corrections`, correct, {
    find: caseNoteOnRecord,
    done: (_done, { id, personId }) => `/people/${personId}/case-notes/${id}`,
    refused: (note, refusal, context) => correcting(note, context, refusal),
  });
}

async function writing(child: Person, context: Context, refusal?: Typed): Promise<Page> {
  const [others, draft] = await Promise.all([
    childrenTogether(context.db, child.id),
    draftOf(context, write.name, child.id),
  ]);
  const ids = [child.id, ...others.map(({ id }) => id)];
  const fresh = { values: draft?.answers ?? { happenedOn: dayAsTyped(context.today) }, problems: [] };
  return {
    title: `A case note about ${child.name}`,
    place: 'children',
    body: (
      <WritePage
        child={child}
        others={others}
        draft={draftAt(write.name, child.id, draft)}
        {...underOwnRows(refusal ?? fresh, { rows: 'children', key: 'personId' }, ids)}
      />
    ),
    looked: { kind: 'person', id: child.id, persons: ids },
  };
}

async function correcting(note: CaseNote, context: Context, refusal?: Typed): Promise<Page> {
  const { db } = context;
  const [briefs, together, draft] = await Promise.all([
    personBriefs(db, [note.personId]),
    notedWith(db, note),
    draftOf(context, correct.name, note.id),
  ]);
  const child = childNamed(briefs, note.personId);
  const stands = { version: note.version, answers: answersOf(note) };
  return {
    title: `Correct a case note about ${child.name}`,
    place: 'children',
    body: (
      <CorrectPage
        child={child}
        noteId={note.id}
        isAmongOthers={together.length > 0 || note.withheld !== undefined || note.about !== undefined}
        draft={draftAt(correct.name, note.id, draft)}
        {...correctionShown(CORRECTED_MEANWHILE, stands, refusal, draft)}
      />
    ),
  };
}

/** A note as the form asks it, so that a correction begins with what stands. */
function answersOf(note: CaseNote): RawAnswers {
  const { kind, happenedTime, withWhom, words, follows, about, withheld, toldOn } = note;
  const texts = { happenedTime, withWhom, words, follows, about, withheld };
  return {
    kind,
    happenedOn: dayAsTyped(note.happenedOn),
    toldOn: toldOn === undefined ? '' : dayAsTyped(toldOn),
    ...Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, text ?? ''])),
  };
}
