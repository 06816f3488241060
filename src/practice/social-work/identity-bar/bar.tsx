import type { Day } from '../../../language/day.ts';
import type { Id } from '../../../language/id.ts';
import { IdentityBar } from '../../../platform/html/identity-bar.tsx';
import { Link } from '../../../platform/html/links.tsx';
import { RecordTabs } from '../../../platform/html/record-tabs.tsx';
import { Flag } from '../../../platform/html/tags.tsx';
import type { AboutPerson, Context } from '../../../platform/web/context.ts';
import type { Permission } from '../../../profile/permissions.ts';
import { isChild } from '../../people/childhood/index.ts';
import { dayOfLife, namedWithAge } from '../../people/person/index.ts';
import { type Known, knownOf } from './reading.ts';
import { type Alert, alertsOf, belowName, linesOf } from './rules.ts';

/** A tab of every record. Its page is `/people/<id>` and `path`; the pages that begin with one of `with` belong to it too. */
export type RecordTab = {
  readonly words: string;
  readonly path: '' | `/${string}`;
  readonly permission: Permission;
  readonly with?: readonly string[] | undefined;
  readonly ofChildren?: boolean | undefined;
};

/** Makes the bar that stands above every page about one person, with these tabs below it. */
export function identityBar(tabs: readonly RecordTab[]): AboutPerson {
  return async ({ personId, path }, context) => {
    if (!context.viewer.permissions.has('person: read')) return undefined;
    const known = await knownOf(context, personId);
    if (known === undefined) return undefined;
    const shown = tabs.filter(
      (tab) =>
        context.viewer.permissions.has(tab.permission) &&
        (tab.ofChildren !== true || isChild(known.person, context.today) || known.open.length > 0),
    );
    return (
      <>
        <Bar known={known} context={context} isHeading={path === PERSON} />
        <RecordTabs tabs={tabsOf(shown, personId, path, context)} />
      </>
    );
  };
}

const PERSON = '/people/:personId';

function tabsOf(tabs: readonly RecordTab[], personId: Id, path: string, { knownAt }: Context) {
  const known = knownAt === undefined ? '' : `?known=${encodeURIComponent(knownAt.toISOString())}`;
  const current = tabs.filter((tab) => beginsWith(tab, path)).at(-1);
  return tabs.map((tab) => ({
    words: tab.words,
    href: `/people/${personId}${tab.path}${known}`,
    isCurrent: tab === current,
  }));
}

/** The first tab is the record itself, and every page of it that no other tab has. */
function beginsWith(tab: RecordTab, path: string): boolean {
  return [`${PERSON}${tab.path}`, ...(tab.with ?? [])].some(
    (start) => path === start || path.startsWith(`${start}/`),
  );
}

function Bar({ known, context, isHeading }: { known: Known; context: Context; isHeading: boolean }) {
  const { person } = known;
  const { today } = context;
  return (
    <IdentityBar
      isHeading={isHeading}
      name={namedWithAge(person, today)}
      below={belowName(person, today)}
      facts={linesOf(known, today).map(({ label, value, note, isOverdue }) => ({
        label,
        value: isOverdue ? <Flag colour="red">{value}</Flag> : value,
        note,
      }))}
      alerts={alertsOf(known).map((alert) => ({
        words: alert.words,
        more: <MoreOf alert={alert} personId={person.id} today={today} />,
      }))}
    />
  );
}

function MoreOf({ alert, personId, today }: { alert: Alert; personId: Id; today: Day }) {
  const { reviewOn, contactId, at = '/details' } = alert;
  const where = contactId === undefined ? `/people/${personId}${at}` : `/contacts/${contactId}`;
  return (
    <>
      {reviewOn && (
        <span class="c-small">
          {reviewOn < today ? 'Review was due' : 'Review by'} {dayOfLife(reviewOn)}
        </span>
      )}
      <Link href={where} about={`of: ${alert.words}`}>
        Details
      </Link>
    </>
  );
}
