import { noSubject, type Subject } from '../../../platform/action.ts';
import type { Context, Page } from '../../../platform/web/context.ts';
import { draftOf } from '../../../platform/web/drafts.ts';
import type { Web } from '../../../platform/web/web.tsx';
import type { Typed } from '../../people/person-facts/index.ts';
import { staffNamed } from '../../people/staff/index.ts';
import { type DeclaredPeriod, declaredPeriods } from '../../people/what-is-asked/index.ts';
import { daysOfEach } from '../next-visit/index.ts';
import { declare, end } from './actions.ts';
import { DeclaredPage, DeclaredPeriodsPage } from './pages.tsx';
import { declaredPeriodOnRecord } from './store.ts';

/** Hangs declared periods on their addresses. */
export function routes(web: Web): void {
  web.show('/declared-periods', {
    permission: 'visit: read',
    find: noSubject,
    page: (nothing, context) => all(nothing, context),
  });
  web.submit('/declared-periods', declare, {
    find: noSubject,
    done: (id) => `/declared-periods/${id}`,
    refused: (nothing, refusal, context) => all(nothing, context, refusal),
  });
  web.show('/declared-periods/:declaredPeriodId', {
    permission: 'visit: read',
    find: declaredPeriodOnRecord,
    page: (period, context) => one(period, context),
  });
  web.submit('/declared-periods/:declaredPeriodId/ending', end, {
    find: declaredPeriodOnRecord,
    done: (_, { id }) => `/declared-periods/${id}`,
    refused: (period, refusal, context) => one(period, context, refusal),
  });
}

async function all({ id }: Subject, context: Context, typed?: Typed): Promise<Page> {
  const { db, today } = context;
  const [periods, kept] = await Promise.all([declaredPeriods(db), draftOf(context, declare.name, id)]);
  return {
    title: 'Declared periods',
    place: 'my work',
    body: (
      <DeclaredPeriodsPage
        periods={periods}
        today={today}
        mayDeclare={mayChange(context)}
        draft={{ url: `/drafts/${encodeURIComponent(declare.name)}/${id}`, version: kept?.version ?? 0 }}
        {...(typed ?? { values: kept?.answers ?? {}, problems: [] })}
      />
    ),
  };
}

async function one(period: DeclaredPeriod, context: Context, typed?: Typed): Promise<Page> {
  const [staff, days] = await Promise.all([
    staffNamed(context.db, [period.declaredBy]),
    daysOfEach(context.db),
  ]);
  return {
    title: period.title,
    place: 'my work',
    body: (
      <DeclaredPage
        period={period}
        by={staff.get(period.declaredBy)}
        days={days}
        today={context.today}
        mayEnd={mayChange(context)}
        problems={typed?.problems ?? []}
      />
    ),
  };
}

function mayChange({ viewer, knownAt }: Context): boolean {
  return viewer.permissions.has('declared period: declare') && knownAt === undefined;
}
