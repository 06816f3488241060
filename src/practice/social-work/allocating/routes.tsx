import { noSubject } from '../../../platform/action.ts';
import type { Context, Page } from '../../../platform/web/context.ts';
import type { Web } from '../../../platform/web/web.tsx';
import { type Person, personBriefs, personById, personOnRecord } from '../../people/person/index.ts';
import type { Typed } from '../../people/person-facts/index.ts';
import { staffNamed } from '../../people/staff/index.ts';
import { loadsOf } from '../caseload/index.ts';
import { allocateWorker, endCoWorker, offeredFor } from './actions.ts';
import { AllocationsPage, UnallocatedPage } from './pages.tsx';
import { type Allocation, allocationOnRecord, unallocatedChildren, workingWith } from './store.ts';

const NOTHING_TYPED: Typed = { values: {}, problems: [] };
const KEYS_OF_FORM = [
  { keys: ['1', '9'], words: 'choose who works with them' },
  { keys: ['Ctrl ↵'], words: 'allocate from today' },
];

/** Hangs who works with a child, and the list of children whom nobody works with, on their addresses. */
export function routes(web: Web): void {
  web.show('/unallocated-children', {
    permission: 'allocation: read',
    find: noSubject,
    page: (_, context) => unallocated(context),
  });
  web.show('/people/:personId/allocations', {
    permission: 'allocation: read',
    find: personOnRecord,
    page: (child, context) => allocations(child, context, NOTHING_TYPED),
  });
  web.submit('/people/:personId/allocations', allocateWorker, {
    find: personOnRecord,
    done: (personId) => `/people/${personId}/allocations`,
    refused: (child, refusal, context) => allocations(child, context, refusal),
  });
  web.submit('/allocations/:allocationId/ending', endCoWorker, {
    find: allocationOnRecord,
    done: (personId) => `/people/${personId}/allocations`,
    refused: (allocation, refusal, context) => afterEnding(allocation, context, refusal),
  });
}

async function unallocated(context: Context): Promise<Page> {
  const waiting = await unallocatedChildren(context.db);
  const persons = waiting.map(({ personId }) => personId);
  return {
    title: 'Children without a worker',
    place: 'my work',
    looked: { kind: 'allocation', persons },
    body: (
      <UnallocatedPage
        waiting={waiting}
        children={await personBriefs(context.db, persons)}
        today={context.today}
      />
    ),
  };
}

async function allocations(child: Person, context: Context, typed: Typed): Promise<Page> {
  const { db, today, viewer, profile, knownAt } = context;
  const mayAllocate = viewer.permissions.has('allocation: make') && knownAt === undefined;
  const [working, offered] = await Promise.all([
    workingWith(db, child.id),
    mayAllocate ? offeredFor(child.id, context) : [],
  ]);
  const [staff, loads] = await Promise.all([
    staffNamed(
      db,
      working.map(({ staffId }) => staffId),
    ),
    loadsOf(db, profile, offered),
  ]);
  return {
    title: `Who works with ${child.name}`,
    place: 'children',
    keys: mayAllocate ? KEYS_OF_FORM : [],
    body: (
      <AllocationsPage
        child={child}
        working={working}
        staff={staff}
        offered={offered}
        loads={loads}
        mayAllocate={mayAllocate}
        mayHandOver={viewer.permissions.has('handover: offer') && knownAt === undefined}
        today={today}
        {...typed}
      />
    ),
  };
}

async function afterEnding(allocation: Allocation, context: Context, refusal: Typed): Promise<Page> {
  const child = await personById(context.db, allocation.personId);
  return child === undefined ? unallocated(context) : allocations(child, context, refusal);
}
