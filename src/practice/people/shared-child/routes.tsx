import { noSubject } from '../../../platform/action.ts';
import type { Context, Page, Refusal } from '../../../platform/web/context.ts';
import { typedOn } from '../../../platform/web/drafts.ts';
import type { Web } from '../../../platform/web/web.tsx';
import { SHARED_PARTS } from '../../../profile/code-sets/sharing.ts';
import { namedWithAge } from '../person/index.ts';
import { tell } from './actions.ts';
import { SharedChildPage, SharedChildrenPage } from './pages.tsx';
import type { SharedChild } from './rules.ts';
import { messagesThrough, sharedFacts, sharedWithAgency, sharedWithViewer } from './store.ts';

/** Hangs what is shared with a partner agency on its addresses. */
export function routes(web: Web): void {
  web.show('/shared-children', {
    permission: 'shared child: read',
    find: noSubject,
    page: (_, context) => listPage(context),
  });
  web.show('/shared-children/:shareId', {
    permission: 'shared child: read',
    find: sharedWithAgency,
    page: (child, context) => childPage(child, context),
  });
  web.submit('/shared-children/:shareId/messages', tell, {
    find: sharedWithAgency,
    done: (_, child) => `/shared-children/${child.id}`,
    refused: (child, refusal, context) => childPage(child, context, refusal),
  });
}

async function listPage(context: Context): Promise<Page> {
  const children = await sharedWithViewer(context);
  return {
    title: 'Children shared with you',
    place: 'my work',
    body: <SharedChildrenPage children={children} today={context.today} />,
    looked: { kind: 'shared children', persons: [...new Set(children.flatMap(({ persons }) => persons))] },
  };
}

async function childPage(child: SharedChild, context: Context, refusal?: Refusal): Promise<Page> {
  const { db, today } = context;
  const [facts, messages, typed] = await Promise.all([
    sharedFacts(db, child.id),
    messagesThrough(db, child.id),
    typedOn(context, tell.name, child.id, refusal),
  ]);
  return {
    title: namedWithAge(child, today),
    place: 'my work',
    body: <SharedChildPage child={child} facts={facts} messages={messages} today={today} {...typed} />,
    looked: { kind: 'shared child', id: child.id, persons: child.persons, fieldClasses: classesOf(child) },
  };
}

/** Parts of a class of their own are named in the audit. */
function classesOf({ parts }: SharedChild): readonly string[] {
  const classes = SHARED_PARTS.codes
    .filter(({ code }) => parts.includes(code))
    .map(({ fieldClass }) => fieldClass);
  return [...new Set(classes)].filter((fieldClass) => fieldClass !== 'ordinary');
}
