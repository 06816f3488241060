import type { Context, Page, Refusal } from '../../../platform/web/context.ts';
import { typedOn } from '../../../platform/web/drafts.ts';
import type { Web } from '../../../platform/web/web.tsx';
import { KeepingPage, type Member, memberOnRecord } from '../administration/index.ts';
import { letBack, putOut } from './actions.ts';
import { LeavingQuestions } from './pages.tsx';
import { childrenLeftWith } from './store.ts';

/** Hangs leaving and coming back on their addresses. */
export function routes(web: Web): void {
  const done = (_: undefined, { id }: Member) => `/staff/${id}`;
  web.show('/staff/:staffId/leaving/new', {
    permission: putOut.permission,
    find: memberOnRecord,
    page: (member, context) => leaving(member, context),
  });
  web.submit('/staff/:staffId/leaving', putOut, {
    find: memberOnRecord,
    done,
    refused: (member, refusal, context) => leaving(member, context, refusal),
  });
  web.show('/staff/:staffId/return/new', {
    permission: letBack.permission,
    find: memberOnRecord,
    page: (member, context) => returning(member, context),
  });
  web.submit('/staff/:staffId/return', letBack, {
    find: memberOnRecord,
    done,
    refused: (member, refusal, context) => returning(member, context, refusal),
  });
}

async function leaving(member: Member, context: Context, refusal?: Refusal): Promise<Page> {
  const [left, typed] = await Promise.all([
    childrenLeftWith(context.db, member.id),
    typedOn(context, putOut.name, member.id, refusal),
  ]);
  return {
    title: `${member.name} leaves`,
    place: 'directory',
    body: (
      <KeepingPage
        title={`${member.name} leaves`}
        below="What they recorded stays under their name, and what they had begun to type stays with their account."
        back={{ href: `/staff/${member.id}`, words: member.name }}
        to={`/staff/${member.id}/leaving`}
        button="Put them out now"
        warns
        why="Why, and who said so?"
        {...typed}
      >
        <LeavingQuestions left={left} />
      </KeepingPage>
    ),
  };
}

async function returning(member: Member, context: Context, refusal?: Refusal): Promise<Page> {
  return {
    title: `${member.name} comes back`,
    place: 'directory',
    body: (
      <KeepingPage
        title={`${member.name} comes back`}
        below="They sign in as before, with the same second step. They may do nothing until you give them a post."
        back={{ href: `/staff/${member.id}`, words: member.name }}
        to={`/staff/${member.id}/return`}
        button="Open their account again"
        why="Why, and who said so?"
        {...(await typedOn(context, letBack.name, member.id, refusal))}
      />
    ),
  };
}
