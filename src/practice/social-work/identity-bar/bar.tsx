import type { Day } from '../../../language/day.ts';
import type { Id } from '../../../language/id.ts';
import { IdentityBar } from '../../../platform/html/identity-bar.tsx';
import { Link } from '../../../platform/html/links.tsx';
import { RecordTabs } from '../../../platform/html/record-tabs.tsx';
import { Flag } from '../../../platform/html/tags.tsx';
import type { AboutPerson, Context } from '../../../platform/web/context.ts';
import type { Permission } from '../../../profile/permissions.ts';
import { isChild } from '../../people/childhood/index.ts';
import { alsoOnRecord } from '../../people/merge/index.ts';
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
  return async ({ personId, path, others }, context) => {
    if (!context.viewer.permissions.has('person: read')) return undefined;
    const [known, also] = await Promise.all([
      knownOf(context, personId),
      others.length === 0 ? [] : alsoOnRecord(context, personId),
    ]);
    if (known === undefined) return undefined;
    const shown = tabs.filter(
      (tab) =>
        context.viewer.permissions.has(tab.permission) &&
        (tab.ofChildren !== true || isChild(known.person, context.today) || known.open.length > 0),
    );
    return (
      <>
        <Bar known={known} also={also} context={context} isHeading={path === PERSON} />
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

type Also = Awaited<ReturnType<typeof alsoOnRecord>>;

/** Two records are one: nobody reads the page of one child without seeing that it is made of two. */
function AlsoOnRecord(props: { also: Also; personId: Id; mayOpen: boolean }) {
  const { also, personId, mayOpen } = props;
  return (
    <>
      {also.map(({ mergeId, other, isReviewed }) => (
        <span key={mergeId}>
          {' '}
          Also on record as{' '}
          {mayOpen ? (
            <Link href={`/people/${personId}/merges/${mergeId}`}>
              {other.name}, number {other.number}
            </Link>
          ) : (
            `${other.name}, number ${other.number}`
          )}
          {isReviewed ? '.' : ', not reviewed yet.'}
        </span>
      ))}
    </>
  );
}

function Bar(props: { known: Known; also: Also; context: Context; isHeading: boolean }) {
  const { known, also, context, isHeading } = props;
  const { person } = known;
  const { today } = context;
  return (
    <IdentityBar
      isHeading={isHeading}
      name={namedWithAge(person, today)}
      below={
        <>
          {belowName(person, today)}
          <AlsoOnRecord
            also={also}
            personId={person.id}
            mayOpen={context.viewer.permissions.has('merge: review')}
          />
        </>
      }
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
