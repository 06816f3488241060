import { ago, dayInWords } from '../../../language/dates-in-words.ts';
import type { Day } from '../../../language/day.ts';
import type { Problem } from '../../../language/outcome.ts';
import type { RawAnswers } from '../../../platform/forms/raw-answers.ts';
import { EmptyState } from '../../../platform/html/empty-state.tsx';
import { ErrorSummary } from '../../../platform/html/error-summary.tsx';
import { Link } from '../../../platform/html/links.tsx';
import { SummaryList } from '../../../platform/html/lists.tsx';
import { PageHead, Panel } from '../../../platform/html/panel.tsx';
import { Table } from '../../../platform/html/table.tsx';
import { Words } from '../../../platform/html/voice.tsx';
import { SecondAnswer } from '../../../platform/web/second-answer.tsx';
import type { RightRequest, Waiting } from './store.ts';

const KINDS: Readonly<Record<string, string>> = {
  post: 'A post with wide sight',
  'second step': 'A second step that was lost',
  'second step and password': 'A second step and a password that were lost',
};

/** What waits for a second person. */
export function RequestsPage({ requests, now }: { requests: readonly Waiting[]; now: Date }) {
  return (
    <>
      <PageHead
        title="Waiting for a second person"
        above={<Link href="/directory">Directory</Link>}
        below="What gives wide sight, or takes a lost second step away, is agreed to by somebody who did not ask for it."
      />
      {requests.length === 0 ? (
        <EmptyState title="Nothing waits" calm />
      ) : (
        <Panel flush>
          <Table
            caption="Requests, the longest waiting first"
            columns={[
              { head: 'For whom', isName: true, narrow: 'lead' },
              { head: 'What', narrow: 'full' },
              { head: 'Asked', narrow: 'start' },
            ]}
            rows={requests.map((one) => ({
              id: `request-${one.id}`,
              cells: [
                <Link key="name" href={`/right-requests/${one.id}`}>
                  {one.name}
                </Link>,
                KINDS[one.kind] ?? one.kind,
                ago(one.askedAt, now),
              ],
            }))}
          />
        </Panel>
      )}
    </>
  );
}

/** What waits for a second person about somebody, on their own page. */
export function WaitingPanel({ requests }: { requests: readonly Waiting[] }) {
  return (
    <Panel title="Waiting for a second person">
      <ul class="c-plain-list">
        {requests.map((one) => (
          <li key={one.id}>
            <Link href={`/right-requests/${one.id}`}>{KINDS[one.kind] ?? one.kind}</Link>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

type Shown = {
  readonly request: RightRequest;
  readonly roleTitle: string | undefined;
  readonly posts: readonly string[];
  readonly mayAnswer: boolean;
  readonly whyNot: string | undefined;
  readonly today: Day;
  readonly now: Date;
  readonly values: RawAnswers;
  readonly problems: readonly Problem[];
};

/** One request: what is asked, by whom and why, and the second person's yes or no. */
export function RequestPage(shown: Shown) {
  const { request, problems } = shown;
  return (
    <>
      <PageHead
        title={KINDS[request.kind] ?? request.kind}
        above={<Link href="/right-requests">Waiting for a second person</Link>}
        below={request.member.name}
      />
      <div class="c-form-column">
        <ErrorSummary problems={problems} />
        <Panel title="What is asked">
          <SummaryList plain lines={linesOf(shown)} />
        </Panel>
        <AnswerPanel {...shown} />
      </div>
    </>
  );
}

function linesOf({ request, roleTitle, posts, today, now }: Shown) {
  const { post, member } = request;
  return [
    { label: 'For', value: `${member.name}, ${member.email ?? ''}` },
    { label: 'Posts today', value: posts.length === 0 ? 'None' : posts.join('; ') },
    ...(post === undefined
      ? []
      : [
          { label: 'Post', value: post.words },
          { label: 'May do as', value: roleTitle ?? post.role },
          { label: 'From', value: dayInWords(post.fromOn, today) },
          { label: 'Until', value: post.untilOn === undefined ? 'No end' : dayInWords(post.untilOn, today) },
        ]),
    { label: 'Asked by', value: `${request.askedByName}, ${ago(request.askedAt, now)}` },
    { label: 'Why', value: <Words words={request.reason} /> },
  ];
}

function AnswerPanel({ request, mayAnswer, whyNot, values, problems }: Shown) {
  if (request.agreed !== undefined)
    return (
      <Panel title={request.agreed ? 'Agreed, and done' : 'Not agreed'}>
        {request.whyNot === undefined ? <p>It was done at that moment.</p> : <Words words={request.whyNot} />}
      </Panel>
    );
  if (!mayAnswer)
    return (
      <Panel title="Do you agree?">
        <p>{whyNot}.</p>
      </Panel>
    );
  return (
    <Panel title="Do you agree?">
      {request.post === undefined && (
        <p>See them yourself before you agree: in person, or on a screen with their staff card.</p>
      )}
      <SecondAnswer
        to={`/right-requests/${request.id}/answers`}
        yes="I agree: it happens at once"
        no="I do not agree"
        values={values}
        problems={problems}
      />
    </Panel>
  );
}
