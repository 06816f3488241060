import type { Context, Page } from '../../../platform/web/context.ts';
import { draftAt, draftOf } from '../../../platform/web/drafts.ts';
import type { Web } from '../../../platform/web/web.tsx';
import { type Person, personBriefs, personOnRecord } from '../../people/person/index.ts';
import type { Typed } from '../../people/person-facts/index.ts';
import { staffNamed } from '../../people/staff/index.ts';
import { beginPeriodOfService, endPeriodOfService } from './actions.ts';
import { PeriodPage, PeriodsPage } from './pages.tsx';
import type { Period } from './rules.ts';
import { periodOnRecord, periodsOf } from './store.ts';

/** Hangs the periods of service on their addresses. */
export function routes(web: Web): void {
  web.show('/people/:personId/periods-of-service', {
    permission: 'period of service: read',
    find: personOnRecord,
    page: (child, context) => all(child, context),
  });
  web.submit('/people/:personId/periods-of-service', beginPeriodOfService, {
    find: personOnRecord,
    done: (id) => `/periods-of-service/${id}`,
    refused: (child, refusal, context) => all(child, context, refusal),
  });
  web.show('/periods-of-service/:periodId', {
    permission: 'period of service: read',
    find: periodOnRecord,
    page: (period, context) => one(period, context),
  });
  // Whoever ends the last period may no longer see the child.
  web.submit('/periods-of-service/:periodId/ending', endPeriodOfService, {
    find: periodOnRecord,
    done: () => '/desk',
    refused: (period, refusal, context) => one(period, context, refusal),
  });
}

async function all(child: Person, context: Context, typed?: Typed): Promise<Page> {
  const { db, today, viewer } = context;
  const [periods, kept] = await Promise.all([
    periodsOf(db, child.id),
    draftOf(context, beginPeriodOfService.name, child.id),
  ]);
  return {
    title: `Periods of service: ${child.name}`,
    place: 'children',
    body: (
      <PeriodsPage
        child={child}
        periods={periods}
        today={today}
        mayDecideComplex={viewer.permissions.has('complex case: decide') && context.knownAt === undefined}
        mayBegin={viewer.permissions.has('period of service: begin') && context.knownAt === undefined}
        draft={draftAt(beginPeriodOfService.name, child.id, kept)}
        {...(typed ?? { values: kept?.answers ?? {}, problems: [] })}
      />
    ),
  };
}

async function one(period: Period, context: Context, typed?: Typed): Promise<Page> {
  const { db, today, viewer } = context;
  const [children, staff, kept] = await Promise.all([
    personBriefs(db, [period.personId]),
    staffNamed(db, [period.beganBy, period.endedBy]),
    draftOf(context, endPeriodOfService.name, period.id),
  ]);
  return {
    title: `Period of service, ${children.get(period.personId)?.name ?? 'a child on record'}`,
    place: 'children',
    body: (
      <PeriodPage
        period={period}
        child={children.get(period.personId)}
        staff={staff}
        today={today}
        mayEnd={viewer.permissions.has('period of service: end') && context.knownAt === undefined}
        mayClose={viewer.permissions.has('closing: read')}
        draft={draftAt(endPeriodOfService.name, period.id, kept)}
        {...(typed ?? { values: kept?.answers ?? {}, problems: [] })}
      />
    ),
  };
}
