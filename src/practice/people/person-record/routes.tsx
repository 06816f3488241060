import type { Context, Page } from '../../../platform/web/context.ts';
import type { Web } from '../../../platform/web/web.tsx';
import { type Allocated, allocatedTo } from '../allocation/index.ts';
import { CarePanel, careOf, isChild, ratingPanelFor, VisitsPanel } from '../childhood/index.ts';
import { namedWithAge, type Person, personOnRecord } from '../person/index.ts';
import { OnRecordPage } from './pages.tsx';
import { ServicePanel } from './panels.tsx';
import { circumstancesOf } from './store.ts';

/** Hangs a person on their address. */
export function routes(web: Web): void {
  web.show('/people/:personId', { permission: 'person: read', find: personOnRecord, page: onRecordPage });
}

async function onRecordPage(person: Person, context: Context): Promise<Page> {
  const { db, today, viewer } = context;
  const [circumstances, allocated] = await Promise.all([
    circumstancesOf(db, person.id),
    allocatedTo(db, person.id),
  ]);
  const isOpen = circumstances.open.length > 0;
  const [care, rating] = await Promise.all([careOf(db, person.id), ratingPanelFor(person, isOpen, context)]);
  const shown = {
    person,
    today,
    ...circumstances,
    allocated,
    mayAdd: viewer.permissions.has('person: correct') && context.knownAt === undefined,
  };
  return {
    title: namedWithAge(person, today),
    place: 'children',
    body: (
      <OnRecordPage
        {...shown}
        rating={rating}
        care={<CarePanel person={person} today={today} {...care} may={mayRecord(context)} />}
        visits={<VisitsPanel person={person} context={context} />}
        service={serviceOf(person, allocated, context)}
      />
    ),
    looked: {
      kind: 'person',
      id: person.id,
      persons: [
        person.id,
        ...shown.relatives.map((one) => one.person.id),
        ...shown.household.map(({ id }) => id),
      ],
      fieldClasses: shown.addresses.some(({ guarded }) => guarded) ? ['guarded address'] : [],
    },
  };
}

/** Also of an adult with whom somebody works: whoever was a child when it was allocated. */
function serviceOf(person: Person, allocated: Allocated | undefined, { viewer, today }: Context) {
  if (!viewer.permissions.has('allocation: read')) return null;
  const ofAge = person.bornOn !== undefined && !isChild(person, today);
  return ofAge && allocated === undefined ? null : (
    <ServicePanel personId={person.id} allocated={allocated} />
  );
}

/** As it was known before, nothing is begun or ended. */
function mayRecord({ viewer: { permissions }, knownAt }: Context) {
  return {
    care: permissions.has('period of care: record') && knownAt === undefined,
    plan: permissions.has('protection plan: record') && knownAt === undefined,
  };
}
