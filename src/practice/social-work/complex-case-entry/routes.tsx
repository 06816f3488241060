import { dayAsTyped } from '../../../language/typed-day.ts';
import type { Context, Page } from '../../../platform/web/context.ts';
import { draftAt, draftOf } from '../../../platform/web/drafts.ts';
import type { Web } from '../../../platform/web/web.tsx';
import { agencies as agenciesOnRecord } from '../../people/agency/index.ts';
import { type Person, personOnRecord } from '../../people/person/index.ts';
import type { Typed } from '../../people/person-facts/index.ts';
import { workersIn } from '../caseload/index.ts';
import { complexCasesOf } from '../complex-case/index.ts';
import { enterRegister } from './actions.ts';
import { EnterPage } from './pages.tsx';

/** Hangs putting a child on the register on its addresses. */
export function routes(web: Web): void {
  web.show('/people/:personId/complex-cases/new', {
    permission: enterRegister.permission,
    find: personOnRecord,
    page: (child, context) => entering(child, context),
  });
  web.submit('/people/:personId/complex-cases', enterRegister, {
    find: personOnRecord,
    done: (id) => `/complex-cases/${id}`,
    refused: (child, refusal, context) => entering(child, context, refusal),
  });
}

async function entering(child: Person, context: Context, refusal?: Typed): Promise<Page> {
  const { db, today } = context;
  const [cases, workers, agencies, draft] = await Promise.all([
    complexCasesOf(db, child.id),
    workersIn(db, today),
    agenciesOnRecord(db),
    draftOf(context, enterRegister.name, child.id),
  ]);
  return {
    title: `Complex case: ${child.name}`,
    place: 'children',
    body: (
      <EnterPage
        child={child}
        open={cases.find(({ leftOn }) => leftOn === undefined)}
        workers={workers}
        agencies={agencies.filter(({ endedOn }) => endedOn === undefined)}
        draft={draftAt(enterRegister.name, child.id, draft)}
        {...(refusal ?? { values: draft?.answers ?? { enteredOn: dayAsTyped(today) }, problems: [] })}
      />
    ),
  };
}
