import type { ComponentChildren } from 'preact';
import { dayInWords } from '../../../language/dates-in-words.ts';
import type { Day } from '../../../language/day.ts';
import { ButtonLink, Link } from '../../../platform/html/links.tsx';
import { SummaryList } from '../../../platform/html/lists.tsx';
import { PageHead, Panel, WithAside } from '../../../platform/html/panel.tsx';
import { Table } from '../../../platform/html/table.tsx';
import { Tag } from '../../../platform/html/tags.tsx';
import {
  type Done,
  DonePanel,
  type Holding,
  holds,
  type Member,
  placeInWords,
} from '../administration/index.ts';

type Shown = {
  readonly member: Member;
  readonly holdings: readonly Holding[];
  readonly done: readonly Done[];
  readonly today: Day;
  /** Nobody changes their own rights: their own page shows and offers nothing. */
  readonly isOwn: boolean;
  readonly roleTitleOf: (role: string) => string;
  readonly account: ComponentChildren;
  readonly leaving: ComponentChildren;
  readonly waiting: ComponentChildren;
};

/** One member of staff: posts by dates, the account, what waits, and what was done and why. */
export function MemberPage(shown: Shown) {
  const { member, holdings, done, today, isOwn } = shown;
  return (
    <>
      <PageHead
        title={member.name}
        above={<Link href="/staff">Staff and accounts</Link>}
        below={
          isOwn ? 'This is you. Nobody changes their own rights: another administrator does.' : undefined
        }
        actions={
          !isOwn &&
          member.leftOn === undefined && (
            <ButtonLink href={`/staff/${member.id}/posts/new`}>Give a post</ButtonLink>
          )
        }
      />
      {shown.waiting}
      <WithAside
        aside={
          <>
            <FactsPanel member={member} today={today} />
            {shown.leaving}
            <DonePanel done={done} today={today} />
          </>
        }
      >
        <Panel title="Posts">
          {holdings.length === 0 ? (
            <p>No post yet. Without one they can sign in and do nothing.</p>
          ) : (
            <PostsTable {...shown} />
          )}
        </Panel>
        {shown.account}
      </WithAside>
    </>
  );
}

function FactsPanel({ member, today }: { member: Member; today: Day }) {
  return (
    <Panel title="Who they are">
      <SummaryList
        plain
        lines={[
          { label: 'Works for', value: member.agencyTitle ?? 'The service' },
          { label: 'Work email', value: member.email ?? 'Not known' },
          { label: 'First day', value: dayInWords(member.startedOn, today) },
          ...(member.leftOn === undefined
            ? []
            : [{ label: 'Left', value: dayInWords(member.leftOn, today) }]),
        ]}
      />
    </Panel>
  );
}

function PostsTable({ holdings, today, isOwn, roleTitleOf }: Shown) {
  return (
    <Table
      caption="Posts, the latest first"
      columns={[
        { head: 'Post', isName: true, narrow: 'lead' },
        { head: 'May do as', narrow: 'labelled' },
        { head: 'From', narrow: 'labelled' },
        { head: 'Until', narrow: 'labelled' },
        { head: 'Change it', narrow: 'full' },
      ]}
      rows={holdings.map((one) => ({
        id: `holding-${one.id}`,
        cells: [
          <>
            {placeInWords(one)}
            <br />
            <span class="c-small">{shareInWords(one)}</span>
          </>,
          roleTitleOf(one.role),
          dayInWords(one.fromOn, today),
          one.untilOn === undefined ? 'No end' : untilInWords(one, today),
          !isOwn && (one.untilOn === undefined || one.untilOn >= today) ? (
            <Link href={`/post-holdings/${one.id}`} about={one.title}>
              End or change
            </Link>
          ) : (
            !holds(one, today) && <Tag>{one.fromOn > today ? 'To come' : 'Over'}</Tag>
          ),
        ],
      }))}
    />
  );
}

function untilInWords({ fromOn, untilOn }: Holding, today: Day): string {
  if (untilOn === undefined) return '';
  return untilOn < fromOn ? 'Ended on the same day' : dayInWords(untilOn, today);
}

function shareInWords({ hundredths, newlyQualified }: Holding): string {
  const share =
    hundredths === undefined || hundredths === 100 ? 'Full time' : `${hundredths} per cent of full time`;
  return newlyQualified ? `${share}, newly qualified` : share;
}
