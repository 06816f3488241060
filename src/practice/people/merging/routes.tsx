import { noSubject } from '../../../platform/action.ts';
import { apart } from '../../../platform/database/one-record.ts';
import type { Context, Page, Refusal } from '../../../platform/web/context.ts';
import { typedOn } from '../../../platform/web/drafts.ts';
import type { Web } from '../../../platform/web/web.tsx';
import { factsOf } from '../duplicate/index.ts';
import { type Proposal, proposalOnRecord } from '../duplicate-review/index.ts';
import {
  agreeing,
  isToReview,
  type Merge,
  mergeConflicts,
  mergeOnRecord,
  mergesAtWork,
  standsIn,
} from '../merge/index.ts';
import { personBriefs } from '../person/index.ts';
import { staffNamed } from '../staff/index.ts';
import { mergeRecords, review } from './actions.ts';
import { MergedPage, MergesPage, MergingPage } from './pages.tsx';

/** Hangs merging two records, its review and undoing it on their addresses. */
export function routes(web: Web): void {
  const { permission } = mergeRecords;
  const pair = '/duplicates/:duplicateId/merges';
  const at = '/people/:personId/merges/:mergeId';
  web.show('/merges', { permission: review.permission, find: noSubject, page: (_, context) => merges(context) });
  web.show(`${pair}/new`, { permission, find: proposalOnRecord, page: (one, context) => merging(one, context) });
  web.submit(pair, mergeRecords, { find: proposalOnRecord, done: (keptId) => `/people/${keptId}`, refused: (one, refusal, context) => merging(one, context, refusal) });
  web.show(at, { permission: review.permission, find: mergeOnRecord, page: (one, context) => merged(one, context) });
  web.submit(`${at}/reviews`, review, { find: mergeOnRecord, done: (_, one) => addressOf(one), refused: (one, refusal, context) => merged(one, context, refusal) });
} // biome-ignore format: an address reads in one line

function addressOf({ keptId, id }: Merge): string {
  return `/people/${keptId}/merges/${id}`;
}

async function merging(proposal: Proposal, context: Context, refusal?: Refusal): Promise<Page> {
  const { db, today } = context;
  const [one, other] = [proposal.one, proposal.other];
  const [briefs, facts, leavingOne, leavingOther, typed] = await Promise.all([
    personBriefs(db, proposal.persons),
    factsOf(db, proposal.persons),
    mergeConflicts(db, other, one),
    mergeConflicts(db, one, other),
    typedOn(context, mergeRecords.name, proposal.id, refusal),
  ]);
  const [mine, its] = [facts.get(one), facts.get(other)];
  const [first, second] = [briefs.get(one), briefs.get(other)];
  // Found through both of them: who sees the proposal sees the two.
  if (!(mine && its && first && second)) throw new Error('a proposal is seen with its persons');
  return {
    title: `Make two records one: ${first.name} and ${second.name}`,
    place: 'children',
    body: (
      <MergingPage
        duplicateId={proposal.id}
        records={[
          { brief: first, whenLeft: leavingOne },
          { brief: second, whenLeft: leavingOther },
        ]}
        agree={agreeing(mine, its)}
        today={today}
        {...typed}
      />
    ),
  };
}

async function merges({ db, today, by, authority }: Context): Promise<Page> {
  const all = await mergesAtWork(db);
  const persons = [...new Set(all.flatMap((one) => one.persons))];
  const [briefs, names] = await Promise.all([
    personBriefs(apart(db, authority.schema), persons),
    staffNamed(
      db,
      all.map(({ mergedBy }) => mergedBy),
    ),
  ]);
  return {
    title: 'Merged records',
    place: 'children',
    body: <MergesPage merges={all} briefs={briefs} names={names} by={by} today={today} />,
    looked: { kind: 'merge', persons },
  };
}

async function merged(merge: Merge, context: Context, refusal?: Refusal): Promise<Page> {
  const { db, today, by, authority, knownAt, viewer } = context;
  const [briefs, names] = await Promise.all([
    personBriefs(apart(db, authority.schema), merge.persons),
    staffNamed(db, [merge.mergedBy, merge.reviewed?.by, merge.undone?.by]),
  ]);
  return {
    title: standsIn(merge) ? 'Two records that are one' : 'Two records that were one',
    place: 'children',
    body: (
      <MergedPage
        merge={merge}
        briefs={briefs}
        names={names}
        today={today}
        mayReview={knownAt === undefined && isToReview(merge, by)}
        mayUndo={viewer.permissions.has(mergeRecords.permission)}
        values={refusal?.values ?? {}}
        problems={refusal?.problems ?? []}
      />
    ),
  };
}
