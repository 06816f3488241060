import type { Context, Page } from '../../../platform/web/context.ts';
import type { Web } from '../../../platform/web/web.tsx';
import { type Person, personBriefs, personOnRecord } from '../../people/person/index.ts';
import { staffNamed } from '../../people/staff/index.ts';
import { childNamed } from '../written-together/index.ts';
import { CaseNotePage, CaseNotesPage } from './pages.tsx';
import type { CaseNote } from './rules.ts';
import { caseNoteOnRecord, caseNotesOf, noteCorrectionsOf, notedWith } from './store.ts';

/** Hangs the case notes about a child on their addresses. Writing them down hangs beside (`case-note-writing`). */
export function routes(web: Web): void {
  const at = '/people/:personId/case-notes';
  web.show(at, { permission: 'case note: read', find: personOnRecord, page: notesPage });
  web.show(`${at}/:noteId`, { permission: 'case note: read', find: caseNoteOnRecord, page: notePage });
}

async function notesPage(child: Person, { db, today, viewer, knownAt }: Context): Promise<Page> {
  const notes = await caseNotesOf(db, child.id);
  const staff = await staffNamed(
    db,
    notes.map(({ writtenBy }) => writtenBy),
  );
  const mayWrite = viewer.permissions.has('case note: write') && knownAt === undefined;
  return {
    title: `Case notes about ${child.name}`,
    place: 'children',
    body: <CaseNotesPage child={child} notes={notes} staff={staff} today={today} mayWrite={mayWrite} />,
  };
}

async function notePage(note: CaseNote, { db, today, viewer, knownAt }: Context): Promise<Page> {
  const [together, corrections] = await Promise.all([notedWith(db, note), noteCorrectionsOf(db, note.id)]);
  const persons = [note.personId, ...together.map(({ personId }) => personId)];
  const [briefs, staff] = await Promise.all([
    personBriefs(db, persons),
    staffNamed(db, [note.writtenBy, ...corrections.map(({ by }) => by)]),
  ]);
  const child = childNamed(briefs, note.personId);
  const others = together.flatMap(({ id, personId }) => {
    const name = briefs.get(personId)?.name;
    return name === undefined ? [] : [{ name, href: `/people/${personId}/case-notes/${id}` }];
  });
  return {
    title: `Case note about ${child.name}`,
    place: 'children',
    looked: { kind: 'case note', id: note.id, persons },
    body: (
      <CaseNotePage
        child={child}
        note={note}
        others={others}
        corrections={corrections}
        staff={staff}
        today={today}
        mayCorrect={viewer.permissions.has('case note: write') && knownAt === undefined}
      />
    ),
  };
}
