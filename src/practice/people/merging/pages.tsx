import { dayInWords } from '../../../language/dates-in-words.ts';
import { type Day, dayOf } from '../../../language/day.ts';
import type { Id } from '../../../language/id.ts';
import type { Problem } from '../../../language/outcome.ts';
import type { RawAnswers } from '../../../platform/forms/raw-answers.ts';
import { AsTyped } from '../../../platform/html/as-typed.tsx';
import { ButtonGroup, SubmitButton } from '../../../platform/html/buttons.tsx';
import { Checkboxes, Radios } from '../../../platform/html/choices.tsx';
import { Notice } from '../../../platform/html/disclosure.tsx';
import { EmptyState } from '../../../platform/html/empty-state.tsx';
import { ErrorSummary } from '../../../platform/html/error-summary.tsx';
import { ButtonLink, Link } from '../../../platform/html/links.tsx';
import { SummaryList } from '../../../platform/html/lists.tsx';
import { PageHead, Panel, WithAside } from '../../../platform/html/panel.tsx';
import { Table } from '../../../platform/html/table.tsx';
import { Tag } from '../../../platform/html/tags.tsx';
import { WordsInput } from '../../../platform/html/text-inputs.tsx';
import { Words } from '../../../platform/html/voice.tsx';
import { ActionForm } from '../../../platform/web/action-form.tsx';
import { labelOf } from '../../../profile/code-sets/code-set.ts';
import { MERGE_IDENTIFIERS } from '../../../profile/code-sets/merge-identifiers.ts';
import { CONFLICTS, type Merge, standsIn } from '../merge/index.ts';
import { dayOfLife, namedWithAge, type PersonBrief } from '../person/index.ts';

type Typed = { readonly values: RawAnswers; readonly problems: readonly Problem[] };

/** A record beside the other, with what stands in the way of leaving it. */
type Side = { readonly brief: PersonBrief; readonly whenLeft: readonly string[] };

/** The question whether two records become one, and how. */
export function MergingPage(
  props: Typed & {
    duplicateId: Id;
    records: readonly [Side, Side];
    agree: ReadonlyMap<string, string>;
    today: Day;
    draft: { readonly url: string; readonly version: number };
  },
) {
  const { duplicateId, records, agree, values, problems } = props;
  return (
    <>
      <PageHead
        title="Make two records one"
        above={<Link href={`/duplicates/${duplicateId}`}>The two side by side</Link>}
        below="At once, and it can be undone. No fact is moved or lost."
      />
      <ErrorSummary problems={problems} />
      <WithAside aside={<WhatHappens />}>
        <Panel>
          <ActionForm to={`/duplicates/${duplicateId}/merges`} draft={props.draft}>
            <AsTyped values={values} problems={problems}>
              <WhichIsKept {...props} records={records} />
              <WhatAgrees agree={agree} />
              <WordsInput name="reason" label="Why are they one person?" rows={4} />
            </AsTyped>
            <ButtonGroup>
              <SubmitButton busyWords="Merging">Make them one record</SubmitButton>
              <Link href={`/duplicates/${duplicateId}`}>Back</Link>
            </ButtonGroup>
          </ActionForm>
        </Panel>
      </WithAside>
    </>
  );
}

function WhichIsKept({ records, today }: { records: readonly [Side, Side]; today: Day }) {
  const [one, other] = records;
  const option = ({ brief }: Side, left: Side) => ({
    value: brief.id,
    label: `${namedWithAge(brief, today)}, number ${brief.number}`,
    hint:
      left.whenLeft.length === 0
        ? `${left.brief.number} then leads to it`
        : `Not yet. On ${left.brief.number}: ${left.whenLeft.map((name) => CONFLICTS[name] ?? name).join(' ')}`,
  });
  return (
    <Radios
      name="keptId"
      label="Which record is kept?"
      hint="Work that goes on stays with it, and what is written from now on stands there"
      options={[option(one, other), option(other, one)]}
    />
  );
}

function WhatAgrees({ agree }: { agree: ReadonlyMap<string, string> }) {
  const options = MERGE_IDENTIFIERS.codes.filter(({ code }) => agree.has(code));
  if (options.length < 2)
    return (
      <Notice colour="amber">
        <p>
          The two records say the same of fewer than two identifiers. Put on record what is missing, with who
          said so, and come back.
        </p>
      </Notice>
    );
  return (
    <Checkboxes
      name="identifiers"
      label={MERGE_IDENTIFIERS.title}
      hint="Tick at least two. These say the same on both"
      small
      options={options.map(({ code, label }) => ({ value: code, label, hint: agree.get(code) }))}
    />
  );
}

function WhatHappens() {
  return (
    <Panel title="What happens">
      <ul class="govuk-list govuk-list--bullet">
        <li>Both records are read as one by whoever may open both.</li>
        <li>A wall round one of them stands round both.</li>
        <li>Nobody sees more than before until another manager has reviewed it.</li>
        <li>The old number and address lead to the record that is kept.</li>
        <li>When it is undone, each fact written meanwhile is given to one of the two.</li>
      </ul>
    </Panel>
  );
}

type Shown = {
  readonly briefs: ReadonlyMap<Id, PersonBrief>;
  readonly names: ReadonlyMap<Id, string>;
  readonly today: Day;
};

/** The merges that wait for a review, and the latest others. */
export function MergesPage(props: Shown & { merges: readonly Merge[]; by: Id }) {
  const { merges } = props;
  const waiting = merges.filter((one) => standsIn(one) && one.reviewed === undefined);
  const groups = [
    { title: 'To be reviewed by somebody else', some: waiting },
    { title: 'Reviewed', some: merges.filter((one) => standsIn(one) && one.reviewed !== undefined) },
    { title: 'Undone', some: merges.filter((one) => !standsIn(one)) },
  ];
  return (
    <>
      <PageHead
        title="Merged records"
        above={<Link href="/duplicates">Possible duplicates</Link>}
        below="Two records of one person. Until somebody else has reviewed it, nobody sees more than before."
      />
      <Panel flush={merges.length > 0}>
        {merges.length === 0 ? (
          <EmptyState title="No records are merged" figure={0} calm>
            <p>Two records become one from the list of possible duplicates.</p>
          </EmptyState>
        ) : (
          <Table
            caption="Merged records, those to be reviewed first"
            movable
            columns={[
              { head: 'Record that is kept', isName: true, narrow: 'lead' },
              { head: 'Other record', narrow: 'full' },
              { head: 'Merged', narrow: 'start' },
              { head: 'By', narrow: 'end' },
            ]}
            groups={groups
              .filter(({ some }) => some.length > 0)
              .map(({ title, some }) => ({
                title,
                rows: some.map((one) => ({ id: one.id, cells: cellsOf(one, props) })),
              }))}
          />
        )}
      </Panel>
    </>
  );
}

function cellsOf({ id, keptId, otherId, mergedAt, mergedBy }: Merge, { briefs, names, today }: Shown) {
  const called = (person: Id) => {
    const brief = briefs.get(person);
    return brief === undefined ? 'A person' : `${namedWithAge(brief, today)}, ${brief.number}`;
  };
  return [
    <Link key="kept" href={`/people/${keptId}/merges/${id}`}>
      {called(keptId)}
    </Link>,
    called(otherId),
    dayInWords(dayOf(mergedAt), today),
    names.get(mergedBy) ?? '',
  ];
}

/** A merge: which two, who, why, what was checked, the review, and the way back. */
export function MergedPage(props: Shown & Typed & { merge: Merge; mayReview: boolean; mayUndo: boolean }) {
  const { merge, problems, mayReview } = props;
  const stands = standsIn(merge);
  return (
    <>
      <PageHead
        title={stands ? 'Two records that are one' : 'Two records that were one'}
        above={<Link href="/merges">Merged records</Link>}
        actions={
          stands &&
          props.mayUndo && (
            <ButtonLink kind="secondary" href={`/people/${merge.keptId}/merges/${merge.id}/undoings/new`}>
              Undo it
            </ButtonLink>
          )
        }
      />
      <ErrorSummary problems={problems} />
      <WithAside aside={mayReview && <ReviewPanel {...props} />}>
        <WhatPanel {...props} />
      </WithAside>
    </>
  );
}

function WhatPanel({ merge, briefs, names, today }: Shown & { merge: Merge }) {
  const { keptId, otherId, mergedAt, mergedBy, reviewed, undone } = merge;
  const nameOf = (id: Id) => names.get(id) ?? 'Somebody of the staff';
  const on = (at: Date) => dayInWords(dayOf(at), today);
  return (
    <Panel title={<Standing merge={merge} />}>
      <SummaryList
        plain
        lines={[
          { label: undone ? 'First record' : 'Kept', value: inWords(briefs.get(keptId), today) },
          { label: undone ? 'Second record' : 'Leads to it', value: inWords(briefs.get(otherId), today) },
          { label: 'Merged', value: `${on(mergedAt)}, by ${nameOf(mergedBy)}` },
          {
            label: 'Checked on both',
            value: merge.identifiers.map((code) => labelOf(MERGE_IDENTIFIERS, code)).join(', '),
          },
          {
            label: 'Reviewed',
            value: reviewed ? `${on(reviewed.at)}, by ${nameOf(reviewed.by)}` : 'Not by somebody else yet',
          },
          ...(undone ? [{ label: 'Undone', value: `${on(undone.at)}, by ${nameOf(undone.by)}` }] : []),
        ]}
      />
      <Words words={merge.reason} by={nameOf(mergedBy)} />
      {reviewed && <Words words={reviewed.words} by={nameOf(reviewed.by)} />}
      {undone && <Words words={undone.why} by={nameOf(undone.by)} />}
    </Panel>
  );
}

function Standing({ merge }: { merge: Merge }) {
  if (!standsIn(merge)) return <Tag>Undone</Tag>;
  return <Tag>{merge.reviewed === undefined ? 'To be reviewed' : 'Reviewed'}</Tag>;
}

function inWords(brief: PersonBrief | undefined, today: Day): string {
  if (brief === undefined) return 'A record that you may not open';
  const born = brief.bornOn === undefined ? '' : `, born ${dayOfLife(brief.bornOn)}`;
  return `${namedWithAge(brief, today)}, number ${brief.number}${born}`;
}

function ReviewPanel({ merge, values, problems }: Typed & { merge: Merge }) {
  return (
    <Panel title="Are they one person?">
      <p>If you say so, whoever works with one of the two records sees the other, too. If not, undo it.</p>
      <ActionForm to={`/people/${merge.keptId}/merges/${merge.id}/reviews`}>
        <AsTyped values={values} problems={problems}>
          <WordsInput name="words" label="What did you look at?" rows={3} />
        </AsTyped>
        <SubmitButton wide>They are one person</SubmitButton>
      </ActionForm>
    </Panel>
  );
}
