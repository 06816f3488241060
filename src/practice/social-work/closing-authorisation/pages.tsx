import { dayInWords, timeInWords } from '../../../language/dates-in-words.ts';
import { dayOf } from '../../../language/day.ts';
import type { Id } from '../../../language/id.ts';
import { ErrorSummary } from '../../../platform/html/error-summary.tsx';
import { Link } from '../../../platform/html/links.tsx';
import { type SummaryLine, SummaryList } from '../../../platform/html/lists.tsx';
import { PageHead, Panel, PanelPart, WithAside } from '../../../platform/html/panel.tsx';
import { StandingTag, Tag } from '../../../platform/html/tags.tsx';
import { Voice, Words } from '../../../platform/html/voice.tsx';
import { VIEW_NOT_HEARD_REASONS } from '../../../profile/code-sets/closings.ts';
import { labelOf } from '../../../profile/code-sets/code-set.ts';
import { PERIOD_ENDED_REASONS } from '../../../profile/code-sets/service-kinds.ts';
import { dayOfLife } from '../../people/person/index.ts';
import { type Closing, type ClosingStanding, closingsAt, standingOf, type View } from '../closing/index.ts';
import { toldInWords } from '../closing-letter/index.ts';
import { kindInWords } from '../period-of-service/index.ts';
import { Answering } from './answering.tsx';
import type { ClosingProps } from './shown.ts';

/** One closing: what the child says first, then each parent; at the right what is proposed, and the answer. */
export function ClosingPage(props: ClosingProps) {
  const { closing, people, problems } = props;
  const child = people.get(closing.personId) ?? 'A child on record';
  return (
    <>
      <PageHead
        title="Closing with the family"
        above={
          <>
            <Link href={`/people/${closing.personId}`}>{child}</Link>,{' '}
            <Link href={closingsAt(closing.personId)}>closings</Link>
          </>
        }
        below={`${kindInWords(closing.kind)}, open since ${dayOfLife(closing.beganOn)}`}
      />
      <ErrorSummary problems={problems} />
      <WithAside
        aside={
          <>
            <Answering {...props} />
            <Facts {...props} />
            <RatedSo {...props} />
            <Letters {...props} />
          </>
        }
      >
        <Family {...props} child={child} />
        <Panel title="What was reached">
          <Words words={closing.reached} />
          <PanelPart title="How they can come back">
            <Words words={closing.comeBack} />
          </PanelPart>
          <PanelPart title="Who tells the school and others">
            <Words words={closing.othersTold} />
          </PanelPart>
        </Panel>
      </WithAside>
    </>
  );
}

/** The tag of how a closing stands. */
export function StandingOfClosing({ closing }: { closing: Closing }) {
  const words = { proposed: 'Waits for a manager', authorised: 'Authorised', returned: 'Given back', withdrawn: 'Withdrawn' } as const; // biome-ignore format: one list
  const marks: Readonly<Record<ClosingStanding, Parameters<typeof Tag>[0]['colour']>> = { proposed: 'blue', authorised: 'green', returned: 'amber', withdrawn: 'none' }; // biome-ignore format: one list
  const standing = standingOf(closing);
  return <Tag colour={marks[standing]}>{words[standing]}</Tag>;
}

function Family({ closing, views, people, child }: ClosingProps & { child: string }) {
  return (
    <>
      {views.map((view) => (
        <OneView
          key={`${view.parentId ?? view.named ?? 'child'}`}
          view={view}
          name={view.whose === 'child' ? child : nameOf(view, people)}
        />
      ))}
      <Panel title="What they disagree with">
        {closing.disagreed === undefined ? (
          <p class="c-small">Nothing was said.</p>
        ) : (
          <Words words={closing.disagreed} />
        )}
      </Panel>
    </>
  );
}

function OneView({ view, name }: { view: View; name: string }) {
  const title = `What ${name} says`;
  if (view.words !== undefined) return <Voice words={view.words} title={title} by={name} />;
  return (
    <Panel title={title}>
      <p>
        Not heard. {labelOf(VIEW_NOT_HEARD_REASONS, view.whyNot ?? '')}.{' '}
        <StandingTag standing={VIEW_NOT_HEARD_REASONS.standing} />
      </p>
    </Panel>
  );
}

function nameOf({ parentId, named }: Pick<View, 'parentId' | 'named'>, people: ReadonlyMap<Id, string>) {
  return named ?? (parentId && people.get(parentId)) ?? 'Somebody on record';
}

function Facts(props: ClosingProps) {
  const { closing } = props;
  const { proposedAt, proposedBy, authorisedAt, authorisedBy, returnedAt, returnedBy, withdrawnAt } = closing;
  const step = (label: string, at: Date | undefined, by: Id | undefined): readonly SummaryLine[] =>
    at === undefined ? [] : [{ label, value: momentBy(at, by, props) }];
  return (
    <Panel title="The closing" link={<StandingOfClosing closing={closing} />}>
      <SummaryList
        plain
        lines={[
          { label: 'Why it ends', value: labelOf(PERIOD_ENDED_REASONS, closing.reason) },
          ...step('Proposed', proposedAt, proposedBy),
          ...step('Authorised', authorisedAt, authorisedBy),
          ...step('Given back', returnedAt, returnedBy),
          ...step('Withdrawn', withdrawnAt, closing.withdrawnBy),
        ]}
      />
    </Panel>
  );
}

function RatedSo({ closing, rating, staff, today }: ClosingProps) {
  if (rating === undefined) return null;
  const { why, toDo, ratedAt, ratedBy } = rating;
  return (
    <Panel
      title="A rating proposed it"
      link={<Link href={`/people/${closing.personId}/ratings`}>All ratings</Link>}
    >
      <SummaryList
        plain
        lines={[
          { label: 'Rated', value: momentBy(ratedAt, ratedBy, { staff, today }) },
          { label: 'Why', value: <span class="c-as-written">{why}</span> },
          { label: 'What will be done', value: <span class="c-as-written">{toDo}</span> },
        ]}
      />
    </Panel>
  );
}

function momentBy(
  at: Date,
  by: Id | undefined,
  { staff, today }: Pick<ClosingProps, 'staff' | 'today'>,
): string {
  const who = by === undefined ? undefined : staff.get(by);
  return [dayInWords(dayOf(at), today), timeInWords(at), who].filter(Boolean).join(', ');
}

function Letters({ letters, people }: ClosingProps) {
  return letters.length === 0 ? null : (
    <Panel title="The family is told">
      <SummaryList
        plain
        lines={letters.map((letter) => ({
          label: nameOf({ parentId: letter.readerId, named: letter.named }, people),
          value: toldInWords(letter),
        }))}
      />
      <p class="c-small">An email goes by itself. Everything else is told by a person.</p>
    </Panel>
  );
}
