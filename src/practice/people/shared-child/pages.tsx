import { dayInWords, timeInWords } from '../../../language/dates-in-words.ts';
import { addDays, type Day, dayOf } from '../../../language/day.ts';
import type { Problem } from '../../../language/outcome.ts';
import type { RawAnswers } from '../../../platform/forms/raw-answers.ts';
import { AsTyped } from '../../../platform/html/as-typed.tsx';
import { SubmitButton } from '../../../platform/html/buttons.tsx';
import { EmptyState } from '../../../platform/html/empty-state.tsx';
import { ErrorSummary } from '../../../platform/html/error-summary.tsx';
import { Link } from '../../../platform/html/links.tsx';
import { SummaryList } from '../../../platform/html/lists.tsx';
import { PageHead, Panel, WithAside } from '../../../platform/html/panel.tsx';
import { Table } from '../../../platform/html/table.tsx';
import { WordsInput } from '../../../platform/html/text-inputs.tsx';
import { DraftState, Words } from '../../../platform/html/voice.tsx';
import { ActionForm } from '../../../platform/web/action-form.tsx';
import { labelOf } from '../../../profile/code-sets/code-set.ts';
import { SHARED_PARTS, SHARING_PURPOSES } from '../../../profile/code-sets/sharing.ts';
import { dayOfLife, namedWithAge } from '../person/index.ts';
import { factInWords, type SharedChild, type SharedFact } from './rules.ts';

const lastDay = ({ untilAt }: SharedChild): Day => addDays(dayOf(untilAt), -1);

/** Everything that is shared with whoever is signed in. */
export function SharedChildrenPage({ children, today }: { children: readonly SharedChild[]; today: Day }) {
  return (
    <>
      <PageHead
        title="Children shared with you"
        below="Children’s services let you read a part of their records, for a time. Each look is written down."
      />
      <Panel flush={children.length > 0}>
        {children.length === 0 ? (
          <EmptyState title="Nothing is shared with you now" figure={0} calm>
            <p>When a worker shares something with your agency, it stands here until its last day.</p>
          </EmptyState>
        ) : (
          <Table
            caption="Shared with you, what ends first at the top"
            columns={[
              { head: 'Child', isName: true, narrow: 'lead' },
              { head: 'For', narrow: 'full' },
              { head: 'Shared by', narrow: 'start' },
              { head: 'Last day', narrow: 'end' },
            ]}
            rows={children.map((child) => ({
              id: child.id,
              cells: [
                <Link key="child" href={`/shared-children/${child.id}`}>
                  {namedWithAge(child, today)}
                </Link>,
                labelOf(SHARING_PURPOSES, child.purpose),
                child.sharedBy,
                dayInWords(lastDay(child), today),
              ],
            }))}
          />
        )}
      </Panel>
    </>
  );
}

type One = {
  readonly child: SharedChild;
  readonly facts: readonly SharedFact[];
  readonly messages: readonly {
    readonly id: string;
    readonly words: string;
    readonly writtenAt: Date;
    readonly writtenBy: string;
  }[];
  readonly today: Day;
  readonly values: RawAnswers;
  readonly problems: readonly Problem[];
  readonly draft: { readonly url: string; readonly version: number };
};

/** One child, in the parts that are shared and nothing else. */
export function SharedChildPage(props: One) {
  const { child, today, problems } = props;
  return (
    <>
      <PageHead
        title={namedWithAge(child, today)}
        above={<Link href="/shared-children">Children shared with you</Link>}
        below={`Shared until the end of ${dayInWords(lastDay(child), today)}. Then it is gone from here.`}
      />
      <ErrorSummary problems={problems} />
      <WithAside
        aside={
          <>
            <ForPanel child={child} today={today} />
            <TellPanel {...props} />
          </>
        }
      >
        {child.words !== undefined && (
          <Panel title="What you need to know">
            <Words words={child.words} by={child.sharedBy} />
          </Panel>
        )}
        <PartsPanel {...props} />
        <ToldPanel {...props} />
      </WithAside>
    </>
  );
}

function ForPanel({ child, today }: { child: SharedChild; today: Day }) {
  return (
    <Panel title="Why you read this">
      <SummaryList
        plain
        lines={[
          ...(child.bornOn === undefined ? [] : [{ label: 'Born', value: dayOfLife(child.bornOn) }]),
          {
            label: 'For',
            value: (
              <>
                {labelOf(SHARING_PURPOSES, child.purpose)}
                <div class="c-lines c-small">{child.purposeWords}</div>
              </>
            ),
          },
          { label: 'Shared by', value: `${child.sharedBy}, ${dayInWords(dayOf(child.sharedAt), today)}` },
        ]}
      />
      <p class="c-small">Use it for this and nothing else, and do not pass it on.</p>
    </Panel>
  );
}

function PartsPanel({ child, facts }: One) {
  return (
    <Panel title="What is shared">
      <SummaryList
        plain
        lines={child.parts.map((part) => ({
          label: labelOf(SHARED_PARTS, part),
          value: <FactList facts={facts.filter((fact) => fact.part === part)} />,
        }))}
      />
    </Panel>
  );
}

function FactList({ facts }: { facts: readonly SharedFact[] }) {
  if (facts.length === 0) return <>Nothing to show</>;
  return <div class="c-lines">{[...new Set(facts.map(factInWords))].join('\n')}</div>;
}

function TellPanel({ child, values, problems, draft }: One) {
  return (
    <Panel title="Tell their worker something">
      <ActionForm to={`/shared-children/${child.id}/messages`} draft={draft}>
        <AsTyped values={values} problems={problems}>
          <DraftState isKept={draft.version > 0} />
          <WordsInput
            name="words"
            label="What do you want to tell?"
            hint="It goes into the child’s record under your name. If a child is in danger now, ring."
            rows={5}
          />
        </AsTyped>
        <SubmitButton busyWords="Sending">Send it</SubmitButton>
      </ActionForm>
    </Panel>
  );
}

function ToldPanel({ messages, today }: One) {
  if (messages.length === 0) return null;
  return (
    <Panel title="What your agency told us">
      {messages.map(({ id, words, writtenAt, writtenBy }) => (
        <Words
          key={id}
          words={words}
          by={`${writtenBy}, ${dayInWords(dayOf(writtenAt), today)}, ${timeInWords(writtenAt)}`}
        />
      ))}
    </Panel>
  );
}
