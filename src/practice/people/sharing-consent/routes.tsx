import { ErrorSummary } from '../../../platform/html/error-summary.tsx';
import { Link } from '../../../platform/html/links.tsx';
import { PageHead, WithAside } from '../../../platform/html/panel.tsx';
import type { Context, Page, Refusal } from '../../../platform/web/context.ts';
import { typedOn } from '../../../platform/web/drafts.ts';
import type { Web } from '../../../platform/web/web.tsx';
import { agencies } from '../agency/index.ts';
import { FactOfChildPage } from '../childhood/index.ts';
import { type Person, personById, personOnRecord } from '../person/index.ts';
import { staffNamed } from '../staff/index.ts';
import { record, withdraw } from './actions.ts';
import { ConsentPanel, ConsentQuestions, WithdrawPanel } from './pages.tsx';
import type { Consent } from './rules.ts';
import { consentOnRecord } from './store.ts';

/** Hangs recording and withdrawing consent on their addresses. */
export function routes(web: Web): void {
  const of = '/people/:personId/sharing-consents';
  web.show(`${of}/new`, {
    permission: record.permission,
    find: personOnRecord,
    page: (one, context) => recording(one, context),
  });
  web.submit(of, record, {
    find: personOnRecord,
    done: (_, person) => `/people/${person.id}/shares`,
    refused: (person, refusal, context) => recording(person, context, refusal),
  });
  web.show('/sharing-consents/:consentId', {
    permission: 'share: read',
    find: consentOnRecord,
    page: (one, context) => consentPage(one, context),
  });
  web.submit('/sharing-consents/:consentId/withdrawal', withdraw, {
    find: consentOnRecord,
    done: (_, consent) => `/people/${consent.personId}/shares`,
    refused: (consent, refusal, context) => consentPage(consent, context, refusal),
  });
}

async function recording(person: Person, context: Context, refusal?: Refusal): Promise<Page> {
  const { db, today } = context;
  const known = (await agencies(db)).filter(({ endedOn }) => endedOn === undefined || endedOn >= today);
  return {
    title: `Record consent to sharing: ${person.name}`,
    place: 'children',
    body: (
      <FactOfChildPage
        child={person}
        title="Record consent to sharing"
        below="What somebody said who may say so. It can be withdrawn at any time."
        to={`/people/${person.id}/sharing-consents`}
        button="Keep this"
        {...(await typedOn(context, record.name, person.id, refusal))}
      >
        <ConsentQuestions agencies={known} />
      </FactOfChildPage>
    ),
  };
}

async function consentPage(consent: Consent, context: Context, refusal?: Refusal): Promise<Page> {
  const { db, viewer, today } = context;
  const [person, names] = await Promise.all([
    personById(db, consent.personId),
    staffNamed(db, [consent.heardBy, consent.withdrawnBy]),
  ]);
  const typed = refusal ?? { values: {}, problems: [] };
  const mayWithdraw =
    viewer.permissions.has('sharing consent: withdraw') && consent.withdrawnAt === undefined;
  return {
    title: `Consent to sharing: ${person?.name ?? 'the record'}`,
    place: 'children',
    body: (
      <>
        <PageHead
          title="Consent to sharing"
          above={<Link href={`/people/${consent.personId}/shares`}>Sharing</Link>}
        />
        <ErrorSummary problems={typed.problems} />
        <WithAside aside={mayWithdraw && <WithdrawPanel consent={consent} {...typed} />}>
          <ConsentPanel consent={consent} names={names} today={today} />
        </WithAside>
      </>
    ),
  };
}
