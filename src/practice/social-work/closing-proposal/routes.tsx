import { underOwnRows } from '../../../platform/forms/own-rows.ts';
import type { RawAnswers } from '../../../platform/forms/raw-answers.ts';
import { valueIn } from '../../../platform/html/answers.ts';
import type { Context, Page } from '../../../platform/web/context.ts';
import { draftAt, draftOf } from '../../../platform/web/drafts.ts';
import type { Web } from '../../../platform/web/web.tsx';
import { ratingsOf } from '../../people/childhood/index.ts';
import { type Person, personOnRecord } from '../../people/person/index.ts';
import type { Typed } from '../../people/person-facts/index.ts';
import {
  type Closing,
  closingsOf,
  ratingThatProposed,
  standingOf,
  type View,
  viewsOf,
} from '../closing/index.ts';
import { periodsOf } from '../period-of-service/index.ts';
import { propose } from './actions.ts';
import { ProposalPage } from './pages.tsx';
import { type Asked, askedFor, comeBackWords } from './rules.ts';
import { parentsOf } from './store.ts';

const VIEWS = { rows: 'views', key: 'of' } as const;

/** Hangs proposing a closing on its addresses. */
export function routes(web: Web): void {
  web.show('/people/:personId/closings/new', {
    permission: propose.permission,
    find: personOnRecord,
    page: (child, context) => proposal(child, context),
  });
  web.submit('/people/:personId/closings', propose, {
    find: personOnRecord,
    done: (id) => `/closings/${id}`,
    refused: (child, refusal, context) => proposal(child, context, refusal),
  });
}

async function proposal(child: Person, context: Context, refusal?: Typed): Promise<Page> {
  const { db } = context;
  const [periods, closings, parents, ratings, kept] = await Promise.all([
    periodsOf(db, child.id),
    closingsOf(db, child.id),
    parentsOf(db, child.id),
    context.viewer.permissions.has('case rating: read') ? ratingsOf(db, child.id) : [],
    draftOf(context, propose.name, child.id),
  ]);
  const open = periods.filter(({ endedOn }) => endedOn === undefined);
  const beganOn = open.map((period) => period.beganOn).toSorted()[0] ?? context.today;
  const asked = askedFor(child, parents);
  const again = valueIn(context.query, 'again');
  const before = closings.find((one) => one.id === again && standingOf(one) === 'returned');
  const fresh = kept?.answers ?? (await beginning(before, asked, context));
  const typed = underOwnRows(
    refusal ?? { values: fresh, problems: [] },
    VIEWS,
    asked.map(({ key }) => key),
  );
  return {
    title: `Close with the family: ${child.name}`,
    place: 'children',
    looked: { kind: 'person', id: child.id, persons: [child.id, ...parents.map(({ id }) => id)] },
    body: (
      <ProposalPage
        child={child}
        open={open}
        rating={ratingThatProposed(ratings, { beganOn, at: context.now })}
        asked={asked}
        givenBack={before?.returnedWords}
        draft={draftAt(propose.name, child.id, kept)}
        {...typed}
      />
    ),
  };
}

/** What the form begins with: the way back to us; and what stood in the proposal that was given back. */
async function beginning(
  before: Closing | undefined,
  asked: readonly Asked[],
  { db, profile }: Context,
): Promise<RawAnswers> {
  if (before === undefined) return { comeBack: comeBackWords(profile.telephones) };
  const { periodId, reason, reached, comeBack, othersTold, disagreed = '' } = before;
  const views = await viewsOf(db, before.id);
  return { periodId, reason, reached, comeBack, othersTold, disagreed, ...rowsOf(views, asked) };
}

function rowsOf(views: readonly View[], asked: readonly Asked[]): RawAnswers {
  const free = asked.filter(({ name }) => name === undefined).map(({ key }) => key);
  const keyOf = ({ whose, parentId }: View) =>
    whose === 'child' ? 'child' : (parentId ?? free.shift() ?? '');
  const rows = views.map((view) => ({
    of: keyOf(view),
    named: view.named,
    words: view.words,
    whyNot: view.whyNot,
  }));
  return Object.fromEntries(
    rows.flatMap((row, place) =>
      Object.entries(row).map(([name, text]) => [`views.${place}.${name}`, text ?? ''] as const),
    ),
  );
}
