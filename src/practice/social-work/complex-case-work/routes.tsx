import type { Context, Page } from '../../../platform/web/context.ts';
import type { Web } from '../../../platform/web/web.tsx';
import { agencies as agenciesOnRecord } from '../../people/agency/index.ts';
import { personBriefs } from '../../people/person/index.ts';
import type { Typed } from '../../people/person-facts/index.ts';
import { staffNamed } from '../../people/staff/index.ts';
import {
  agenciesIn,
  type ComplexCase,
  complexCaseOnRecord,
  reviewDue,
  reviewsOf,
  thinkingTimesOf,
} from '../complex-case/index.ts';
import { childNamed } from '../written-together/index.ts';
import { bookThinking, leaveRegister, letAgencyTakePart, reviewCase, takeAgencyOff } from './actions.ts';
import { ComplexCasePage } from './pages.tsx';

/** Hangs work on a complex case on its addresses. */
export function routes(web: Web): void {
  const at = '/complex-cases/:complexCaseId';
  web.show(at, {
    permission: 'complex case: read',
    find: complexCaseOnRecord,
    page: (complex, context) => one(complex, context),
  });
  const onCase = {
    find: complexCaseOnRecord,
    done: (_done: unknown, { id }: ComplexCase) => `/complex-cases/${id}`,
    refused: (complex: ComplexCase, refusal: Typed, context: Context) => one(complex, context, refusal),
  };
  web.submit(`${at}/thinking-times`, bookThinking, onCase);
  web.submit(`${at}/reviews`, reviewCase, onCase);
  web.submit(`${at}/agencies`, letAgencyTakePart, onCase);
  web.submit(`${at}/agencies/leaving`, takeAgencyOff, onCase);
  web.submit(`${at}/ending`, leaveRegister, onCase);
}

async function one(complex: ComplexCase, context: Context, typed?: Typed): Promise<Page> {
  const { db, today, profile, viewer, knownAt } = context;
  const [times, parts, reviews, briefs, agencies] = await Promise.all([
    thinkingTimesOf(db, [complex.id]),
    agenciesIn(db, [complex.id]),
    reviewsOf(db, complex.id),
    personBriefs(db, [complex.personId]),
    agenciesOnRecord(db),
  ]);
  const { leadId, enteredBy, leftBy } = complex;
  const staff = await staffNamed(db, [leadId, enteredBy, leftBy, ...reviews.map(({ by }) => by)]);
  const has = (permission: 'complex case: work on' | 'complex case: decide') =>
    viewer.permissions.has(permission) && knownAt === undefined;
  const child = childNamed(briefs, complex.personId);
  return {
    title: `Complex case: ${child.name}`,
    place: 'children',
    body: (
      <ComplexCasePage
        complex={complex}
        childName={child.name}
        times={times}
        parts={parts.get(complex.id) ?? []}
        reviews={reviews}
        reviewOn={reviewDue(complex, profile)?.on}
        staff={staff}
        agencies={agencies.filter(({ endedOn }) => endedOn === undefined)}
        may={{ work: has('complex case: work on'), decide: has('complex case: decide') }}
        today={today}
        {...(typed ?? { values: {}, problems: [] })}
      />
    ),
  };
}
