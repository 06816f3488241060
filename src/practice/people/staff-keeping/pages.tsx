import { dayInWords } from '../../../language/dates-in-words.ts';
import type { Day } from '../../../language/day.ts';
import { SelectInput } from '../../../platform/html/choices.tsx';
import { EmptyState } from '../../../platform/html/empty-state.tsx';
import { FilterChips } from '../../../platform/html/filter-chips.tsx';
import { ButtonLink, Link } from '../../../platform/html/links.tsx';
import { type Paged, Paging } from '../../../platform/html/paging.tsx';
import { PageHead, Panel } from '../../../platform/html/panel.tsx';
import { Table } from '../../../platform/html/table.tsx';
import { Tag } from '../../../platform/html/tags.tsx';
import { DayInput, TextInput } from '../../../platform/html/text-inputs.tsx';
import { holds, placeInWords } from '../administration/index.ts';
import type { Agency } from '../agency/index.ts';
import { type Line, SHOWN, type Shown } from './store.ts';

type Listed = {
  readonly lines: readonly Line[];
  readonly paged: Paged;
  readonly words: string;
  readonly shown: Shown;
  readonly today: Day;
  readonly waiting: number;
};

/** Everybody who works here or in a partner agency, with what they may do through their posts and whether they can sign in. */
export function StaffPage({ lines, paged, words, shown, today, waiting }: Listed) {
  return (
    <>
      <PageHead
        title="Staff and accounts"
        above={<Link href="/directory">Directory</Link>}
        below="Posts say what somebody may do. Nothing here shows a child’s record."
        actions={<ButtonLink href="/staff/new">Add somebody</ButtonLink>}
      />
      {waiting > 0 && (
        <Panel>
          <p>
            <Link href="/right-requests">
              {waiting === 1 ? 'One request waits' : `${waiting} requests wait`} for a second person
            </Link>
          </p>
        </Panel>
      )}
      <Panel>
        <form action="/staff" method="get">
          <input type="hidden" name="show" value={shown} />
          <label class="govuk-label" for="search">
            Name, work email, team or agency
          </label>
          <div class="c-buttons">
            <input
              class="govuk-input govuk-input--width-20"
              id="search"
              name="q"
              type="search"
              autocomplete="off"
              value={words}
            />
            <button type="submit" class="govuk-button c-button--compact">
              Find
            </button>
          </div>
        </form>
        <FilterChips
          label="Whom the list shows"
          chips={SHOWN.map(({ code, label }) => ({
            words: label,
            href: hrefOf({ words, shown: code, page: 1 }),
            isCurrent: code === shown,
          }))}
        />
      </Panel>
      {lines.length === 0 ? (
        <EmptyState title="Nobody found">
          <p>
            {words === ''
              ? 'Nobody stands in this part of the list.'
              : 'Try part of a name, or another part of the list.'}
          </p>
        </EmptyState>
      ) : (
        <Lines lines={lines} today={today} />
      )}
      <Paging paged={paged} noun="people" hrefOf={(page) => hrefOf({ words, shown, page })} />
    </>
  );
}

function hrefOf({ words, shown, page }: { words: string; shown: Shown; page: number }): string {
  return `/staff?${new URLSearchParams({ show: shown, q: words, page: String(page) })}`;
}

function Lines({ lines, today }: { lines: readonly Line[]; today: Day }) {
  return (
    <Panel flush>
      <Table
        caption="Staff"
        columns={[
          { head: 'Name', isName: true, narrow: 'lead' },
          { head: 'Posts', narrow: 'full' },
          { head: 'Signs in as', narrow: 'full' },
          { head: 'Account', narrow: 'start' },
        ]}
        rows={lines.map((line) => ({
          id: `staff-${line.id}`,
          cells: [
            <Link key="name" href={`/staff/${line.id}`}>
              {line.name}
            </Link>,
            postsOf(line, today),
            line.signInName ?? '',
            <AccountState key="state" line={line} today={today} />,
          ],
        }))}
      />
    </Panel>
  );
}

function postsOf({ holdings }: Line, today: Day): string {
  const now = holdings.filter((one) => holds(one, today));
  const coming = holdings.filter(({ fromOn }) => fromOn > today);
  const words = [
    ...now.map(placeInWords),
    ...coming.map((one) => `${placeInWords(one)} from ${dayInWords(one.fromOn, today)}`),
  ];
  return words.length === 0 ? 'No post today' : words.join('; ');
}

function AccountState({
  line: { leftOn, signInName, isOpen, hasPassword },
  today,
}: {
  line: Line;
  today: Day;
}) {
  if (leftOn !== undefined) return <Tag>Left {dayInWords(leftOn, today)}</Tag>;
  if (signInName === undefined) return <Tag>No account</Tag>;
  if (!isOpen) return <Tag>Ended</Tag>;
  return hasPassword ? <Tag colour="green">Open</Tag> : <Tag>No password yet</Tag>;
}

/** The questions about somebody new. */
export function NewcomerQuestions({ agencies }: { agencies: readonly Agency[] }) {
  return (
    <>
      <TextInput name="givenName" label="First name" width={20} />
      <TextInput name="familyName" label="Family name" width={20} />
      <TextInput name="email" label="Work email" hint="They sign in with it" type="email" />
      <TextInput name="telephone" label="Telephone (optional)" type="tel" width={20} />
      <SelectInput
        name="agencyId"
        label="Do they work for a partner agency?"
        empty="No, for the service itself"
        options={agencies.map(({ id, title }) => ({ value: id, label: title }))}
      />
      <DayInput name="startedOn" label="First day" hint="For example, 27 3 2027" />
    </>
  );
}
