import type { ComponentType } from 'preact';
import type { Action } from '../../../platform/action.ts';
import type { Context, Page } from '../../../platform/web/context.ts';
import { draftOf } from '../../../platform/web/drafts.ts';
import type { Web } from '../../../platform/web/web.tsx';
import { type Person, personOnRecord } from '../person/index.ts';
import { addAddressTo, addAttendanceTo, addContactDetailsTo, addNameTo, saySafeContact } from './actions.ts';
import {
  AddressQuestions,
  AttendanceQuestions,
  ContactDetailsQuestions,
  FactPage,
  NameQuestions,
  SafeContactQuestions,
  type Typed,
} from './pages.tsx';

/** A kind of fact: the noun in its address, what its page is called, and its questions. */
type Fact = { readonly path: string; readonly title: string; readonly Questions: ComponentType };

/** Hangs the forms that add one fact about a person on their addresses. */
export function routes(web: Web): void {
  addFact(web, addNameTo, { path: 'names', title: 'Add a name', Questions: NameQuestions });
  addFact(web, addAddressTo, { path: 'addresses', title: 'Add an address', Questions: AddressQuestions });
  addFact(web, addContactDetailsTo, {
    path: 'contact-details',
    title: 'Add a telephone number or an email address',
    Questions: ContactDetailsQuestions,
  });
  addFact(web, saySafeContact, {
    path: 'safe-contact',
    title: 'How is it safe to reach them?',
    Questions: SafeContactQuestions,
  });
  addFact(web, addAttendanceTo, {
    path: 'attendances',
    title: 'Add a school, a doctor or a health visitor',
    Questions: AttendanceQuestions,
  });
}

function addFact<Answers>(web: Web, act: Action<Answers, Person, undefined>, fact: Fact): void {
  web.show(`/people/:personId/${fact.path}/new`, {
    permission: act.permission,
    find: personOnRecord,
    page: async (person, context) => {
      const draft = await draftOf(context, act.name, person.id);
      return factPage(
        act.name,
        fact,
        person,
        { values: draft?.answers ?? {}, problems: [] },
        draft?.version ?? 0,
      );
    },
  });
  web.submit(`/people/:personId/${fact.path}`, act, {
    find: personOnRecord,
    done: (_, person) => `/people/${person.id}/details`,
    refused: async (person, refusal, context) =>
      factPage(act.name, fact, person, refusal, await draftVersion(context, act.name, person)),
  });
}

async function draftVersion(context: Context, form: string, person: Person): Promise<number> {
  return (await draftOf(context, form, person.id))?.version ?? 0;
}

function factPage(form: string, fact: Fact, person: Person, typed: Typed, version: number): Page {
  const { title, path, Questions } = fact;
  return {
    title: `${title}: ${person.name}`,
    place: 'children',
    body: (
      <FactPage
        person={person}
        title={title}
        path={path}
        draft={{ url: `/drafts/${encodeURIComponent(form)}/${person.id}`, version }}
        {...typed}
      >
        <Questions />
      </FactPage>
    ),
  };
}
