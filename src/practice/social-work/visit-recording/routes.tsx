import { dayAsTyped } from '../../../language/typed-day.ts';
import { underOwnRows } from '../../../platform/forms/own-rows.ts';
import type { RawAnswers } from '../../../platform/forms/raw-answers.ts';
import type { Context, Page } from '../../../platform/web/context.ts';
import { draftAt, draftOf } from '../../../platform/web/drafts.ts';
import type { Web } from '../../../platform/web/web.tsx';
import { type Person, personBriefs, personOnRecord } from '../../people/person/index.ts';
import { type ChildVisit, visitedWith, visitOnRecord } from '../visit/index.ts';
import { childNamed, childrenTogether, correctionShown } from '../written-together/index.ts';
import { CORRECTED_MEANWHILE, correct, record } from './actions.ts';
import { CorrectPage, RecordPage, type Typed } from './pages.tsx';
import { SIGHTS } from './rules.ts';

/** Hangs writing a visit down, and correcting it, on their addresses. */
export function routes(web: Web): void {
  const at = '/people/:personId/visits';
  const list = (_done: unknown, { id }: Person) => `/people/${id}/visits`;
  const here = (_done: unknown, { id, personId }: ChildVisit) => `/people/${personId}/visits/${id}`;
  web.show(`${at}/new`, { permission: record.permission, find: personOnRecord, page: recordPage });
  web.submit(at, record, {
    find: personOnRecord,
    done: list,
    refused: (person, refusal, context) => recordPage(person, context, refusal),
  });
  web.show(`${at}/:visitId/corrections/new`, {
    permission: correct.permission,
    find: visitOnRecord,
    page: correctPage,
  });
  web.submit(`${at}/:visitId/corrections`, correct, {
    find: visitOnRecord,
    done: here,
    refused: (visit, refusal, context) => correctPage(visit, context, refusal),
  });
}

async function recordPage(child: Person, context: Context, refusal?: Typed): Promise<Page> {
  const others = await childrenTogether(context.db, child.id);
  const draft = await draftOf(context, record.name, child.id);
  const ids = [child.id, ...others.map(({ id }) => id)];
  const fresh = { values: draft?.answers ?? { visitedOn: dayAsTyped(context.today) }, problems: [] };
  return {
    title: `A visit to ${child.name}`,
    place: 'children',
    body: (
      <RecordPage
        child={child}
        others={others}
        draft={draftAt(record.name, child.id, draft)}
        {...underOwnRows(refusal ?? fresh, { rows: 'children', key: 'personId' }, ids)}
      />
    ),
    looked: { kind: 'person', id: child.id, persons: ids },
  };
}

async function correctPage(visit: ChildVisit, context: Context, refusal?: Typed): Promise<Page> {
  const { db } = context;
  const briefs = await personBriefs(db, [visit.personId]);
  const together = await visitedWith(db, visit);
  const child = childNamed(briefs, visit.personId);
  const draft = await draftOf(context, correct.name, visit.id);
  const stands = { version: visit.version, answers: answersOf(visit) };
  return {
    title: `Correct a visit to ${child.name}`,
    place: 'children',
    body: (
      <CorrectPage
        child={child}
        visitId={visit.id}
        isAmongOthers={together.length > 0 || visit.withheld !== undefined}
        draft={draftAt(correct.name, visit.id, draft)}
        {...correctionShown(CORRECTED_MEANWHILE, stands, refusal, draft)}
      />
    ),
  };
}

/** A visit as the form asks it, so that a correction begins with what stands. */
function answersOf(visit: ChildVisit): RawAnswers {
  const isTrue = { seen: visit.seen, alone: visit.alone, bedroom: visit.bedroomSeen };
  const { visitedOn, visitedTime, place, manner, companions, words, agreed, said, about, withheld } = visit;
  const texts = { visitedTime, companions, words, agreed, said, about, withheld };
  return {
    visitedOn: dayAsTyped(visitedOn),
    place,
    manner,
    nobodyIn: visit.nobodyIn ? 'yes' : [],
    sight: SIGHTS.map(({ code }) => code).filter((code) => isTrue[code]),
    ...Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, text ?? ''])),
  };
}
