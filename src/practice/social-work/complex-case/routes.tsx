import { noSubject } from '../../../platform/action.ts';
import { csvOf } from '../../../platform/csv.ts';
import type { Context, FileToTake, Page } from '../../../platform/web/context.ts';
import type { Web } from '../../../platform/web/web.tsx';
import { timescaleOn } from '../../../profile/timescales.ts';
import { personBriefs } from '../../people/person/index.ts';
import { staffNamed } from '../../people/staff/index.ts';
import { type Line, RegisterPage } from './pages.tsx';
import { reviewDue, thinkingOf } from './rules.ts';
import { agenciesIn, register, thinkingTimesOf } from './store.ts';

/** Hangs the register of complex cases on its addresses. Work on one case hangs beside (`complex-case-work`). */
export function routes(web: Web): void {
  web.show('/complex-cases', {
    permission: 'complex case: read',
    find: noSubject,
    page: (_, context) => registerPage(context),
  });
  web.file('/complex-cases/csv', {
    permission: 'complex case: export',
    find: noSubject,
    file: (_, context) => registerFile(context),
  });
}

async function linesOf(context: Context) {
  const { db, today, profile } = context;
  const cases = await register(db);
  const ids = cases.map(({ id }) => id);
  const persons = cases.map(({ personId }) => personId);
  const [children, staff, times, agencies] = await Promise.all([
    personBriefs(db, persons),
    staffNamed(
      db,
      cases.map(({ leadId }) => leadId),
    ),
    thinkingTimesOf(db, ids),
    agenciesIn(db, ids),
  ]);
  const lines = cases.map((one): Line => {
    const own = times.filter(({ caseId }) => caseId === one.id);
    return {
      id: one.id,
      child: children.get(one.personId)?.name ?? 'A child on record',
      lead: staff.get(one.leadId) ?? 'Somebody of the staff',
      enteredOn: one.enteredOn,
      agencies: (agencies.get(one.id) ?? []).flatMap(({ agency, leftOn }) =>
        leftOn === undefined ? [agency] : [],
      ),
      thinking: thinkingOf(own, today),
      reviewOn: reviewDue(one, profile)?.on,
    };
  });
  return { lines, persons };
}

async function registerPage(context: Context): Promise<Page> {
  const { lines, persons } = await linesOf(context);
  const { today, profile, viewer } = context;
  return {
    title: 'Complex cases',
    place: 'my work',
    looked: { kind: 'complex case', persons },
    body: (
      <RegisterPage
        lines={lines}
        standing={timescaleOn(profile.timescales, 'complex case reviewed', today)?.standing}
        mayExport={viewer.permissions.has('complex case: export')}
        today={today}
      />
    ),
  };
}

async function registerFile(context: Context): Promise<FileToTake> {
  const { lines, persons } = await linesOf(context);
  const head = [
    'child',
    'lead',
    'agencies',
    'on the register since',
    'minutes booked',
    'minutes held',
    'review due',
  ];
  const rows = lines.map(({ child, lead, agencies, enteredOn, thinking, reviewOn }) => [
    child,
    lead,
    agencies.join('; '),
    enteredOn,
    thinking.booked,
    thinking.held,
    reviewOn ?? null,
  ]);
  return {
    name: `complex-cases-${context.today}.csv`,
    type: 'text/csv; charset=utf-8',
    text: csvOf(head, rows),
    looked: { kind: 'complex case', persons },
  };
}
