import { dayInWords, timeInWords } from '../../../language/dates-in-words.ts';
import { addDays, type Day, dayOf } from '../../../language/day.ts';
import type { Id } from '../../../language/id.ts';
import { EmptyState } from '../../../platform/html/empty-state.tsx';
import { Link } from '../../../platform/html/links.tsx';
import type { SummaryLine } from '../../../platform/html/lists.tsx';
import { Panel } from '../../../platform/html/panel.tsx';
import { Table } from '../../../platform/html/table.tsx';
import { Tag } from '../../../platform/html/tags.tsx';
import { Words } from '../../../platform/html/voice.tsx';
import { labelOf } from '../../../profile/code-sets/code-set.ts';
import { SHARED_PARTS, SHARING_BASES, SHARING_PURPOSES } from '../../../profile/code-sets/sharing.ts';
import { type Share, standingOf } from './rules.ts';
import type { MessageToUs } from './store.ts';

type Look = { readonly shareId: Id; readonly staffId: Id; readonly looks: number; readonly lastAt: Date };

type Shown = {
  readonly names: ReadonlyMap<Id, string>;
  readonly looks: readonly Look[];
  readonly now: Date;
  readonly today: Day;
};

const SOMEBODY = 'Somebody of the staff';

/** The last day on which a share stands: it is over at the midnight after it. */
function lastDay({ untilAt }: Pick<Share, 'untilAt'>): Day {
  return addDays(dayOf(untilAt), -1);
}

/** Whom it is shared with, in one line. */
function readerInWords({ agencyTitle, staffId }: Share, names: ReadonlyMap<Id, string>): string {
  return staffId === undefined ? agencyTitle : `${names.get(staffId) ?? SOMEBODY}, ${agencyTitle}`;
}

function looksInWords(share: Share, { looks, today }: Shown): string {
  const own = looks.filter(({ shareId }) => shareId === share.id);
  const all = own.reduce((sum, one) => sum + one.looks, 0);
  const last = own.map(({ lastAt }) => lastAt).sort((one, other) => other.getTime() - one.getTime())[0];
  if (last === undefined) return 'Not yet';
  return `${all === 1 ? 'Once' : `${all} times`}, last ${dayInWords(dayOf(last), today)}`;
}

/** What is shared now, one line each. */
export function OpenShares(props: Shown & { shares: readonly Share[]; isWalled: boolean }) {
  const open = props.shares.filter((share) => standingOf(share, props.now) === 'stands');
  return (
    <Panel title={open.length === 0 ? 'Shared now' : undefined} flush={open.length > 0}>
      {open.length === 0 ? (
        <EmptyState title="Nothing of this record is shared" calm />
      ) : (
        <Table
          caption="Shared now"
          showCaption
          columns={[
            { head: 'With', isName: true, narrow: 'lead' },
            { head: 'For', narrow: 'full' },
            { head: 'Last day', narrow: 'start' },
            { head: 'They looked', narrow: 'end' },
          ]}
          rows={open.map((share) => ({
            id: share.id,
            cells: [
              <Link key="share" href={`/shares/${share.id}`}>
                {readerInWords(share, props.names)}
              </Link>,
              labelOf(SHARING_PURPOSES, share.purpose),
              props.isWalled ? (
                <Tag key="wall">Hidden by the wall</Tag>
              ) : (
                dayInWords(lastDay(share), props.today)
              ),
              looksInWords(share, props),
            ],
          }))}
        />
      )}
    </Panel>
  );
}

/** What was shared before: it stands here for good. */
export function EndedShares(props: Shown & { shares: readonly Share[] }) {
  const { shares, names, now, today } = props;
  const over = shares.filter((share) => standingOf(share, now) !== 'stands');
  if (over.length === 0) return null;
  return (
    <Panel title="Shared before">
      <ul class="c-plain-list">
        {over.map((share) => (
          <li key={share.id}>
            <Link href={`/shares/${share.id}`}>{readerInWords(share, names)}</Link>,{' '}
            {dayInWords(dayOf(share.sharedAt), today)} to{' '}
            {dayInWords(share.endedAt === undefined ? lastDay(share) : dayOf(share.endedAt), today)}.
            <span class="c-small"> {endInWords(share)}</span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function endInWords({ endedWhy }: Share): string {
  return endedWhy === undefined ? 'It ran out.' : `Ended early: ${endedWhy}`;
}

/** One share as its reader finds it: with whom, for what, what, until when. */
export function ShareLines(share: Share, { names, now, today }: Shown): SummaryLine[] {
  const standing = standingOf(share, now);
  return [
    { label: 'With', value: readerInWords(share, names) },
    {
      label: 'For',
      value: (
        <>
          {labelOf(SHARING_PURPOSES, share.purpose)}
          <div class="c-lines c-small">{share.purposeWords}</div>
        </>
      ),
    },
    {
      label: 'What they read',
      value: (
        <div class="c-lines">
          {['Name and date of birth', ...share.parts.map((part) => labelOf(SHARED_PARTS, part))].join('\n')}
        </div>
      ),
    },
    ...(share.words === undefined
      ? []
      : [{ label: 'What they are told', value: <Words words={share.words} /> }]),
    {
      label: 'Shared by',
      value: `${names.get(share.sharedBy) ?? SOMEBODY}, ${dayInWords(dayOf(share.sharedAt), today)}`,
    },
    { label: 'Last day', value: dayInWords(lastDay(share), today) },
    ...(standing === 'stands'
      ? []
      : [
          {
            label: 'Over',
            value:
              share.endedAt === undefined
                ? 'It ran out'
                : `${dayInWords(dayOf(share.endedAt), today)}, ${timeInWords(share.endedAt)}, by ${names.get(share.endedBy ?? share.sharedBy) ?? SOMEBODY}. ${share.endedWhy ?? ''}`,
          },
        ]),
  ];
}

/** On what ground: nobody of the agency reads this. */
export function GroundLines(
  { ground }: Share,
  consent: { readonly inWords: string; readonly href: string } | undefined,
): SummaryLine[] {
  if (ground === undefined) return [];
  return [
    { label: 'Ground', value: labelOf(SHARING_BASES, ground.basis) },
    ...(consent === undefined
      ? []
      : [{ label: 'Consent', value: <Link href={consent.href}>{consent.inWords}</Link> }]),
    ...(ground.basisWords === undefined
      ? []
      : [{ label: 'Why without consent', value: <div class="c-lines">{ground.basisWords}</div> }]),
    ...(ground.partsWords === undefined
      ? []
      : [{ label: 'Why these parts', value: <div class="c-lines">{ground.partsWords}</div> }]),
  ];
}

/** What people of the agency wrote to whoever works with the child. */
export function MessagesPanel(props: {
  messages: readonly MessageToUs[];
  names: ReadonlyMap<Id, string>;
  today: Day;
}) {
  const { messages, names, today } = props;
  if (messages.length === 0) return null;
  return (
    <Panel title="What they told us">
      {messages.map(({ id, words, writtenBy, writtenAt }) => (
        <Words
          key={id}
          words={words}
          by={`${names.get(writtenBy) ?? SOMEBODY}, ${dayInWords(dayOf(writtenAt), today)}, ${timeInWords(writtenAt)}`}
        />
      ))}
    </Panel>
  );
}
