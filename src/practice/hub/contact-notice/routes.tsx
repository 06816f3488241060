import { noSubject } from '../../../platform/action.ts';
import type { Context, Page } from '../../../platform/web/context.ts';
import type { Web } from '../../../platform/web/web.tsx';
import { acknowledgeNotice } from './actions.ts';
import { NoticesPage } from './pages.tsx';
import { noticeOfViewer, noticesFor } from './store.ts';

/** Where a worker or manager reads what was passed to them, and says so. */
export function routes(web: Web): void {
  web.show('/contact-notices', {
    permission: 'contact notice: acknowledge',
    find: noSubject,
    page: (_, context) => noticesPage(context),
  });
  web.submit('/contact-notices/:noticeId/acknowledgement', acknowledgeNotice, {
    find: noticeOfViewer,
    done: () => '/contact-notices',
    refused: (_, { problems }, context) => noticesPage(context, problems),
  });
}

async function noticesPage(context: Context, problems: Page['problems'] = []): Promise<Page> {
  const waiting = await noticesFor(context.db, context.by);
  return {
    title: 'Contacts passed to you',
    place: 'my work',
    body: <NoticesPage waiting={waiting} now={context.now} problems={problems} />,
    looked: {
      kind: 'contact notice',
      persons: waiting.flatMap(({ personId }) => personId ?? []),
    },
  };
}
