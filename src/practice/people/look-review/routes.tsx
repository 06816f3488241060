import { noSubject } from '../../../platform/action.ts';
import type { Context, Page, Refusal } from '../../../platform/web/context.ts';
import { typedOn } from '../../../platform/web/drafts.ts';
import type { Web } from '../../../platform/web/web.tsx';
import { personBriefs } from '../person/index.ts';
import { staffNamed } from '../staff/index.ts';
import { answerLook } from './actions.ts';
import { LookReviewPage, LookReviewsPage } from './pages.tsx';
import type { LookReview } from './rules.ts';
import { lookReviewOnRecord, looksReviewed, looksToReview } from './store.ts';

/** Hangs looks to judge on their addresses. */
export function routes(web: Web): void {
  const { permission } = answerLook;
  web.show('/look-reviews', { permission, find: noSubject, page: (_, context) => listPage(context) });
  web.show('/look-reviews/:reviewId', { permission, find: lookReviewOnRecord, page: (look, context) => onePage(look, context) });
  web.submit('/look-reviews/:reviewId/answers', answerLook, {
    find: lookReviewOnRecord,
    done: () => '/look-reviews',
    refused: (look, refusal, context) => onePage(look, context, refusal),
  });
} // biome-ignore format: an address reads in one line

async function shownOf({ db, today }: Context, looks: readonly LookReview[]) {
  const [names, briefs] = await Promise.all([
    staffNamed(db, looks.flatMap(({ staffId, answered }) => [staffId, answered?.by])),
    personBriefs(db, looks.map(({ personId }) => personId)),
  ]);
  return { names, briefs, today };
} // biome-ignore format: two questions read in two lines

async function listPage(context: Context): Promise<Page> {
  const [waiting, judged] = await Promise.all([looksToReview(context.db), looksReviewed(context.db)]);
  const looks = [...waiting, ...judged];
  return {
    title: 'Looks to judge',
    place: 'my work',
    body: <LookReviewsPage waiting={waiting} judged={judged} {...(await shownOf(context, looks))} />,
    looked: { kind: 'look review', persons: [...new Set(looks.map(({ personId }) => personId))] },
  };
}

async function onePage(look: LookReview, context: Context, refusal?: Refusal): Promise<Page> {
  const [shown, typed] = await Promise.all([
    shownOf(context, [look]),
    typedOn(context, answerLook.name, look.id, refusal),
  ]);
  return { title: 'A look to judge', place: 'my work', body: <LookReviewPage look={look} {...shown} {...typed} /> };
} // biome-ignore format: a page reads in one line
