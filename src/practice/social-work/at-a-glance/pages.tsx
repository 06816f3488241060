import type { VNode } from 'preact';
import { dayNarrow } from '../../../language/dates-in-words.ts';
import type { Day } from '../../../language/day.ts';
import { ButtonLink, Link } from '../../../platform/html/links.tsx';
import { Panel } from '../../../platform/html/panel.tsx';
import { Flag } from '../../../platform/html/tags.tsx';
import type { Context } from '../../../platform/web/context.ts';
import { CARE_PLACEMENTS } from '../../../profile/code-sets/care.ts';
import { labelOf } from '../../../profile/code-sets/code-set.ts';
import { RELATIONSHIPS } from '../../../profile/code-sets/relationships.ts';
import type { Statement } from '../../people/child-statement/index.ts';
import { CarePanel } from '../../people/childhood/index.ts';
import { namedWithAge } from '../../people/person/index.ts';
import type { Known } from '../identity-bar/index.ts';
import { type Coming, carersAmong, type LastSaid, type Relative, type Sighting } from './rules.ts';
import { SeenLine } from './seen.tsx';
import { WhatISay, WhatIsSaid } from './words.tsx';

type Shown = { known: Known; relatives: readonly Relative[]; context: Context };

/** The page of a child. What is read first stands first on a telephone too: words, worries, who looks after them. */
export function AtAGlancePage(
  props: Shown & {
    said: LastSaid | undefined;
    sightings: readonly Sighting[] | undefined;
    statements: readonly Statement[];
    rating: VNode | null;
    next: readonly Coming[];
  },
) {
  const { known, relatives, context, said, statements, sightings } = props;
  const may = mayDo(context);
  const isOpen = known.open.length > 0 || known.inCare !== undefined || known.onPlan !== undefined;
  return (
    <div class="c-glance">
      <div class="c-glance__first">
        <WhatISay
          person={known.person}
          said={said}
          statements={statements}
          today={context.today}
          mayRead={sightings !== undefined}
          mayVisit={may.visit && isOpen}
        />
        <WhatIsSaid person={known.person} statements={statements} today={context.today} may={may.say} />
      </div>
      <div class="c-glance__aside">
        <CarersPanel known={known} relatives={relatives} today={context.today} />
        <NextPanel next={props.next} today={context.today} />
        {sightings && (isOpen || sightings.length > 0) && (
          <SeenPanel {...props} sightings={sightings} mayRecord={may.visit && isOpen && said !== undefined} />
        )}
      </div>
      <div class="c-glance__more">
        <CarePanel person={known.person} today={context.today} {...known.care} may={may} />
        {isOpen && props.rating}
      </div>
    </div>
  );
}

/** As it was known before, nothing is begun, written down or ended. */
function mayDo({ viewer: { permissions }, knownAt }: Context) {
  const now = knownAt === undefined;
  return {
    care: now && permissions.has('period of care: record'),
    plan: now && permissions.has('protection plan: record'),
    visit: now && permissions.has('visit: record'),
    say: now && permissions.has('child statement: record'),
  };
}

/** The page of an adult: the family they belong to. What is on record of them stands behind the tabs. */
export function AdultPage({ known, relatives, context }: Shown) {
  return (
    <Panel title="Family" link={<Link href={`/people/${known.person.id}/details`}>Details</Link>}>
      <RelativesList
        relatives={relatives}
        today={context.today}
        none="Nobody of the family is on record yet."
      />
    </Panel>
  );
}

const MOST_CARERS = 4;

function CarersPanel(props: { known: Known; relatives: readonly Relative[]; today: Day }) {
  const { known, relatives, today } = props;
  const carers = carersAmong(relatives);
  const placed = known.care.periods.find(({ endedOn }) => endedOn === undefined);
  const others = relatives.length - Math.min(carers.length, MOST_CARERS);
  const all = others > 0 ? `The whole family, ${others} more` : 'Details';
  return (
    <Panel title="Who looks after me" link={<Link href={`/people/${known.person.id}/details`}>{all}</Link>}>
      {placed && (
        <p>
          <strong>{labelOf(CARE_PLACEMENTS, placed.placement)}</strong>,{' '}
          {placed.onIsland ? 'on the island' : 'off the island'}
        </p>
      )}
      <RelativesList
        relatives={carers.slice(0, MOST_CARERS)}
        today={today}
        none="Nobody who looks after them is on record yet."
      />
    </Panel>
  );
}

function RelativesList(props: { relatives: readonly Relative[]; today: Day; none: string }) {
  const { relatives, today, none } = props;
  if (relatives.length === 0) return <p class="c-small">{none}</p>;
  return (
    <ul class="c-lines">
      {relatives.map(({ kind, person, sameHousehold, hasParentalResponsibility }) => (
        <li key={`${person.id} ${kind}`}>
          <Link href={`/people/${person.id}`}>{namedWithAge(person, today)}</Link>
          <div class="c-small">
            {[
              labelOf(RELATIONSHIPS, kind),
              sameHousehold && 'same household',
              hasParentalResponsibility && 'parental responsibility',
            ]
              .filter(Boolean)
              .join(', ')}
          </div>
        </li>
      ))}
    </ul>
  );
}

function NextPanel({ next, today }: { next: readonly Coming[]; today: Day }) {
  return (
    <Panel title="What is next">
      {next.length === 0 ? (
        <p class="c-small">Nothing is due.</p>
      ) : (
        <ul class="c-lines">
          {next.map(({ on, what, note, href }) => (
            <li key={what} class="c-next">
              <span class="c-next__day">{dayNarrow(on, today)}</span>
              <span>
                <strong>{href ? <Link href={href}>{what}</Link> : what}</strong>{' '}
                {on < today && <Flag colour="red">Overdue</Flag>}
                {note && <span class="c-small c-next__note">{note}</span>}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

function SeenPanel(props: {
  known: Known;
  sightings: readonly Sighting[];
  context: Context;
  mayRecord: boolean;
}) {
  const { known, sightings, context, mayRecord } = props;
  return (
    <Panel title="When I was seen" link={<span class="c-small">12 weeks</span>}>
      <SeenLine sightings={sightings} today={context.today} />
      {mayRecord && (
        <ButtonLink href={`/people/${known.person.id}/visits/new`} kind="secondary" size="compact">
          Record a visit
        </ButtonLink>
      )}
    </Panel>
  );
}
