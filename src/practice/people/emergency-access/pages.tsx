import { ago, dayInWords, timeInWords } from '../../../language/dates-in-words.ts';
import { type Day, dayOf } from '../../../language/day.ts';
import type { Id } from '../../../language/id.ts';
import { EmptyState } from '../../../platform/html/empty-state.tsx';
import { ButtonLink, Link } from '../../../platform/html/links.tsx';
import { SummaryList } from '../../../platform/html/lists.tsx';
import { PageHead, Panel } from '../../../platform/html/panel.tsx';
import { TelephoneLink } from '../../../platform/html/public-page.tsx';
import { Table } from '../../../platform/html/table.tsx';
import { Flag } from '../../../platform/html/tags.tsx';
import { Words } from '../../../platform/html/voice.tsx';
import { labelOf } from '../../../profile/code-sets/code-set.ts';
import { EMERGENCY_GROUNDS } from '../../../profile/code-sets/emergency-grounds.ts';
import { EMERGENCY_ACCESS } from '../../../profile/emergency-access.ts';
import { dayOfLife, type PersonBrief } from '../person/index.ts';
import { type Emergency, meantInWords, standingInWords } from './rules.ts';

/** The one page where nothing opened: the same whatever was asked, so that it tells nothing. */
export function NotOpenedPage({ telephones }: { telephones: readonly { words: string; number: string }[] }) {
  return (
    <>
      <PageHead title="Nothing was opened" below="What you asked is kept, and your manager has been told." />
      <div class="c-form-column">
        <Panel>
          <p>
            Check the number, or the spelling and the date of birth, and ask again. This page does not say
            whether there is a record.
          </p>
          <p>
            If there is one that only named people may open, they have been told too and can open it to you.
            If a child is in danger, do not wait for us:
          </p>
          <ul class="c-plain-list">
            {telephones.map((line) => (
              <li key={line.number}>
                {line.words}: <TelephoneLink number={line.number} />
              </li>
            ))}
          </ul>
          <ButtonLink kind="secondary" href="/emergency-access/new">
            Ask again
          </ButtonLink>
        </Panel>
      </div>
    </>
  );
}

type Shown = {
  readonly names: ReadonlyMap<Id, string>;
  readonly briefs: ReadonlyMap<Id, PersonBrief>;
  readonly today: Day;
  readonly now: Date;
};

const at = (instant: Date, today: Day) => `${dayInWords(dayOf(instant), today)}, ${timeInWords(instant)}`;

/** What whoever opened it sees: until when, who was told, and the way in. */
export function OwnPanel({ emergency, briefs, today, now }: Shown & { emergency: Emergency }) {
  const { untilAt, personId } = emergency;
  const person = personId === undefined ? undefined : briefs.get(personId);
  const isOpen = untilAt !== undefined && untilAt > now;
  return (
    <Panel title={isOpen ? 'It is open to you' : 'It is over'}>
      {isOpen && untilAt && (
        <p>
          Until {at(untilAt, today)}, this record alone. Your manager and the data protection officer have
          been told, and a manager reviews it afterwards. Every look is kept.
        </p>
      )}
      {!isOpen && <p>If it is needed again, ask again and say what is new.</p>}
      <div class="c-buttons">
        {isOpen && personId && (
          <ButtonLink href={`/people/${personId}`}>
            Open the record{person ? ` of ${person.name}` : ''}
          </ButtonLink>
        )}
        <ButtonLink kind="secondary" href="/emergency-access/new">
          Ask for longer
        </ButtonLink>
      </div>
    </Panel>
  );
}

/** Who, whom, why and what came of it. */
export function UsePanel({ emergency, names, briefs, today, now }: Shown & { emergency: Emergency }) {
  const { personId, openedAt, untilAt, agreedBy, meant } = emergency;
  const person = personId === undefined ? undefined : briefs.get(personId);
  const nameOf = (id: Id) => names.get(id) ?? 'Somebody of the staff';
  return (
    <Panel title="What was asked">
      <SummaryList
        plain
        lines={[
          { label: 'Who', value: nameOf(emergency.staffId) },
          { label: 'When', value: at(emergency.askedAt, today) },
          {
            label: 'They typed',
            value: meantInWords(meant) + (meant.bornOn ? `, born ${dayOfLife(meant.bornOn)}` : ''),
          },
          { label: 'Record', value: <RecordOf person={person} isOpened={openedAt !== undefined} /> },
          { label: 'Came of it', value: standingInWords(emergency, now, person !== undefined) },
          ...(openedAt && untilAt
            ? [{ label: 'Open', value: `${at(openedAt, today)} to ${at(untilAt, today)}` }]
            : []),
          ...(agreedBy ? [{ label: 'Agreed by', value: nameOf(agreedBy) }] : []),
          { label: 'What is happening', value: labelOf(EMERGENCY_GROUNDS, emergency.ground) },
        ]}
      />
      <Words words={emergency.words} by={nameOf(emergency.staffId)} />
    </Panel>
  );
}

function RecordOf({ person, isOpened }: { person: PersonBrief | undefined; isOpened: boolean }) {
  if (person !== undefined) return <Link href={`/people/${person.id}`}>{person.name}</Link>;
  return <>{isOpened ? 'One that you may not open' : 'None that you may open'}</>;
}

/** What a review found. */
export function ReviewedPanel({
  emergency,
  names,
  today,
}: Pick<Shown, 'names' | 'today'> & { emergency: Emergency }) {
  const { reviewedBy, reviewedAt, wasRight, reviewWords } = emergency;
  if (reviewedBy === undefined || reviewedAt === undefined) return null;
  return (
    <Panel title={wasRight ? 'Reviewed: it was right' : 'Reviewed: it was not right'}>
      <Words
        words={reviewWords ?? ''}
        by={`${names.get(reviewedBy) ?? 'Somebody of the staff'}, ${at(reviewedAt, today)}`}
      />
    </Panel>
  );
}

/** Every use: what waits for a review first, the oldest on top. */
export function UsesPage(props: Shown & { waiting: readonly Emergency[]; reviewed: readonly Emergency[] }) {
  const { waiting, reviewed } = props;
  return (
    <>
      <PageHead
        title="Emergency access"
        below="Every time somebody asked, also where nothing opened. Each is reviewed by somebody else."
      />
      {waiting.length + reviewed.length === 0 ? (
        <Panel>
          <EmptyState title="Nobody has asked" calm />
        </Panel>
      ) : (
        <Panel flush>
          <Table
            caption="Emergency access"
            columns={[
              { head: 'Who', isName: true, narrow: 'lead' },
              { head: 'When', narrow: 'beside' },
              { head: 'Came of it', narrow: 'start' },
              { head: 'What is happening', narrow: 'full' },
              { head: 'Review', narrow: 'end' },
            ]}
            groups={[
              { title: 'Waiting for a review', rows: waiting.map((one) => rowOf(one, props)) },
              { title: 'Reviewed', rows: reviewed.map((one) => rowOf(one, props)) },
            ].filter(({ rows }) => rows.length > 0)}
          />
        </Panel>
      )}
    </>
  );
}

function reviewOf({ reviewedAt, wasRight }: Emergency, overdue: boolean) {
  if (reviewedAt !== undefined) return wasRight ? 'It was right' : 'It was not right';
  return overdue ? <Flag colour="red">Overdue</Flag> : 'Waits';
}

function rowOf(one: Emergency, { names, briefs, now }: Shown) {
  const isTheirs = one.personId !== undefined && briefs.has(one.personId);
  const overdue = now.getTime() - one.askedAt.getTime() > EMERGENCY_ACCESS.reviewWithinHours * 3_600_000;
  return {
    id: one.id,
    cells: [
      <Link key="who" href={`/emergency-accesses/${one.id}`}>
        {names.get(one.staffId) ?? 'Somebody of the staff'}
      </Link>,
      ago(one.askedAt, now),
      standingInWords(one, now, isTheirs),
      labelOf(EMERGENCY_GROUNDS, one.ground),
      reviewOf(one, overdue),
    ],
  };
}
