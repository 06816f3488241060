import { noSubject } from '../../../platform/action.ts';
import type { Context, Page, Refusal } from '../../../platform/web/context.ts';
import type { Web } from '../../../platform/web/web.tsx';
import { personBriefs } from '../../people/person/index.ts';
import { staffNamed } from '../../people/staff/index.ts';
import { accept, decline, end } from './actions.ts';
import { ReferralPage, ReferralsPage } from './pages.tsx';
import type { Referral } from './rules.ts';
import { referralOnRecord, undecidedReferrals } from './store.ts';

/** Hangs the referrals of social care on their addresses. */
export function routes(web: Web): void {
  web.show('/referrals', {
    permission: 'referral: read',
    find: noSubject,
    page: (_nothing, context) => list(context),
  });
  web.show('/referrals/:referralId', { permission: 'referral: read', find: referralOnRecord, page: one });
  const refused = (referral: Referral, refusal: Refusal, context: Context) => one(referral, context, refusal);
  // Accepted, the child is open: what comes next is who works with it.
  const toAllocating = (_done: unknown, { personId }: Referral) => `/people/${personId}/allocations`;
  web.submit('/referrals/:referralId/acceptance', accept, {
    find: referralOnRecord,
    done: toAllocating,
    refused,
  });
  // Who declined or ended it may no longer see the child, so both lead back to the list.
  const toList = () => '/referrals';
  web.submit('/referrals/:referralId/declining', decline, { find: referralOnRecord, done: toList, refused });
  web.submit('/referrals/:referralId/ending', end, { find: referralOnRecord, done: toList, refused });
}

async function list(context: Context): Promise<Page> {
  const referrals = await undecidedReferrals(context.db);
  const persons = referrals.map((referral) => referral.personId);
  const children = await personBriefs(context.db, persons);
  return {
    title: 'Referrals to accept or decline',
    place: 'my work',
    looked: { kind: 'referral', persons },
    body: <ReferralsPage referrals={referrals} children={children} context={context} />,
  };
}

async function one(referral: Referral, context: Context, refusal?: Refusal): Promise<Page> {
  const children = await personBriefs(context.db, [referral.personId]);
  const staff = await staffNamed(context.db, [referral.acceptedBy, referral.declinedBy]);
  const child = children.get(referral.personId);
  return {
    title: `Referral, ${child?.name ?? 'a child on record'}`,
    place: 'my work',
    body: (
      <ReferralPage referral={referral} child={child} staff={staff} context={context} refusal={refusal} />
    ),
  };
}
