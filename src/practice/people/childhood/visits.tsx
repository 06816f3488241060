import { ageOn } from '../../../language/age.ts';
import type { Day } from '../../../language/day.ts';
import { ButtonLink, Link } from '../../../platform/html/links.tsx';
import { Panel } from '../../../platform/html/panel.tsx';
import type { Context } from '../../../platform/web/context.ts';
import type { Person } from '../person/index.ts';

const GROWN_UP = 18;

/** The way to the visits to a child, and to writing one down; nothing for an adult, or for who may read none. */
export function VisitsPanel(props: {
  person: Person;
  context: Pick<Context, 'viewer' | 'today' | 'knownAt'>;
}) {
  const { person, context } = props;
  const { permissions } = context.viewer;
  if (!permissions.has('visit: read') || !isChild(person, context.today)) return null;
  const at = `/people/${person.id}/visits`;
  return (
    <Panel title="Visits" link={<Link href={at}>All visits, and when the next is due</Link>}>
      {permissions.has('visit: record') && context.knownAt === undefined && (
        <ButtonLink href={`${at}/new`} kind="secondary" size="compact">
          Record a visit
        </ButtonLink>
      )}
    </Panel>
  );
}

/** Whether somebody is a child on a day, or expected. Of whom neither birth nor due day is known, it is not said. */
export function isChild({ bornOn, dueOn }: Pick<Person, 'bornOn' | 'dueOn'>, today: Day): boolean {
  return bornOn === undefined ? dueOn !== undefined : ageOn(bornOn, today) < GROWN_UP;
}
