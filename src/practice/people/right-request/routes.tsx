import { noSubject } from '../../../platform/action.ts';
import type { Context, Page, Refusal } from '../../../platform/web/context.ts';
import type { Web } from '../../../platform/web/web.tsx';
import { isRole } from '../../../profile/roles.ts';
import { answer, mayAnswer } from './actions.ts';
import { RequestPage, RequestsPage } from './pages.tsx';
import { postsNow, type RightRequest, requestOnRecord, waitingRequests } from './store.ts';

/** Hangs what waits for a second person, and the answer, on their addresses. */
export function routes(web: Web): void {
  web.show('/right-requests', {
    permission: 'account: agree',
    find: noSubject,
    page: async (_, context) => ({
      title: 'Waiting for a second person',
      place: 'directory',
      body: <RequestsPage requests={await waitingRequests(context)} now={context.now} />,
    }),
  });
  web.show('/right-requests/:requestId', {
    permission: 'account: agree',
    find: requestOnRecord,
    page: (request, context) => one(request, context),
  });
  web.submit('/right-requests/:requestId/answers', answer, {
    find: requestOnRecord,
    done: (_, { id }) => `/right-requests/${id}`,
    refused: (request, refusal, context) => one(request, context, refusal),
  });
}

async function one(request: RightRequest, context: Context, refusal?: Refusal): Promise<Page> {
  const { today, now, profile } = context;
  const may = mayAnswer(request, context);
  const role = request.post?.role ?? '';
  return {
    title: `A second person: ${request.member.name}`,
    place: 'directory',
    body: (
      <RequestPage
        request={request}
        roleTitle={isRole(role) ? profile.roles[role].title : undefined}
        posts={await postsNow(context, request.member.id)}
        mayAnswer={may.ok}
        whyNot={may.ok ? undefined : may.problems[0]?.message}
        today={today}
        now={now}
        {...(refusal ?? { values: {}, problems: [] })}
      />
    ),
  };
}
