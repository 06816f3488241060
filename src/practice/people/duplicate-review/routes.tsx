import { noSubject } from '../../../platform/action.ts';
import type { Context, Page, Refusal } from '../../../platform/web/context.ts';
import { typedOn } from '../../../platform/web/drafts.ts';
import type { Web } from '../../../platform/web/web.tsx';
import { compareRecords, factsOf, namesAround } from '../duplicate/index.ts';
import { parishesOf, personBriefs, personById } from '../person/index.ts';
import { answerDuplicate } from './actions.ts';
import { DuplicatePage, DuplicatesPage } from './pages.tsx';
import { type Proposal, proposalOnRecord, unsettled } from './store.ts';

/** Hangs possible duplicates on their addresses. */
export function routes(web: Web): void {
  const { permission } = answerDuplicate;
  web.show('/duplicates', { permission, find: noSubject, page: (_, context) => duplicatesPage(context) });
  web.show('/duplicates/:duplicateId', { permission, find: proposalOnRecord, page: (proposal, context) => duplicatePage(proposal, context) });
  web.submit('/duplicates/:duplicateId/answers', answerDuplicate, {
    find: proposalOnRecord,
    done: () => '/duplicates',
    refused: (proposal, refusal, context) => duplicatePage(proposal, context, refusal),
  });
} // biome-ignore format: an address reads in one line

function mayMerge({ viewer, knownAt }: Context): boolean {
  return viewer.permissions.has('person: merge') && knownAt === undefined;
}

async function duplicatesPage(context: Context): Promise<Page> {
  const { db, today } = context;
  const proposals = await unsettled(db);
  const persons = [...new Set(proposals.flatMap((one) => one.persons))];
  return {
    title: 'Possible duplicates',
    place: 'children',
    body: (
      <DuplicatesPage
        proposals={proposals}
        briefs={await personBriefs(db, persons)}
        today={today}
        mayReviewMerges={context.viewer.permissions.has('merge: review')}
      />
    ),
    looked: { kind: 'possible duplicate', persons },
  };
}

async function duplicatePage(proposal: Proposal, context: Context, refusal?: Refusal): Promise<Page> {
  const { db, today } = context;
  const [one, other, facts, parishes, typed] = await Promise.all([
    personById(db, proposal.one),
    personById(db, proposal.other),
    factsOf(db, proposal.persons),
    parishesOf(db, proposal.persons),
    typedOn(context, answerDuplicate.name, proposal.id, refusal),
  ]);
  const [mine, its] = [facts.get(proposal.one), facts.get(proposal.other)];
  // Found through both of them: who sees the proposal sees the two.
  if (one === undefined || other === undefined || mine === undefined || its === undefined)
    throw new Error('a proposal is seen with its persons');
  const compared = compareRecords(mine, its, await namesAround(db, [mine, its]));
  return {
    title: `Are they the same person? ${one.name} and ${other.name}`,
    place: 'children',
    body: (
      <DuplicatePage
        proposal={proposal}
        sides={[
          { person: one, home: parishes.get(one.id) },
          { person: other, home: parishes.get(other.id) },
        ]}
        compared={compared}
        today={today}
        mayMerge={mayMerge(context)}
        {...typed}
      />
    ),
  };
}
