import { noSubject, type Subject } from '../../../platform/action.ts';
import { ErrorSummary } from '../../../platform/html/error-summary.tsx';
import { Link } from '../../../platform/html/links.tsx';
import { SummaryList } from '../../../platform/html/lists.tsx';
import { PageHead, Panel, WithAside } from '../../../platform/html/panel.tsx';
import type { Context, Page, Refusal } from '../../../platform/web/context.ts';
import { typedOn } from '../../../platform/web/drafts.ts';
import type { Web } from '../../../platform/web/web.tsx';
import {
  type CaseSample,
  CasesPanel,
  casesIn,
  isToAnswer,
  SampleLines,
  SamplesPage,
  sampleOnRecord,
  samples,
  standingOf,
} from '../case-sample/index.ts';
import { documentsOf } from '../case-sample-document/index.ts';
import { personBriefs } from '../person/index.ts';
import { staffAtWork, staffNamed } from '../staff/index.ts';
import { advisersAmong, answer, choose, confirmingAmong, end } from './actions.ts';
import { AnswerPanel, ChoosePage, EndPanel } from './forms.tsx';

/** Hangs samples of cases on their addresses. */
export function routes(web: Web): void {
  web.show('/case-samples', {
    permission: 'case sample: read',
    find: noSubject,
    page: (_, context) => listPage(context),
  });
  web.show('/case-samples/new', {
    permission: choose.permission,
    find: noSubject,
    page: (nothing, context) => choosePage(nothing, context),
  });
  web.submit('/case-samples', choose, {
    find: noSubject,
    done: (id) => `/case-samples/${id}`,
    refused: (nothing, refusal, context) => choosePage(nothing, context, refusal),
  });
  web.show('/case-samples/:sampleId', {
    permission: 'case sample: read',
    find: sampleOnRecord,
    page: (sample, context) => samplePage(sample, context),
  });
  const after = {
    find: sampleOnRecord,
    done: (_: unknown, sample: CaseSample) => `/case-samples/${sample.id}`,
    refused: (sample: CaseSample, refusal: Refusal, context: Context) => samplePage(sample, context, refusal),
  };
  web.submit('/case-samples/:sampleId/answers', answer, after);
  web.submit('/case-samples/:sampleId/ending', end, after);
}

const whoIn = (some: readonly CaseSample[]) =>
  some.flatMap((one) => [one.adviserId, one.chosenBy, one.secondId]);

async function listPage({ db, now, today, viewer }: Context): Promise<Page> {
  const all = await samples(db);
  const names = await staffNamed(db, whoIn(all));
  const mayChoose = viewer.permissions.has('case sample: choose');
  return {
    title: 'Case samples',
    place: 'my work',
    body: <SamplesPage samples={all} names={names} now={now} today={today} mayChoose={mayChoose} />,
    looked: { kind: 'case sample', persons: [] },
  };
}

async function choosePage(nothing: Subject, context: Context, refusal?: Refusal): Promise<Page> {
  const staff = await staffAtWork(context.db, context.today);
  return {
    title: 'Choose a sample of cases',
    place: 'my work',
    body: (
      <ChoosePage
        advisers={advisersAmong(staff)}
        confirming={confirmingAmong(staff, context)}
        {...(await typedOn(context, choose.name, nothing.id, refusal))}
      />
    ),
  };
}

async function samplePage(sample: CaseSample, context: Context, refusal?: Refusal): Promise<Page> {
  const { db, by, now, today, viewer } = context;
  const [cases, briefs, names] = await Promise.all([
    casesIn(db, sample.id),
    personBriefs(db, sample.persons),
    staffNamed(db, whoIn([sample])),
  ]);
  const documents = await documentsOf(
    db,
    cases.map(({ id }) => id),
  );
  const typed = refusal ?? { values: {}, problems: [] };
  const standing = standingOf(sample, now);
  const mayEnd =
    viewer.permissions.has('case sample: end') &&
    (standing === 'is read' || standing === 'waits for the second person');
  return {
    title: 'A sample of cases',
    place: 'my work',
    body: (
      <>
        <PageHead title="A sample of cases" above={<Link href="/case-samples">Case samples</Link>} />
        <ErrorSummary problems={typed.problems} />
        <WithAside
          aside={
            <>
              {isToAnswer(sample, by, now) && <AnswerPanel sample={sample} {...typed} />}
              {mayEnd && <EndPanel sample={sample} {...typed} />}
            </>
          }
        >
          <Panel title="What was chosen">
            <SummaryList plain lines={SampleLines(sample, { names, now, today })} />
          </Panel>
          <CasesPanel
            cases={cases}
            documents={documents}
            at={`/case-samples/${sample.id}/documents`}
            briefs={briefs}
            adviser={names.get(sample.adviserId) ?? 'The adviser'}
            today={today}
          />
        </WithAside>
      </>
    ),
  };
}
