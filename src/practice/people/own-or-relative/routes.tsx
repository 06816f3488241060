import type { Loader, Subject } from '../../../platform/action.ts';
import type { Context, Page, Refusal } from '../../../platform/web/context.ts';
import { typedOn } from '../../../platform/web/drafts.ts';
import type { Web } from '../../../platform/web/web.tsx';
import { FactOfChildPage } from '../childhood/index.ts';
import { type Person, personById, personOnRecord } from '../person/index.ts';
import { staffAtWork } from '../staff/index.ts';
import { end, sayOfARecord, sayOfOneself } from './actions.ts';
import { EndingQuestions, OwnPage, RecordQuestions } from './pages.tsx';
import type { SaidOfRecord } from './rules.ts';
import { saidOfOneself, saidOnRecord } from './store.ts';

/** Whoever is signed in; about nobody, for the page does not say whether anybody is on record. */
const oneself: Loader<Subject> = {
  kind: 'own account',
  load: async ({ by }) => ({ id: by, persons: [] }),
};

/** Hangs saying whose own or relative's record something is on its addresses. */
export function routes(web: Web): void {
  const own = '/own-account/own-or-relatives';
  web.show(own, {
    permission: sayOfOneself.permission,
    find: oneself,
    page: (_, context) => ownPage(context),
  });
  web.submit(own, sayOfOneself, {
    find: oneself,
    done: () => own,
    refused: (_, refusal, context) => ownPage(context, refusal),
  });
  web.show('/people/:personId/own-or-relatives/new', {
    permission: 'person: read',
    find: personOnRecord,
    page: (person, context) => recordPage(person, context),
  });
  web.submit('/people/:personId/own-or-relatives', sayOfARecord, {
    find: personOnRecord,
    // Whoever said it of themselves finds nothing at the record from now on.
    done: ({ isOwn }, person) => (isOwn ? own : `/people/${person.id}/restrictions`),
    refused: (person, refusal, context) => recordPage(person, context, refusal),
  });
  web.show('/own-or-relatives/:saidId/ending/new', {
    permission: end.permission,
    find: saidOnRecord,
    page: (said, context) => endingPage(said, context),
  });
  web.submit('/own-or-relatives/:saidId/ending', end, {
    find: saidOnRecord,
    done: (_, said) => `/people/${said.personId}/restrictions`,
    refused: (said, refusal, context) => endingPage(said, context, refusal),
  });
}

async function ownPage(context: Context, refusal?: Refusal): Promise<Page> {
  const typed = await typedOn(context, sayOfOneself.name, context.by, refusal);
  return {
    title: 'People close to you',
    place: null,
    body: <OwnPage said={await saidOfOneself(context.db, context.by)} today={context.today} {...typed} />,
  };
}

async function recordPage(person: Person, context: Context, refusal?: Refusal): Promise<Page> {
  const { db, today, viewer, by } = context;
  const mayOfOthers = viewer.permissions.has('own or relative: say of somebody');
  const staff = mayOfOthers ? (await staffAtWork(db, today)).filter(({ id }) => id !== by) : undefined;
  const title = 'Own or relative';
  return {
    title: `${title}: ${person.name}`,
    place: 'children',
    body: (
      <FactOfChildPage
        child={person}
        title={title}
        below="Whoever you say it of finds nothing here from then on, whatever their role. Only a manager ends it."
        to={`/people/${person.id}/own-or-relatives`}
        button="Close it to them"
        {...(await typedOn(context, sayOfARecord.name, person.id, refusal))}
      >
        <RecordQuestions staff={staff} />
      </FactOfChildPage>
    ),
  };
}

async function endingPage(said: SaidOfRecord, context: Context, refusal?: Refusal): Promise<Page> {
  const name = (await personById(context.db, said.personId))?.name ?? 'The record';
  return {
    title: `It no longer holds: ${name}`,
    place: 'children',
    body: (
      <FactOfChildPage
        child={{ id: said.personId, name }}
        title="It no longer holds"
        to={`/own-or-relatives/${said.id}/ending`}
        button="End it"
        {...(await typedOn(context, end.name, said.id, refusal))}
      >
        <EndingQuestions said={said} />
      </FactOfChildPage>
    ),
  };
}
