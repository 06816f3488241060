import { dayInWords, dayNarrow } from '../../../language/dates-in-words.ts';
import type { Day } from '../../../language/day.ts';
import type { Id } from '../../../language/id.ts';
import { EmptyState } from '../../../platform/html/empty-state.tsx';
import { ButtonLink, Link } from '../../../platform/html/links.tsx';
import { SummaryList } from '../../../platform/html/lists.tsx';
import { PageHead, Panel, WithAside } from '../../../platform/html/panel.tsx';
import { Table } from '../../../platform/html/table.tsx';
import { CASE_NOTE_KINDS } from '../../../profile/code-sets/case-notes.ts';
import { labelOf } from '../../../profile/code-sets/code-set.ts';
import {
  AlsoIn,
  type Correction,
  Corrections,
  momentInWords,
  WithheldTag,
  Written,
} from '../written-together/index.ts';
import type { CaseNote } from './rules.ts';

type Child = { readonly id: Id; readonly name: string };
type Named = ReadonlyMap<Id, string>;

/** The case notes in the file of a child, the latest first. */
export function CaseNotesPage(props: {
  child: Child;
  notes: readonly CaseNote[];
  staff: Named;
  today: Day;
  mayWrite: boolean;
}) {
  const { child, notes, staff, today, mayWrite } = props;
  const at = `/people/${child.id}/case-notes`;
  return (
    <>
      <PageHead
        title={`Case notes about ${child.name}`}
        above={<Link href={`/people/${child.id}`}>{child.name}</Link>}
        actions={mayWrite && <ButtonLink href={`${at}/new`}>Write a case note</ButtonLink>}
      />
      <Panel flush={notes.length > 0}>
        {notes.length === 0 ? (
          <EmptyState title="No case note is on record yet">
            <p>What is said or found outside a visit stands here as soon as it is written down.</p>
          </EmptyState>
        ) : (
          <Table
            caption={`Case notes about ${child.name}, the latest first`}
            movable
            columns={[
              { head: 'Day', isName: true, narrow: 'lead' },
              { head: 'What', narrow: 'beside' },
              { head: 'What was said', narrow: 'full' },
              { head: 'With', narrow: 'start' },
              { head: 'By', narrow: 'end' },
            ]}
            rows={notes.map((note) => ({
              id: note.id,
              cells: [
                <Link key="day" href={`${at}/${note.id}`}>
                  {dayNarrow(note.happenedOn, today)}
                </Link>,
                labelOf(CASE_NOTE_KINDS, note.kind),
                firstWords(note),
                note.withWhom ?? '',
                staff.get(note.writtenBy) ?? '',
              ],
            }))}
          />
        )}
      </Panel>
    </>
  );
}

const LONGEST_LINE = 160;

function firstWords({ words, about }: CaseNote): string {
  const text = words ?? about ?? '';
  return text.length > LONGEST_LINE ? `${text.slice(0, LONGEST_LINE)} …` : text;
}

/** One case note in the file of one child. Nothing that was written of another child stands here. */
export function CaseNotePage(props: {
  child: Child;
  note: CaseNote;
  others: readonly { readonly href: string; readonly name: string }[];
  corrections: readonly Correction[];
  staff: Named;
  today: Day;
  mayCorrect: boolean;
}) {
  const { child, note, others, corrections, staff, today, mayCorrect } = props;
  const at = `/people/${child.id}/case-notes`;
  return (
    <>
      <PageHead
        title={`Case note of ${dayInWords(note.happenedOn, today)}`}
        above={
          <>
            <Link href={`/people/${child.id}`}>{child.name}</Link>, <Link href={at}>case notes</Link>
          </>
        }
        below={[labelOf(CASE_NOTE_KINDS, note.kind), note.withWhom].filter(Boolean).join(': ')}
        actions={
          mayCorrect && (
            <ButtonLink href={`${at}/${note.id}/corrections/new`} kind="secondary">
              Correct this note
            </ButtonLink>
          )
        }
      />
      <WithAside
        aside={
          <>
            <Panel title="The note">
              <SummaryList lines={linesOf(props)} plain />
              {note.version > 1 && <p class="c-small">Corrected. What stood before is kept.</p>}
            </Panel>
            <AlsoIn title="About them too" others={others} />
            <Corrections corrections={corrections} staff={staff} today={today} />
          </>
        }
      >
        <Written title="What was said" words={note.words} />
        <Written title={`About ${child.name}`} words={note.about} />
        <Written title="For this file alone" words={note.withheld} mark={<WithheldTag />} />
        <Written title="What follows" words={note.follows} />
      </WithAside>
    </>
  );
}

function linesOf({ note, staff, today }: Parameters<typeof CaseNotePage>[0]) {
  const { happenedOn, happenedTime, toldOn, withWhom, writtenBy, recordedAt } = note;
  return [
    { label: 'When', value: [dayInWords(happenedOn, today), happenedTime].filter(Boolean).join(', ') },
    ...(toldOn === undefined ? [] : [{ label: 'Told to us', value: dayInWords(toldOn, today) }]),
    ...(withWhom === undefined ? [] : [{ label: 'With', value: withWhom }]),
    { label: 'By', value: staff.get(writtenBy) ?? 'Somebody of the staff' },
    { label: 'Written down', value: momentInWords(recordedAt, today) },
  ];
}
