import { ago, dayInWords } from '../../../language/dates-in-words.ts';
import { day } from '../../../language/day.ts';
import { noSubject } from '../../../platform/action.ts';
import type { Context, Page } from '../../../platform/web/context.ts';
import type { Web } from '../../../platform/web/web.tsx';
import { acknowledgeNotification, importNotifications, recordNotification } from './actions.ts';
import { BatchPage, NotificationPage, UnreadPage } from './pages.tsx';
import { receiptOfViewer, type Unread, unreadBy } from './store.ts';

/** Where the police tell, where a batch is sent, and where worker and manager read. */
export function routes(web: Web): void {
  web.show('/police-notifications/new', {
    permission: 'police notification: record',
    find: noSubject,
    page: (_, context) => onePage(context),
  });
  web.submit('/police-notifications', recordNotification, {
    find: noSubject,
    done: () => '/police-notifications/new?kept=yes',
    refused: (_, { values, problems }, context) => onePage(context, values, problems),
  });
  web.show('/police-notifications/batch', {
    permission: 'police notification: import',
    find: noSubject,
    page: (_, context) => batchPage(context),
  });
  web.submit('/police-notifications/batches', importNotifications, {
    find: noSubject,
    done: () => '/police-notifications/batch?kept=yes',
    refused: (_, { problems }, context) => batchPage(context, problems),
  });
  web.show('/police-notifications', {
    permission: 'police notification: acknowledge',
    find: noSubject,
    page: (_, context) => unreadPage(context),
  });
  web.submit('/police-notifications/receipts/:receiptId/acknowledgement', acknowledgeNotification, {
    find: receiptOfViewer,
    done: () => '/police-notifications',
    refused: (_, { problems }, context) => unreadPage(context, problems),
  });
}

function onePage(context: Context, values = {}, problems: Page['problems'] = []): Page {
  const mayImport = context.viewer.permissions.has('police notification: import');
  return {
    title: 'Police notification',
    place: 'my work',
    body: (
      <NotificationPage
        values={values}
        problems={problems}
        mayImport={mayImport}
        kept={context.query['kept'] === 'yes'}
      />
    ),
    problems,
  };
}

function batchPage(context: Context, problems: Page['problems'] = []): Page {
  return {
    title: 'Police notifications in a file',
    place: 'my work',
    body: <BatchPage problems={problems} kept={context.query['kept'] === 'yes'} />,
    problems,
  };
}

async function unreadPage(context: Context, problems: Page['problems'] = []): Promise<Page> {
  const unread = await unreadBy(context.db, context.by);
  const due = (told: Unread) =>
    `It happened on ${dayInWords(day(told.happenedOn), context.today)}; the police told us ${ago(told.toldAt, context.now)}.`;
  return {
    title: 'Police notifications',
    place: 'my work',
    body: <UnreadPage unread={unread} due={due} problems={problems} />,
    looked: {
      kind: 'police notification',
      persons: unread.flatMap(({ personId }) => (personId === undefined ? [] : [personId])),
    },
  };
}
