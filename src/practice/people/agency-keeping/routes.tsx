import { noSubject, type Subject } from '../../../platform/action.ts';
import type { Context, Page, Refusal } from '../../../platform/web/context.ts';
import { typedOn } from '../../../platform/web/drafts.ts';
import type { Web } from '../../../platform/web/web.tsx';
import { doneTo, KeepingPage } from '../administration/index.ts';
import { make, setAgreement } from './actions.ts';
import { AgenciesPage, AgencyPage, AgreementQuestions, NewAgencyQuestions } from './pages.tsx';
import { type AgencyKept, agenciesKept, agencyOnRecord, partnersOf } from './store.ts';

const KEEPS = 'agency: manage';

/** Hangs the partner agencies on their addresses. */
export function routes(web: Web): void {
  web.show('/agencies', { permission: KEEPS, find: noSubject, page: (_, context) => list(context) });
  web.show('/agencies/new', {
    permission: KEEPS,
    find: noSubject,
    page: (nobody, context) => making(nobody, context),
  });
  web.submit('/agencies', make, {
    find: noSubject,
    done: (id) => `/agencies/${id}`,
    refused: (nobody, refusal, context) => making(nobody, context, refusal),
  });
  const of = '/agencies/:agencyId';
  web.show(of, { permission: KEEPS, find: agencyOnRecord, page: (agency, context) => one(agency, context) });
  web.show(`${of}/agreement/new`, {
    permission: KEEPS,
    find: agencyOnRecord,
    page: (agency, context) => agreeing(agency, context),
  });
  web.submit(`${of}/agreement`, setAgreement, {
    find: agencyOnRecord,
    done: (id) => `/agencies/${id}`,
    refused: (agency, refusal, context) => agreeing(agency, context, refusal),
  });
}

async function list(context: Context): Promise<Page> {
  const [agencies, partners] = await Promise.all([agenciesKept(context), partnersOf(context)]);
  return {
    title: 'Partner agencies',
    place: 'directory',
    body: <AgenciesPage agencies={agencies} partners={partners} today={context.today} />,
  };
}

async function making(nobody: Subject, context: Context, refusal?: Refusal): Promise<Page> {
  return {
    title: 'Add an agency',
    place: 'directory',
    body: (
      <KeepingPage
        title="Add an agency"
        back={{ href: '/agencies', words: 'Partner agencies' }}
        to="/agencies"
        button="Add it"
        why="Why does it work with us here?"
        {...(await typedOn(context, make.name, nobody.id, refusal))}
      >
        <NewAgencyQuestions />
      </KeepingPage>
    ),
  };
}

async function one(agency: AgencyKept, context: Context): Promise<Page> {
  const [partners, done] = await Promise.all([partnersOf(context), doneTo(context, { agencyId: agency.id })]);
  return {
    title: agency.title,
    place: 'directory',
    body: (
      <AgencyPage
        agency={agency}
        partners={partners.filter(({ agencyId }) => agencyId === agency.id)}
        done={done}
        today={context.today}
        mayKeepStaff={context.viewer.permissions.has('account: manage')}
      />
    ),
  };
}

async function agreeing(agency: AgencyKept, context: Context, refusal?: Refusal): Promise<Page> {
  return {
    title: `Agreement: ${agency.title}`,
    place: 'directory',
    body: (
      <KeepingPage
        title="Agreement"
        below="It says from when until when people of the agency get in."
        back={{ href: `/agencies/${agency.id}`, words: agency.title }}
        to={`/agencies/${agency.id}/agreement`}
        button="Keep this"
        why="Why, and who said so?"
        {...(await typedOn(context, setAgreement.name, agency.id, refusal))}
      >
        <AgreementQuestions />
      </KeepingPage>
    ),
  };
}
