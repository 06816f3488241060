import type { Context, Page, Refusal } from '../../../platform/web/context.ts';
import { draftOf } from '../../../platform/web/drafts.ts';
import type { Web } from '../../../platform/web/web.tsx';
import { FactOfChildPage } from '../childhood/index.ts';
import { type Person, personById, personOnRecord } from '../person/index.ts';
import { end, record } from './actions.ts';
import { StatementQuestions, StatementsPage } from './pages.tsx';
import type { Statement } from './rules.ts';
import { statementOnRecord, statementsOf } from './store.ts';

/** Hangs what is said of a child on its addresses. */
export function routes(web: Web): void {
  const at = '/people/:personId/statements';
  web.show(at, { permission: 'person: read', find: personOnRecord, page: (child, context) => all(child, context) });
  web.show(`${at}/new`, { permission: record.permission, find: personOnRecord, page: (child, context) => one(child, context) });
  web.submit(at, record, {
    find: personOnRecord,
    done: (_, child) => `/people/${child.id}`,
    refused: (child, refusal, context) => one(child, context, refusal),
  });
  web.submit(`${at}/:statementId/ending`, end, {
    find: statementOnRecord,
    done: (_, { personId }) => `/people/${personId}/statements`,
    refused: (statement, refusal, context) => ofChild(statement, context, refusal),
  });
} // biome-ignore format: an address reads in one line

async function all(child: Person, context: Context, refusal?: Refusal): Promise<Page> {
  return {
    title: `What is said of ${child.name}`,
    place: 'children',
    body: (
      <StatementsPage
        child={child}
        statements={await statementsOf(context.db, child.id)}
        today={context.today}
        mayRecord={context.viewer.permissions.has('child statement: record') && context.knownAt === undefined}
        problems={refusal?.problems ?? []}
      />
    ),
  };
}

/** Who finds the statement sees its child, so it is there. */
async function ofChild({ personId }: Statement, context: Context, refusal: Refusal): Promise<Page> {
  const child = await personById(context.db, personId);
  if (child === undefined) throw new Error('a statement is seen with its child');
  return all(child, context, refusal);
}

async function one(child: Person, context: Context, refusal?: Refusal): Promise<Page> {
  const draft = await draftOf(context, record.name, child.id);
  const title = 'Write down how they are';
  return {
    title: `${title}: ${child.name}`,
    place: 'children',
    body: (
      <FactOfChildPage
        child={child}
        title={title}
        below="It carries your name and today’s date, and stands first on the page about the child."
        to={`/people/${child.id}/statements`}
        button="Keep this"
        values={refusal?.values ?? draft?.answers ?? {}}
        problems={refusal?.problems ?? []}
        draft={{
          url: `/drafts/${encodeURIComponent(record.name)}/${child.id}`,
          version: draft?.version ?? 0,
        }}
      >
        <StatementQuestions />
      </FactOfChildPage>
    ),
  };
}
