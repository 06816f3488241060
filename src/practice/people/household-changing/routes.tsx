import { partsOf } from '../../../language/day.ts';
import type { RawAnswers } from '../../../platform/forms/raw-answers.ts';
import { ErrorSummary } from '../../../platform/html/error-summary.tsx';
import { Link } from '../../../platform/html/links.tsx';
import { PageHead, WithAside } from '../../../platform/html/panel.tsx';
import type { Context, Page, Refusal } from '../../../platform/web/context.ts';
import { typedOn } from '../../../platform/web/drafts.ts';
import type { Web } from '../../../platform/web/web.tsx';
import { FactOfChildPage } from '../childhood/index.ts';
import { livesThere, type Membership, MembershipPanel, membershipOnRecord } from '../household/index.ts';
import { type Person, personBriefs, personById, personOnRecord } from '../person/index.ts';
import { staffNamed } from '../staff/index.ts';
import { moveOut, putRight, takeItBack } from './changing.ts';
import { LeavingPanel, MovingQuestions, PuttingRightPanel, TakingBackPanel } from './forms.tsx';
import { membersOf, moveHousehold } from './moving.ts';

/** Hangs moving out, moving along and putting right on their addresses. */
export function routes(web: Web): void {
  const moving = '/people/:personId/household-moves';
  web.show(`${moving}/new`, {
    permission: moveHousehold.permission,
    find: personOnRecord,
    page: (person, context) => movingPage(person, context),
  });
  web.submit(moving, moveHousehold, {
    find: personOnRecord,
    done: (_, person) => `/people/${person.id}/household`,
    refused: (person, refusal, context) => movingPage(person, context, refusal),
  });
  const one = '/household-memberships/:householdMembershipId';
  web.show(one, {
    permission: moveOut.permission,
    find: membershipOnRecord,
    page: (membership, context) => membershipPage(membership, context),
  });
  const changed = {
    find: membershipOnRecord,
    done: (_: undefined, membership: Membership) => `/people/${membership.personId}/household`,
    refused: (membership: Membership, refusal: Refusal, context: Context) =>
      membershipPage(membership, context, refusal),
  };
  web.submit(`${one}/endings`, moveOut, changed);
  web.submit(`${one}/withdrawals`, takeItBack, changed);
  web.submit(`${one}/corrections`, putRight, changed);
}

async function movingPage(person: Person, context: Context, refusal?: Refusal): Promise<Page> {
  const ids = await membersOf(context, person.id);
  const [briefs, { values, ...typed }] = await Promise.all([
    personBriefs(context.db, ids),
    typedOn(context, moveHousehold.name, person.id, refusal),
  ]);
  const members = ids.flatMap((id) => briefs.get(id) ?? []);
  const everybody = Object.fromEntries(members.map((_, at) => [`members.${at}.comes`, 'yes']));
  return {
    title: `The household moves: ${person.name}`,
    place: 'children',
    body: (
      <FactOfChildPage
        child={person}
        title="The household moves"
        below="Where each of them lived until then ends on that day, and stays on record."
        to={`/people/${person.id}/household-moves`}
        button="Keep this move"
        values={Object.keys(values).length === 0 ? everybody : values}
        {...typed}
      >
        <MovingQuestions members={members} today={context.today} />
      </FactOfChildPage>
    ),
    looked: { kind: 'person', id: person.id, persons: [...new Set([person.id, ...ids])] },
  };
}

async function membershipPage(one: Membership, context: Context, refusal?: Refusal): Promise<Page> {
  const { db, today, knownAt } = context;
  const [person, names] = await Promise.all([
    personById(db, one.personId),
    staffNamed(db, [one.withdrawn?.by]),
  ]);
  const at = `/household-memberships/${one.id}`;
  const typed = refusal ?? { values: asItStands(one), problems: [] };
  const mayChange = knownAt === undefined && one.withdrawn === undefined;
  return {
    title: `In a household: ${person?.name ?? 'the record'}`,
    place: 'children',
    body: (
      <>
        <PageHead
          title={`${person?.name ?? 'Somebody'} in a household`}
          above={<Link href={`/people/${one.personId}/household`}>Household</Link>}
        />
        <ErrorSummary problems={typed.problems} />
        <WithAside aside={mayChange && <PuttingRightPanel at={at} {...typed} />}>
          <MembershipPanel membership={one} names={names} today={today} />
          {mayChange && livesThere(one) && <LeavingPanel at={at} {...typed} />}
          {mayChange && <TakingBackPanel at={at} {...typed} />}
        </WithAside>
      </>
    ),
  };
}

/** What is put right begins as it stands. */
function asItStands({ kind, days, daysWords, fromOn, fromAbout, untilOn }: Membership): RawAnswers {
  const typed = (day: typeof fromOn) => {
    if (day === undefined) return '';
    const { dayOfMonth, month, year } = partsOf(day);
    return `${dayOfMonth}/${month}/${year}`;
  };
  const known = fromAbout ? 'about' : 'known';
  return {
    kind: kind ?? '',
    days: [...days],
    daysWords: daysWords ?? '',
    movedOn: typed(fromOn),
    sureness: fromOn === undefined ? 'not known' : known,
    leftOn: typed(untilOn),
  };
}
