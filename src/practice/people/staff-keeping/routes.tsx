import { noSubject, type Subject } from '../../../platform/action.ts';
import { pageAsked } from '../../../platform/html/paging.tsx';
import type { Context, Page, Refusal } from '../../../platform/web/context.ts';
import { typedOn } from '../../../platform/web/drafts.ts';
import type { Web } from '../../../platform/web/web.tsx';
import { isRole } from '../../../profile/roles.ts';
import { AccountPanel, accountShown } from '../account-keeping/index.ts';
import {
  accountOf,
  doneTo,
  holdingsOf,
  KeepingPage,
  type Member,
  memberOnRecord,
} from '../administration/index.ts';
import { agencies } from '../agency/index.ts';
import { childrenLeftWith, LeavingPanel } from '../leaving/index.ts';
import { WaitingPanel, waitingRequests } from '../right-request/index.ts';
import { add } from './actions.ts';
import { MemberPage } from './member-page.tsx';
import { NewcomerQuestions, StaffPage } from './pages.tsx';
import { SHOWN, staffFound } from './store.ts';

const ON_A_PAGE = 50;

/** Hangs the list of staff, and the page of each of them, on their addresses. */
export function routes(web: Web): void {
  web.show('/staff', { permission: 'account: manage', find: noSubject, page: (_, context) => list(context) });
  web.show('/staff/new', {
    permission: add.permission,
    find: noSubject,
    page: (nobody, context) => adding(nobody, context),
  });
  web.submit('/staff', add, {
    find: noSubject,
    done: (id) => `/staff/${id}`,
    refused: (nobody, refusal, context) => adding(nobody, context, refusal),
  });
  web.show('/staff/:staffId', {
    permission: 'account: manage',
    find: memberOnRecord,
    page: (member, context) => one(member, context),
  });
}

async function list(context: Context): Promise<Page> {
  const { query, today } = context;
  const words = typeof query['q'] === 'string' ? query['q'].trim().slice(0, 100) : '';
  const shown = SHOWN.find(({ code }) => code === query['show'])?.code ?? 'here';
  const asked = (total: number) => pageAsked(query['page'], ON_A_PAGE, total);
  const [found, waiting] = await Promise.all([
    staffFound(context, { words, shown, size: ON_A_PAGE, page: (total) => asked(total).page }),
    waitingRequests(context),
  ]);
  return {
    title: 'Staff and accounts',
    place: 'directory',
    body: (
      <StaffPage
        lines={found.lines}
        paged={asked(found.total)}
        words={words}
        shown={shown}
        today={today}
        waiting={waiting.length}
      />
    ),
  };
}

async function adding(nobody: Subject, context: Context, refusal?: Refusal): Promise<Page> {
  const [known, typed] = await Promise.all([
    agencies(context.db),
    typedOn(context, add.name, nobody.id, refusal),
  ]);
  return {
    title: 'Add somebody',
    place: 'directory',
    body: (
      <KeepingPage
        title="Add somebody"
        below="Next you give them a post, and send them an invitation. They choose their own password."
        back={{ href: '/staff', words: 'Staff and accounts' }}
        to="/staff"
        button="Add them"
        why="Why do they need an account?"
        {...typed}
      >
        <NewcomerQuestions
          agencies={known.filter(({ endedOn }) => endedOn === undefined || endedOn >= context.today)}
        />
      </KeepingPage>
    ),
  };
}

async function one(member: Member, context: Context): Promise<Page> {
  const { db, today, profile, by } = context;
  const [holdings, done, account, left, waiting] = await Promise.all([
    holdingsOf(db, [member.id]),
    doneTo(context, { staffId: member.id }),
    accountOf(context, member.id),
    childrenLeftWith(db, member.id),
    waitingRequests(context, member.id),
  ]);
  const isOwn = member.id === by;
  return {
    title: member.name,
    place: 'directory',
    body: (
      <MemberPage
        member={member}
        holdings={holdings}
        done={done}
        today={today}
        isOwn={isOwn}
        roleTitleOf={(role) => (isRole(role) ? profile.roles[role].title : role)}
        waiting={waiting.length > 0 && <WaitingPanel requests={waiting} />}
        leaving={<LeavingPanel member={member} left={left} isOwn={isOwn} />}
        account={<AccountPanel {...(await accountShown(context, member, account))} isOwn={isOwn} />}
      />
    ),
  };
}
