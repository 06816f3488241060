import { apart } from '../../../platform/database/one-record.ts';
import { underOwnRows } from '../../../platform/forms/own-rows.ts';
import type { Context, Page, Refusal } from '../../../platform/web/context.ts';
import { typedOn } from '../../../platform/web/drafts.ts';
import type { Web } from '../../../platform/web/web.tsx';
import { factsBetween, type Merge, mergeOnRecord, standsIn } from '../merge/index.ts';
import { personBriefs } from '../person/index.ts';
import { staffNamed } from '../staff/index.ts';
import { keyOf, undo } from './actions.ts';
import { UndoingPage } from './pages.tsx';

/** Hangs undoing a merge on its addresses. */
export function routes(web: Web): void {
  const at = '/people/:personId/merges/:mergeId/undoings';
  web.show(`${at}/new`, {
    permission: undo.permission,
    find: mergeOnRecord,
    page: (one, context) => undoing(one, context),
  });
  web.submit(at, undo, {
    find: mergeOnRecord,
    done: (_, { keptId, id }) => `/people/${keptId}/merges/${id}`,
    refused: (one, refusal, context) => undoing(one, context, refusal),
  });
}

async function undoing(merge: Merge, context: Context, refusal?: Refusal): Promise<Page> {
  const { db, today, authority } = context;
  const [briefs, facts, { draft, ...typed }] = await Promise.all([
    personBriefs(apart(db, authority.schema), merge.persons),
    standsIn(merge) ? factsBetween(db, merge.id) : [],
    typedOn(context, undo.name, merge.id, refusal),
  ]);
  const names = await staffNamed(
    db,
    facts.map(({ recordedBy }) => recordedBy),
  );
  return {
    title: 'Make two records of them again',
    place: 'children',
    body: (
      <UndoingPage
        merge={merge}
        briefs={briefs}
        facts={facts}
        names={names}
        today={today}
        draft={draft}
        {...underOwnRows(typed, { rows: 'facts', key: 'fact' }, facts.map(keyOf))}
      />
    ),
  };
}
