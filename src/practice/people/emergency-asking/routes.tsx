import { noSubject, type Subject } from '../../../platform/action.ts';
import { valueIn } from '../../../platform/html/answers.ts';
import { ErrorSummary } from '../../../platform/html/error-summary.tsx';
import { Link } from '../../../platform/html/links.tsx';
import { PageHead, WithAside } from '../../../platform/html/panel.tsx';
import type { Context, Page, Refusal } from '../../../platform/web/context.ts';
import { typedOn } from '../../../platform/web/drafts.ts';
import type { Web } from '../../../platform/web/web.tsx';
import {
  type CameOf,
  type Emergency,
  emergenciesReviewed,
  emergenciesToReview,
  emergencyOnRecord,
  isNamedFor,
  NotOpenedPage,
  OwnPanel,
  ReviewedPanel,
  UsePanel,
  UsesPage,
} from '../emergency-access/index.ts';
import { personBriefs } from '../person/index.ts';
import { staffNamed } from '../staff/index.ts';
import { agree, review, use } from './actions.ts';
import { AgreePanel, AskPage, ReviewPanel } from './forms.tsx';

/** Hangs emergency access and its review on their addresses. */
export function routes(web: Web): void {
  web.show('/emergency-access/new', { permission: use.permission, find: noSubject, page: (nothing, context) => askPage(nothing, context) });
  web.show('/emergency-access/not-opened', { permission: use.permission, find: noSubject, page: (_, context) => notOpenedPage(context) });
  web.submit('/emergency-accesses', use, {
    find: noSubject,
    done: ({ id, of }: CameOf) => (of === 'opened' ? `/emergency-accesses/${id}` : '/emergency-access/not-opened'),
    refused: (nothing, refusal, context) => askPage(nothing, context, refusal),
  });
  web.show('/emergency-accesses', { permission: review.permission, find: noSubject, page: (_, context) => usesPage(context) });
  web.show('/emergency-accesses/:accessId', { permission: 'emergency access: read', find: emergencyOnRecord, page: (one, context) => onePage(one, context) });
  const after = {
    find: emergencyOnRecord,
    done: (_: unknown, one: Emergency) => `/emergency-accesses/${one.id}`,
    refused: (one: Emergency, refusal: Refusal, context: Context) => onePage(one, context, refusal),
  };
  web.submit('/emergency-accesses/:accessId/agreement', agree, after);
  web.submit('/emergency-accesses/:accessId/review', review, after);
} // biome-ignore format: an address reads in one line

async function askPage(nothing: Subject, context: Context, refusal?: Refusal): Promise<Page> {
  const typed = await typedOn(context, use.name, nothing.id, refusal);
  const asked = valueIn(context.query, 'number');
  const values =
    refusal === undefined && asked !== undefined ? { ...typed.values, number: asked } : typed.values;
  return { title: 'Emergency access', place: 'children', body: <AskPage {...typed} values={values} /> };
}

function notOpenedPage({ profile }: Context): Page {
  const telephones = Object.values(profile.telephones).map((one) => ({
    words: one.title,
    number: one.number,
  }));
  return { title: 'Nothing was opened', place: 'children', body: <NotOpenedPage telephones={telephones} /> };
}

async function shownOf({ db, today, now }: Context, uses: readonly Emergency[]) {
  const [names, briefs] = await Promise.all([
    staffNamed(
      db,
      uses.flatMap((one) => [one.staffId, one.agreedBy, one.reviewedBy]),
    ),
    personBriefs(
      db,
      uses.flatMap(({ persons }) => persons),
    ),
  ]);
  return { names, briefs, today, now };
}

async function usesPage(context: Context): Promise<Page> {
  const [waiting, reviewed] = await Promise.all([
    emergenciesToReview(context),
    emergenciesReviewed(context.db),
  ]);
  const uses = [...waiting, ...reviewed];
  return {
    title: 'Emergency access',
    place: 'my work',
    body: <UsesPage waiting={waiting} reviewed={reviewed} {...(await shownOf(context, uses))} />,
    looked: { kind: 'emergency access', persons: [...new Set(uses.flatMap(({ persons }) => persons))] },
  };
}

async function onePage(one: Emergency, context: Context, refusal?: Refusal): Promise<Page> {
  const shown = await shownOf(context, [one]);
  const isOwn = one.staffId === context.by;
  const may = (permission: 'emergency access: review' | 'emergency access: agree') =>
    !isOwn && context.viewer.permissions.has(permission);
  const isTheirs = one.isSealed && one.personId !== undefined && (await isNamedFor(context.db, one.personId));
  const typed = refusal ?? { values: {}, problems: [] };
  return {
    title: 'Emergency access',
    place: isOwn ? 'children' : 'my work',
    body: (
      <>
        <PageHead
          title="Emergency access"
          above={may('emergency access: review') && <Link href="/emergency-accesses">All of them</Link>}
        />
        <ErrorSummary problems={typed.problems} />
        <WithAside
          aside={
            <>
              {one.agreedBy === undefined && isTheirs && may('emergency access: agree') && (
                <AgreePanel emergency={one} />
              )}
              {one.reviewedAt === undefined && may('emergency access: review') && (
                <ReviewPanel emergency={one} {...typed} />
              )}
              <ReviewedPanel emergency={one} {...shown} />
            </>
          }
        >
          {isOwn && <OwnPanel emergency={one} {...shown} />}
          <UsePanel emergency={one} {...shown} />
        </WithAside>
      </>
    ),
  };
}
