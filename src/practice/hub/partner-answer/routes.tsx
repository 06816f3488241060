import { NotFound } from '../../../platform/access/decision.ts';
import { noSubject } from '../../../platform/action.ts';
import type { Context, Page, Refusal } from '../../../platform/web/context.ts';
import { draftOf } from '../../../platform/web/drafts.ts';
import type { Web } from '../../../platform/web/web.tsx';
import { agencies } from '../../people/agency/index.ts';
import { answerCheck } from './actions.ts';
import { AnswerPage, AskedOfAgencyPage } from './pages.tsx';
import type { Asked } from './rules.ts';
import { askedOf, askedOfAgency } from './store.ts';

/** Hangs what a partner agency is asked, and its answers, on their addresses. */
export function routes(web: Web): void {
  web.show('/partner-checks', {
    permission: 'partner check: answer',
    find: noSubject,
    page: (_, context) => listPage(context),
  });
  web.show('/partner-checks/:checkId', {
    permission: 'partner check: answer',
    find: askedOfAgency,
    page: (asked, context) => answerPage(asked, context, undefined),
  });
  web.submit('/partner-checks/:checkId/answer', answerCheck, {
    find: askedOfAgency,
    done: () => '/partner-checks',
    refused: (asked, refusal, context) => answerPage(asked, context, refusal),
  });
}

async function listPage({ db, viewer, profile, now }: Context): Promise<Page> {
  const { agencyId } = viewer;
  if (agencyId === undefined) throw new NotFound();
  const { waiting, settled } = await askedOf(db, agencyId);
  const agency = (await agencies(db)).find((one) => one.id === agencyId)?.title ?? '';
  return {
    title: 'Partner checks',
    place: 'my work',
    body: (
      <AskedOfAgencyPage waiting={waiting} settled={settled} agency={agency} profile={profile} now={now} />
    ),
    keys: [
      { keys: ['j', 'k'], words: 'down, up' },
      { keys: ['Enter'], words: 'open' },
    ],
    looked: { kind: 'partner check', persons: [...waiting, ...settled].flatMap((asked) => asked.persons) },
  };
}

async function answerPage(asked: Asked, context: Context, refusal: Refusal | undefined): Promise<Page> {
  const draft = await draftOf(context, answerCheck.name, asked.id);
  const url = `/drafts/${encodeURIComponent(answerCheck.name)}/${asked.id}`;
  return {
    title: 'What does your agency hold?',
    place: 'my work',
    body: (
      <AnswerPage
        asked={asked}
        values={refusal?.values ?? draft?.answers ?? {}}
        problems={refusal?.problems ?? []}
        draft={{ url, version: draft?.version ?? 0 }}
        profile={context.profile}
        now={context.now}
      />
    ),
  };
}
