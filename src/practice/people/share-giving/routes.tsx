import { dayInWords, timeInWords } from '../../../language/dates-in-words.ts';
import { dayOf } from '../../../language/day.ts';
import { ErrorSummary } from '../../../platform/html/error-summary.tsx';
import { ButtonLink, Link } from '../../../platform/html/links.tsx';
import { SummaryList } from '../../../platform/html/lists.tsx';
import { PageHead, Panel, WithAside } from '../../../platform/html/panel.tsx';
import type { Context, Page, Refusal } from '../../../platform/web/context.ts';
import { typedOn } from '../../../platform/web/drafts.ts';
import type { Web } from '../../../platform/web/web.tsx';
import { FactOfChildPage } from '../childhood/index.ts';
import { type Person, personById, personOnRecord } from '../person/index.ts';
import { holds, restrictionsOf } from '../restriction/index.ts';
import {
  EndedShares,
  GroundLines,
  looksAtShares,
  MessagesPanel,
  messagesOf,
  OpenShares,
  readersToShareWith,
  type Share,
  ShareLines,
  shareOnRecord,
  sharesOf,
  standingOf,
} from '../share/index.ts';
import { ConsentsPanel, consentInWords, consentsOf, consentsThatStand } from '../sharing-consent/index.ts';
import { staffNamed } from '../staff/index.ts';
import { end, give } from './actions.ts';
import { EndPanel, SharingQuestions } from './forms.tsx';

/** Hangs the sharing log of a record, giving and ending on their addresses. */
export function routes(web: Web): void {
  const of = '/people/:personId/shares';
  web.show(of, { permission: 'share: read', find: personOnRecord, page: logPage });
  web.show(`${of}/new`, { permission: give.permission, find: personOnRecord, page: (one, context) => giving(one, context) });
  web.submit(of, give, {
    find: personOnRecord,
    done: (id) => `/shares/${id}`,
    refused: (person, refusal, context) => giving(person, context, refusal),
  });
  web.show('/shares/:shareId', { permission: 'share: read', find: shareOnRecord, page: (one, context) => sharePage(one, context) });
  web.submit('/shares/:shareId/ending', end, {
    find: shareOnRecord,
    done: (_, share) => `/people/${share.personId}/shares`,
    refused: (share, refusal, context) => sharePage(share, context, refusal),
  });
} // biome-ignore format: an address reads in one line

async function shownOf({ db, now, today }: Context, shares: readonly Share[]) {
  const ids = shares.map(({ id }) => id);
  const [looks, messages] = await Promise.all([looksAtShares(db, ids), messagesOf(db, ids)]);
  const names = await staffNamed(db, [
    ...shares.flatMap((one) => [one.staffId, one.sharedBy, one.endedBy]),
    ...looks.map(({ staffId }) => staffId),
    ...messages.map(({ writtenBy }) => writtenBy),
  ]);
  return { looks, messages, names, now, today };
}

async function logPage(person: Person, context: Context): Promise<Page> {
  const { db, viewer, knownAt } = context;
  const may = (permission: 'share: give' | 'sharing consent: record') =>
    viewer.permissions.has(permission) && knownAt === undefined;
  const [shares, consents, walls] = await Promise.all([
    sharesOf(db, person.id),
    consentsOf(db, person.id),
    restrictionsOf(db, person.id),
  ]);
  const shown = await shownOf(context, shares);
  const heard = await staffNamed(
    db,
    consents.flatMap((one) => [one.heardBy, one.withdrawnBy]),
  );
  return {
    title: `Sharing of ${person.name}`,
    place: 'children',
    body: (
      <>
        <PageHead
          title="Sharing"
          below="What partner agencies read of this record, for what and until when"
          actions={
            may('share: give') ? (
              <ButtonLink href={`/people/${person.id}/shares/new`}>Share with an agency</ButtonLink>
            ) : undefined
          }
        />
        <WithAside
          aside={
            <ConsentsPanel
              personId={person.id}
              consents={consents}
              names={heard}
              today={context.today}
              mayAdd={may('sharing consent: record')}
            />
          }
        >
          <OpenShares shares={shares} isWalled={walls.some(holds)} {...shown} />
          <MessagesPanel {...shown} />
          <EndedShares shares={shares} {...shown} />
        </WithAside>
      </>
    ),
  };
}

async function giving(person: Person, context: Context, refusal?: Refusal): Promise<Page> {
  const { db, today, viewer } = context;
  const [readers, consents] = await Promise.all([
    readersToShareWith(db, today),
    consentsThatStand(db, person.id),
  ]);
  return {
    title: `Share with an agency: ${person.name}`,
    place: 'children',
    body: (
      <FactOfChildPage
        child={person}
        title="Share with an agency"
        below="They read it on their own page while it lasts, and each look is written down."
        to={`/people/${person.id}/shares`}
        button="Share this"
        {...(await typedOn(context, give.name, person.id, refusal))}
      >
        <SharingQuestions
          personId={person.id}
          readers={readers}
          fieldClasses={viewer.fieldClasses}
          consents={consents.map((one) => ({ id: one.id, inWords: consentInWords(one) }))}
        />
      </FactOfChildPage>
    ),
  };
}

async function sharePage(share: Share, context: Context, refusal?: Refusal): Promise<Page> {
  const { db, viewer, now } = context;
  const [person, consents, shown] = await Promise.all([
    personById(db, share.personId),
    consentsOf(db, share.personId),
    shownOf(context, [share]),
  ]);
  const consent = consents.find(({ id }) => id === share.ground?.consentId);
  const typed = refusal ?? { values: {}, problems: [] };
  const mayEnd = viewer.permissions.has('share: end') && standingOf(share, now) === 'stands';
  return {
    title: `Shared with ${share.agencyTitle}: ${person?.name ?? 'the record'}`,
    place: 'children',
    body: (
      <>
        <PageHead
          title={`Shared with ${share.agencyTitle}`}
          above={<Link href={`/people/${share.personId}/shares`}>Sharing</Link>}
        />
        <ErrorSummary problems={typed.problems} />
        <WithAside
          aside={
            <>
              {mayEnd && <EndPanel share={share} {...typed} />}
              <LooksPanel {...shown} />
            </>
          }
        >
          <Panel title="What is shared">
            <SummaryList plain lines={ShareLines(share, shown)} />
          </Panel>
          <Panel title="Why it may be shared">
            <SummaryList
              plain
              lines={GroundLines(
                share,
                consent && { inWords: consentInWords(consent), href: `/sharing-consents/${consent.id}` },
              )}
            />
            <p class="c-small">They do not read this part.</p>
          </Panel>
          <MessagesPanel {...shown} />
        </WithAside>
      </>
    ),
  };
}

function LooksPanel({ looks, names, today }: Awaited<ReturnType<typeof shownOf>>) {
  return (
    <Panel title="Who looked">
      {looks.length === 0 ? (
        <p class="c-small">Nobody has opened it yet.</p>
      ) : (
        <ul class="c-plain-list">
          {looks.map((one) => (
            <li key={one.staffId}>
              <strong>{names.get(one.staffId) ?? 'Somebody of an agency'}</strong>,{' '}
              {one.looks === 1 ? 'once' : `${one.looks} times`}
              <span class="c-small">
                , last {dayInWords(dayOf(one.lastAt), today)}, {timeInWords(one.lastAt)}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
