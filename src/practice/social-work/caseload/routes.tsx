import { noSubject } from '../../../platform/action.ts';
import type { Context, Page } from '../../../platform/web/context.ts';
import type { Web } from '../../../platform/web/web.tsx';
import { personBriefs } from '../../people/person/index.ts';
import type { Typed } from '../../people/person-facts/index.ts';
import { sayAbsent, sayBack } from './actions.ts';
import { CaseloadPage, CaseloadsPage } from './pages.tsx';
import {
  absenceOnRecord,
  absencesOf,
  childrenOf,
  leftWithChildrenIn,
  loadsOf,
  type WorkerOfTeam,
  workerOnRecord,
  workersIn,
} from './store.ts';

const NOTHING_TYPED: Typed = { values: {}, problems: [] };

/** Hangs caseloads, and who covers for whom, on their addresses. */
export function routes(web: Web): void {
  web.show('/caseloads', {
    permission: 'caseload: read',
    find: noSubject,
    page: (_, context) => all(context),
  });
  web.show('/caseloads/:staffId', {
    permission: 'caseload: read',
    find: workerOnRecord,
    page: (worker, context) => one(worker, context, NOTHING_TYPED),
  });
  web.submit('/caseloads/:staffId/absences', sayAbsent, {
    find: workerOnRecord,
    done: (staffId) => `/caseloads/${staffId}`,
    refused: (worker, refusal, context) => one(worker, context, refusal),
  });
  web.submit('/absences/:absenceId/ending', sayBack, {
    find: absenceOnRecord,
    done: (staffId) => `/caseloads/${staffId}`,
    refused: (_, refusal, context) => all(context, refusal),
  });
}

async function all(context: Context, { problems } = NOTHING_TYPED): Promise<Page> {
  const { db, today, viewer, profile } = context;
  const teams = viewer.wide ? undefined : viewer.teams;
  const [workers, left] = await Promise.all([
    workersIn(db, today, teams),
    leftWithChildrenIn(db, today, teams),
  ]);
  return {
    title: 'Caseloads',
    place: 'my work',
    looked: { kind: 'caseload', persons: [] },
    body: (
      <CaseloadsPage
        workers={workers}
        left={left}
        loads={await loadsOf(db, profile, workers)}
        rules={profile.caseload}
        problems={problems}
      />
    ),
  };
}

async function one(worker: WorkerOfTeam, context: Context, typed: Typed): Promise<Page> {
  const { db, today, viewer, profile } = context;
  const [loads, carried, absences, team] = await Promise.all([
    loadsOf(db, profile, [worker]),
    childrenOf(db, worker.id),
    absencesOf(context, worker.id),
    workersIn(db, today, [worker.teamId]),
  ]);
  const persons = carried.map(({ personId }) => personId);
  const load = loads.get(worker.id) ?? { children: 0, families: 0, points: 0, ceiling: 1 };
  const children = await personBriefs(db, persons);
  return {
    title: `Caseload of ${worker.name}`,
    place: 'my work',
    looked: { kind: 'caseload', id: worker.id, persons },
    body: (
      <CaseloadPage
        worker={worker}
        load={load}
        carried={carried}
        children={children}
        absences={absences}
        team={team}
        today={today}
        maySay={viewer.permissions.has('absence: say')}
        mayReadVisits={viewer.permissions.has('visit: read')}
        {...typed}
      />
    ),
  };
}
