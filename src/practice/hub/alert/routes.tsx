import type { VNode } from 'preact';
import type { Problem } from '../../../language/outcome.ts';
import { noSubject } from '../../../platform/action.ts';
import type { Context, Page } from '../../../platform/web/context.ts';
import type { Web } from '../../../platform/web/web.tsx';
import { acknowledgeAlert } from './actions.ts';
import { AlertBand, AlertsPage } from './pages.tsx';
import { alertOnRecord, openAlerts } from './store.ts';

/** Hangs the alerts on their addresses. */
export function routes(web: Web): void {
  web.show('/alerts', {
    permission: 'board: read',
    find: noSubject,
    page: (_, context) => alertsPage(context, []),
  });
  web.submit('/alerts/:alertId/acknowledgement', acknowledgeAlert, {
    find: alertOnRecord,
    done: ({ contactId }) => `/contacts/${contactId}`,
    refused: (_, { problems }, context) => alertsPage(context, problems),
  });
}

async function alertsPage(context: Context, problems: readonly Problem[]): Promise<Page> {
  const alerts = await openAlerts(context.db);
  return {
    title: 'Somebody must look now',
    place: 'hub',
    body: <AlertsPage alerts={alerts} problems={problems} {...shownTo(context)} />,
    looked: { kind: 'alert', persons: alerts.flatMap((alert) => alert.persons) },
  };
}

/** The band of open alerts for a page of the hub; nothing while none is open, and none on a page as known before. */
export async function alertBand(context: Context): Promise<VNode | undefined> {
  if (context.knownAt !== undefined) return undefined;
  const alerts = await openAlerts(context.db);
  return alerts.length === 0 ? undefined : <AlertBand alerts={alerts} {...shownTo(context)} />;
}

function shownTo({ viewer, now, profile }: Context) {
  return {
    mayAcknowledge: viewer.permissions.has('red contact: acknowledge'),
    now,
    zone: profile.calendar.zone,
  };
}
