import type { Context, Page } from '../../../platform/web/context.ts';
import { draftOf } from '../../../platform/web/drafts.ts';
import type { Web } from '../../../platform/web/web.tsx';
import { type Person, personBriefs, personOnRecord } from '../../people/person/index.ts';
import type { Typed } from '../../people/person-facts/index.ts';
import { staffNamed } from '../../people/staff/index.ts';
import { loadsOf, workersIn } from '../caseload/index.ts';
import { accept, decline, offer, withdraw } from './actions.ts';
import { HandoverPage, OfferPage } from './pages.tsx';
import { type Handover, isForViewer, mayWithdraw, standingOf } from './rules.ts';
import { handoverOnRecord, teamsNamed } from './store.ts';

const NOTHING_TYPED: Typed = { values: {}, problems: [] };

/** Hangs handovers on their addresses. */
export function routes(web: Web): void {
  web.show('/people/:personId/handovers/new', {
    permission: 'handover: offer',
    find: personOnRecord,
    page: (child, context) => offering(child, context),
  });
  web.submit('/people/:personId/handovers', offer, {
    find: personOnRecord,
    done: (id) => `/handovers/${id}`,
    refused: (child, refusal, context) => offering(child, context, refusal),
  });
  web.show('/handovers/:handoverId', {
    permission: 'allocation: read',
    find: handoverOnRecord,
    page: (handover, context) => one(handover, context, NOTHING_TYPED),
  });
  const refused = (handover: Handover, refusal: Typed, context: Context) => one(handover, context, refusal);
  // Who has answered may no longer see the child, so all lead to the desk.
  const toDesk = () => '/desk';
  web.submit('/handovers/:handoverId/acceptance', accept, { find: handoverOnRecord, done: toDesk, refused });
  web.submit('/handovers/:handoverId/declining', decline, { find: handoverOnRecord, done: toDesk, refused });
  web.submit('/handovers/:handoverId/withdrawal', withdraw, {
    find: handoverOnRecord,
    done: toDesk,
    refused,
  });
}

async function offering(child: Person, context: Context, typed?: Typed): Promise<Page> {
  const { db, today, profile } = context;
  const [workers, kept] = await Promise.all([workersIn(db, today), draftOf(context, offer.name, child.id)]);
  return {
    title: `Hand over: ${child.name}`,
    place: 'children',
    body: (
      <OfferPage
        child={child}
        workers={workers}
        loads={await loadsOf(db, profile, workers)}
        draft={{ url: `/drafts/${encodeURIComponent(offer.name)}/${child.id}`, version: kept?.version ?? 0 }}
        {...(typed ?? { values: kept?.answers ?? {}, problems: [] })}
      />
    ),
  };
}

async function one(handover: Handover, context: Context, typed: Typed): Promise<Page> {
  const { db, today, viewer, profile, knownAt } = context;
  const { personId, fromStaffId, fromTeamId, toStaffId, toTeamId, offeredBy, answeredBy } = handover;
  const mayAct = standingOf(handover) === 'offered' && knownAt === undefined;
  const mayAnswer = mayAct && isForViewer(handover, viewer) && viewer.permissions.has('handover: answer');
  const [children, staff, teams, members] = await Promise.all([
    personBriefs(db, [personId]),
    staffNamed(db, [fromStaffId, toStaffId, offeredBy, answeredBy]),
    teamsNamed(db, [fromTeamId, toTeamId]),
    mayAnswer && toTeamId !== undefined ? workersIn(db, today, [toTeamId]) : [],
  ]);
  return {
    title: `Handover, ${children.get(personId)?.name ?? 'a child on record'}`,
    place: 'my work',
    body: (
      <HandoverPage
        handover={handover}
        child={children.get(personId)}
        names={new Map([...staff, ...teams])}
        members={members}
        loads={await loadsOf(db, profile, members)}
        mayAnswer={mayAnswer}
        mayWithdraw={mayAct && viewer.permissions.has('handover: offer') && mayWithdraw(handover, viewer).ok}
        today={today}
        {...typed}
      />
    ),
  };
}
