import type { Id } from '../../../language/id.ts';
import { noSubject } from '../../../platform/action.ts';
import { ErrorSummary } from '../../../platform/html/error-summary.tsx';
import { Link } from '../../../platform/html/links.tsx';
import { PageHead, Panel, WithAside } from '../../../platform/html/panel.tsx';
import type { Context, Page, Refusal } from '../../../platform/web/context.ts';
import { typedOn } from '../../../platform/web/drafts.ts';
import type { Web } from '../../../platform/web/web.tsx';
import { isRole } from '../../../profile/roles.ts';
import { FactOfChildPage } from '../childhood/index.ts';
import { SaidPanel, saidOf } from '../own-or-relative/index.ts';
import { type Person, personBriefs, personById, personOnRecord } from '../person/index.ts';
import {
  EarlierWalls,
  HeldPage,
  holds,
  isToAnswer,
  PutLink,
  type Restriction,
  restrictionOnRecord,
  restrictionsHeld,
  restrictionsOf,
  SightPanel,
  StandingWall,
  sightOf,
  standingOf,
} from '../restriction/index.ts';
import { staffAtWork, staffNamed } from '../staff/index.ts';
import { answer, lift, put } from './actions.ts';
import { AnswerPanel, LiftPanel, PuttingQuestions } from './forms.tsx';

/** Hangs who may see a record, and walls, on their addresses. */
export function routes(web: Web): void {
  const of = '/people/:personId/restrictions';
  web.show('/restrictions', { permission: 'restriction: answer', find: noSubject, page: (_, context) => held(context) });
  web.show(of, { permission: 'restriction: read', find: personOnRecord, page: whoMaySee });
  web.show(`${of}/new`, { permission: put.permission, find: personOnRecord, page: (one, context) => putting(one, context) });
  web.submit(of, put, {
    find: personOnRecord,
    done: (_, person) => `/people/${person.id}/restrictions`,
    refused: (person, refusal, context) => putting(person, context, refusal),
  });
  web.show('/restrictions/:restrictionId', {
    permission: 'restriction: read',
    find: restrictionOnRecord,
    page: (restriction, context) => one(restriction, context),
  });
  const after = {
    find: restrictionOnRecord,
    // Whoever answered or lifted may no longer find the record itself.
    done: () => '/restrictions',
    refused: (restriction: Restriction, refusal: Refusal, context: Context) => one(restriction, context, refusal),
  };
  web.submit('/restrictions/:restrictionId/answers', answer, after);
  web.submit('/restrictions/:restrictionId/liftings', lift, after);
} // biome-ignore format: an address reads in one line

async function whoMaySee(person: Person, context: Context): Promise<Page> {
  const { db, today, viewer, knownAt } = context;
  const may = (permission: 'restriction: put' | 'own or relative: end') =>
    viewer.permissions.has(permission) && knownAt === undefined;
  const [walls, said, sight] = await Promise.all([
    restrictionsOf(db, person.id),
    saidOf(db, person.id),
    sightOf(db, person.id),
  ]);
  const names = await namesIn(context, walls);
  const wall = walls.find(holds);
  return {
    title: `Who may see ${person.name}`,
    place: 'children',
    body: (
      <>
        <PageHead
          title="Who may see"
          actions={
            wall === undefined && may('restriction: put') ? <PutLink personId={person.id} /> : undefined
          }
        />
        <WithAside aside={<SightPanel sight={sight} isWalled={wall !== undefined} />}>
          <Panel
            title={
              wall === undefined ? 'No wall stands round this record' : 'A wall stands round this record'
            }
            link={wall && <Link href={`/restrictions/${wall.id}`}>Open it</Link>}
          >
            {wall === undefined ? (
              <p>It opens to whoever works with them, and to the roles that see every record.</p>
            ) : (
              <StandingWall wall={wall} names={names} today={today} />
            )}
          </Panel>
          <SaidPanel
            personId={person.id}
            said={said}
            today={today}
            mayEnd={may('own or relative: end')}
            mayAdd={knownAt === undefined}
          />
          <EarlierWalls walls={walls} names={names} today={today} withWhy={viewer.decidesAsManager} />
        </WithAside>
      </>
    ),
  };
}

function namesIn({ db }: Context, walls: readonly Restriction[]) {
  const ids = walls.flatMap((wall) => [wall.putBy, wall.secondId, ...wall.staffIds]);
  return staffNamed(db, ids);
}

async function putting(person: Person, context: Context, refusal?: Refusal): Promise<Page> {
  const { db, today, by, profile } = context;
  const [staff, sight] = await Promise.all([staffAtWork(db, today), sightOf(db, person.id)]);
  const others = staff.filter(({ id }) => id !== by);
  const working = new Set<Id>(
    sight.flatMap(({ ground, staffId }) => (ground === 'allocation' ? (staffId ?? []) : [])),
  );
  const agreeing = others.filter(
    ({ role }) => isRole(role) && profile.permissionsOf([role]).includes('restriction: answer'),
  );
  const title = 'Restrict or seal this record';
  return {
    title: `${title}: ${person.name}`,
    place: 'children',
    body: (
      <FactOfChildPage
        child={person}
        title={title}
        below="It holds at once, in every page, list, search and print. You are named by it yourself."
        to={`/people/${person.id}/restrictions`}
        button="Put up the wall"
        {...(await typedOn(context, put.name, person.id, refusal))}
      >
        <PuttingQuestions staff={others} agreeing={agreeing} working={working} />
      </FactOfChildPage>
    ),
  };
}

async function one(restriction: Restriction, context: Context, refusal?: Refusal): Promise<Page> {
  const { db, viewer, by, today } = context;
  const [person, names] = await Promise.all([
    personById(db, restriction.personId),
    namesIn(context, [restriction]),
  ]);
  const typed = { values: refusal?.values ?? {}, problems: refusal?.problems ?? [] };
  const name = person?.name ?? 'The record';
  const toAnswer = viewer.permissions.has('restriction: answer') && isToAnswer(restriction, by);
  const mayLift = viewer.permissions.has('restriction: lift') && standingOf(restriction) === 'stands';
  return {
    title: `The wall round the record of ${name}`,
    place: 'children',
    body: (
      <>
        <PageHead
          title="The wall round this record"
          above={<Link href={`/people/${restriction.personId}/restrictions`}>Who may see {name}</Link>}
        />
        <ErrorSummary problems={typed.problems} />
        <WithAside
          aside={
            <>
              {toAnswer && <AnswerPanel restriction={restriction} {...typed} />}
              {mayLift && <LiftPanel restriction={restriction} {...typed} />}
            </>
          }
        >
          <Panel title="What was decided">
            <StandingWall wall={restriction} names={names} today={today} />
          </Panel>
        </WithAside>
      </>
    ),
  };
}

async function held(context: Context): Promise<Page> {
  const { db, by, today } = context;
  const walls = await restrictionsHeld(db);
  const persons = walls.map(({ personId }) => personId);
  const [briefs, names] = await Promise.all([personBriefs(db, persons), namesIn(context, walls)]);
  return {
    title: 'Restricted and sealed records',
    place: 'children',
    body: <HeldPage held={walls} briefs={briefs} names={names} by={by} today={today} />,
    looked: { kind: 'restriction', persons },
  };
}
