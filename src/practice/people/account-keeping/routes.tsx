import type { ComponentChildren } from 'preact';
import type { Action } from '../../../platform/action.ts';
import type { Context, Page, Refusal } from '../../../platform/web/context.ts';
import { typedOn } from '../../../platform/web/drafts.ts';
import type { Web } from '../../../platform/web/web.tsx';
import { KeepingPage, type Member, memberOnRecord } from '../administration/index.ts';
import { askAnew, invite, signOut } from './actions.ts';
import { LostQuestions } from './pages.tsx';

type Words = {
  readonly title: string;
  readonly below: string;
  readonly button: string;
  readonly why: string;
  readonly warns?: boolean;
  readonly children?: ComponentChildren;
};

/** Hangs what is done to somebody's account on its addresses. Elements are made when a page is. */
export function routes(web: Web): void {
  hang(web, 'invitations', invite, () => ({
    title: 'Send a link to set a password',
    below:
      'It goes to their work email, works once, and nobody else sees the password. Their second step stays.',
    button: 'Send it',
    why: 'Why is it sent?',
  }));
  hang(web, 'session-endings', signOut, () => ({
    title: 'Sign them out everywhere',
    below: 'Their next press leads to signing in. What they had begun to type stays as a draft.',
    button: 'Sign them out now',
    why: 'Why?',
    warns: true,
  }));
  hang(web, 'second-step-requests', askAnew, () => ({
    title: 'Their second step was lost',
    below:
      'A second person has to agree. See them in person, or on a screen with their staff card, before you ask.',
    button: 'Ask a second person',
    why: 'What happened, and how did you make sure that it is them?',
    children: <LostQuestions />,
  }));
}

function hang<Answers>(
  web: Web,
  at: string,
  act: Action<Answers, Member, undefined>,
  words: () => Words,
): void {
  const page = async (member: Member, context: Context, refusal?: Refusal): Promise<Page> => {
    const { children, ...asked } = words();
    return {
      title: `${asked.title}: ${member.name}`,
      place: 'directory',
      body: (
        <KeepingPage
          {...asked}
          back={{ href: `/staff/${member.id}`, words: member.name }}
          to={`/staff/${member.id}/${at}`}
          {...(await typedOn(context, act.name, member.id, refusal))}
        >
          {children}
        </KeepingPage>
      ),
    };
  };
  web.show(`/staff/:staffId/${at}/new`, {
    permission: act.permission,
    find: memberOnRecord,
    page: (member, context) => page(member, context),
  });
  web.submit(`/staff/:staffId/${at}`, act, {
    find: memberOnRecord,
    done: (_, { id }) => `/staff/${id}`,
    refused: (member, refusal, context) => page(member, context, refusal),
  });
}
