import { ErrorSummary } from '../../../platform/html/error-summary.tsx';
import { ButtonLink, Link } from '../../../platform/html/links.tsx';
import { PageHead, WithAside } from '../../../platform/html/panel.tsx';
import type { Context, Page, Refusal } from '../../../platform/web/context.ts';
import { typedOn } from '../../../platform/web/drafts.ts';
import type { Web } from '../../../platform/web/web.tsx';
import { FactOfChildPage } from '../childhood/index.ts';
import { type Person, personById, personOnRecord } from '../person/index.ts';
import { staffNamed } from '../staff/index.ts';
import { end, put, review } from './actions.ts';
import { AlertPanel, AlertQuestions, AlertsPanels, LookAgainPanels } from './pages.tsx';
import type { RecordAlert } from './rules.ts';
import { alertOnRecord, alertsOf, reviewsOf } from './store.ts';

/** Hangs the alerts of a record on their addresses. */
export function routes(web: Web): void {
  const of = '/people/:personId/record-alerts';
  const one = '/record-alerts/:recordAlertId';
  web.show(of, { permission: 'person: read', find: personOnRecord, page: alertsPage });
  web.show(`${of}/new`, {
    permission: put.permission,
    find: personOnRecord,
    page: (person, context) => putting(person, context),
  });
  web.submit(of, put, {
    find: personOnRecord,
    done: (_, person) => `/people/${person.id}/record-alerts`,
    refused: (person, refusal, context) => putting(person, context, refusal),
  });
  web.show(one, {
    permission: 'person: read',
    find: alertOnRecord,
    page: (alert, context) => alertPage(alert, context),
  });
  const lookedAt = {
    find: alertOnRecord,
    done: (_: undefined, alert: RecordAlert) => `/people/${alert.personId}/record-alerts`,
    refused: (alert: RecordAlert, refusal: Refusal, context: Context) => alertPage(alert, context, refusal),
  };
  web.submit(`${one}/reviews`, review, lookedAt);
  web.submit(`${one}/ending`, end, lookedAt);
}

async function alertsPage(person: Person, { db, viewer, today }: Context): Promise<Page> {
  const alerts = await alertsOf(db, person.id);
  const names = await staffNamed(
    db,
    alerts.map(({ putBy }) => putBy),
  );
  return {
    title: `Alerts: ${person.name}`,
    place: 'children',
    body: (
      <>
        <PageHead
          title="Alerts"
          above={<Link href={`/people/${person.id}/details`}>Details</Link>}
          below="What nobody who meets them may overlook, until somebody who looked at it again lets it end"
          actions={
            viewer.permissions.has('record alert: put up') && (
              <ButtonLink href={`/people/${person.id}/record-alerts/new`} size="compact">
                Put up an alert
              </ButtonLink>
            )
          }
        />
        <AlertsPanels alerts={alerts} names={names} today={today} />
      </>
    ),
  };
}

async function putting(person: Person, context: Context, refusal?: Refusal): Promise<Page> {
  return {
    title: `Put up an alert: ${person.name}`,
    place: 'children',
    body: (
      <FactOfChildPage
        child={person}
        title="Put up an alert"
        below="Everybody who opens the record reads it, and the person may ask to read it too."
        to={`/people/${person.id}/record-alerts`}
        button="Put it up"
        {...(await typedOn(context, put.name, person.id, refusal))}
      >
        <AlertQuestions />
      </FactOfChildPage>
    ),
  };
}

async function alertPage(alert: RecordAlert, context: Context, refusal?: Refusal): Promise<Page> {
  const { db, viewer, today } = context;
  const [person, reviews] = await Promise.all([personById(db, alert.personId), reviewsOf(db, alert.id)]);
  const names = await staffNamed(db, [
    alert.putBy,
    alert.endedBy,
    ...reviews.map(({ reviewedBy }) => reviewedBy),
  ]);
  const typed = refusal ?? { values: {}, problems: [] };
  const mayReview = viewer.permissions.has('record alert: review') && alert.endedAt === undefined;
  return {
    title: `Alert: ${person?.name ?? 'the record'}`,
    place: 'children',
    body: (
      <>
        <PageHead
          title="Alert"
          above={<Link href={`/people/${alert.personId}/record-alerts`}>Alerts</Link>}
        />
        <ErrorSummary problems={typed.problems} />
        <WithAside aside={mayReview && <LookAgainPanels alert={alert} {...typed} />}>
          <AlertPanel alert={alert} reviews={reviews} names={names} today={today} />
        </WithAside>
      </>
    ),
  };
}
