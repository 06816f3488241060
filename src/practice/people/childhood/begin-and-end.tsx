import type { VNode } from 'preact';
import type { Action, Loader } from '../../../platform/action.ts';
import type { Context, Page, Refusal } from '../../../platform/web/context.ts';
import { typedOn } from '../../../platform/web/drafts.ts';
import type { Web } from '../../../platform/web/web.tsx';
import { dayOfLife, type Person, personById, personOnRecord } from '../person/index.ts';
import { FactOfChildPage } from './pages.tsx';
import type { FactOnRecord } from './rules.ts';

/** The words of one of the two pages, and what is asked on it. */
type Asked = { readonly title: string; readonly button: string; readonly questions: VNode };

/** A fact of a childhood whose beginning and end are each a page and an action of their own. */
export type BeginsAndEnds<NewOne, Ending> = {
  /** How it stands in an address: `periods-of-care`. */
  readonly path: string;
  /** The name of its number in an address: `periodOfCareId`. */
  readonly param: string;
  readonly find: Loader<FactOnRecord>;
  readonly begin: Action<NewOne, Person, unknown>;
  readonly end: Action<Ending, FactOnRecord, unknown>;
  readonly beginning: Asked & { readonly below: string };
  readonly ending: Asked;
};

/** Hangs the beginning and the end of such a fact on their addresses. */
export function beginningAndEnd<NewOne, Ending>(web: Web, fact: BeginsAndEnds<NewOne, Ending>): void {
  const { path, param, find, begin, end } = fact;
  const beginning = (child: Person, context: Context, refusal?: Refusal) =>
    beginningPage(fact, child, context, refusal);
  const ending = (one: FactOnRecord, context: Context, refusal?: Refusal) =>
    endingPage(fact, one, context, refusal);
  web.show(`/people/:personId/${path}/new`, {
    permission: begin.permission,
    find: personOnRecord,
    page: (child, context) => beginning(child, context),
  });
  web.submit(`/people/:personId/${path}`, begin, {
    find: personOnRecord,
    done: (_, child) => `/people/${child.id}`,
    refused: (child, refusal, context) => beginning(child, context, refusal),
  });
  web.show(`/${path}/:${param}/ending/new`, {
    permission: end.permission,
    find,
    page: (one, context) => ending(one, context),
  });
  web.submit(`/${path}/:${param}/ending`, end, {
    find,
    done: (_, one) => `/people/${one.personId}`,
    refused: (one, refusal, context) => ending(one, context, refusal),
  });
}

async function beginningPage<NewOne, Ending>(
  { path, begin, beginning: { title, below, button, questions } }: BeginsAndEnds<NewOne, Ending>,
  child: Person,
  context: Context,
  refusal: Refusal | undefined,
): Promise<Page> {
  const to = `/people/${child.id}/${path}`;
  const typed = await typedOn(context, begin.name, child.id, refusal);
  return {
    title: `${title}: ${child.name}`,
    place: 'children',
    body: (
      <FactOfChildPage child={child} title={title} below={below} to={to} button={button} {...typed}>
        {questions}
      </FactOfChildPage>
    ),
  };
}

async function endingPage<NewOne, Ending>(
  { path, end, ending: { title, button, questions } }: BeginsAndEnds<NewOne, Ending>,
  one: FactOnRecord,
  context: Context,
  refusal: Refusal | undefined,
): Promise<Page> {
  const child = await personById(context.db, one.personId);
  const name = child?.name ?? 'The child';
  return {
    title: `${title}: ${name}`,
    place: 'children',
    body: (
      <FactOfChildPage
        child={{ id: one.personId, name }}
        title={title}
        below={`It began on ${dayOfLife(one.beganOn)}. An end is not taken back.`}
        to={`/${path}/${one.id}/ending`}
        button={button}
        {...(await typedOn(context, end.name, one.id, refusal))}
      >
        {questions}
      </FactOfChildPage>
    ),
  };
}
