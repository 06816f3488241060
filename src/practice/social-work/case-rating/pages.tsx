import { dayInWords, timeInWords } from '../../../language/dates-in-words.ts';
import { type Day, dayOf } from '../../../language/day.ts';
import type { Id } from '../../../language/id.ts';
import { AsTyped } from '../../../platform/html/as-typed.tsx';
import { SubmitButton } from '../../../platform/html/buttons.tsx';
import { EmptyState } from '../../../platform/html/empty-state.tsx';
import { ErrorSummary } from '../../../platform/html/error-summary.tsx';
import { ButtonLink, Link } from '../../../platform/html/links.tsx';
import { SummaryList } from '../../../platform/html/lists.tsx';
import { PageHead, Panel, WithAside } from '../../../platform/html/panel.tsx';
import { RatingTag, Tag } from '../../../platform/html/tags.tsx';
import { SaveState } from '../../../platform/html/voice.tsx';
import { ActionForm } from '../../../platform/web/action-form.tsx';
import type { Context } from '../../../platform/web/context.ts';
import { RATING_AXES } from '../../../profile/code-sets/case-ratings.ts';
import { labelOf } from '../../../profile/code-sets/code-set.ts';
import { type CaseRating, LookAgainWords, lookAgain } from '../../people/childhood/index.ts';
import type { Person } from '../../people/person/index.ts';
import type { Typed } from '../../people/person-facts/index.ts';
import { type CaseReading, CaseReadingPanel } from '../case-reading/index.ts';
import { proposeClosingAt } from '../closing/index.ts';
import { RatingQuestions } from './questions.tsx';

/** Every rating of a case, the latest first: what was said then stands as it was said. */
export function RatingsPage(props: {
  child: Person;
  ratings: readonly CaseRating[];
  staff: ReadonlyMap<Id, string>;
  isOpen: boolean;
  mayRate: boolean;
  context: Context;
}) {
  const { child, ratings, mayRate, isOpen } = props;
  return (
    <>
      <PageHead
        title={`Ratings of ${child.name}`}
        above={<Link href={`/people/${child.id}`}>{child.name}</Link>}
        below={isOpen ? 'The latest is in force' : 'Nothing is open, so no rating is in force'}
        actions={mayRate && <ButtonLink href={`/people/${child.id}/ratings/new`}>Rate this case</ButtonLink>}
      />
      {ratings.length === 0 && (
        <Panel>
          <EmptyState title="This case was not rated yet">
            <p>A rating is made by a manager who does not work with the child.</p>
          </EmptyState>
        </Panel>
      )}
      {ratings.map((rating, index) => (
        <OneRating key={rating.id} {...props} rating={rating} isInForce={isOpen && index === 0} />
      ))}
    </>
  );
}

function OneRating({
  child,
  rating,
  staff,
  isInForce,
  context: { today, profile, viewer },
}: Parameters<typeof RatingsPage>[0] & { rating: CaseRating; isInForce: boolean }) {
  const next = lookAgain(rating, profile);
  const lines = [
    { label: labelOf(RATING_AXES, 'harm'), value: <RatingTag colour={rating.harm} /> },
    { label: labelOf(RATING_AXES, 'breakdown'), value: <RatingTag colour={rating.breakdown} /> },
    { label: 'Why', value: <span class="c-as-written">{rating.why}</span> },
    { label: 'What will be done', value: <span class="c-as-written">{rating.toDo}</span> },
    ...(next && isInForce
      ? [{ label: 'Look again', value: <LookAgainWords next={next} today={today} /> }]
      : []),
    ...(rating.proposesClosing
      ? [
          {
            label: 'Closing',
            value:
              isInForce && viewer.permissions.has('closing: propose') ? (
                <Link href={proposeClosingAt(child.id)}>Proposed: close it with the family</Link>
              ) : (
                'Proposed, with the family'
              ),
          },
        ]
      : []),
    { label: 'Rated by', value: staff.get(rating.ratedBy) ?? 'A manager' },
  ];
  return (
    <Panel title={ratedWhen(rating, today)} link={isInForce ? <Tag>In force</Tag> : undefined}>
      <SummaryList lines={lines} plain />
    </Panel>
  );
}

function ratedWhen({ ratedAt }: CaseRating, today: Day): string {
  return `${dayInWords(dayOf(ratedAt), today)}, ${timeInWords(ratedAt)}`;
}

/** One case to rate between two exercises: reading at the left, rating at the right, nothing chosen. */
export function NewRatingPage(
  props: Typed & {
    reading: CaseReading;
    others: number;
    follows: Id | undefined;
    mayNot: string | undefined;
    draft: { readonly url: string; readonly version: number };
    context: Context;
  },
) {
  const { reading, others, follows, mayNot, draft, values, problems, context } = props;
  const { child } = reading;
  return (
    <>
      <PageHead
        title={`Rate the case of ${child.name}`}
        above={<Link href={`/people/${child.id}/ratings`}>All ratings</Link>}
      />
      <ErrorSummary problems={problems} />
      <div class="c-rate">
        <WithAside
          aside={
            <Panel>
              {mayNot && <p>{mayNot}</p>}
              <ActionForm to={`/people/${child.id}/ratings`} draft={draft}>
                <AsTyped values={values} problems={problems}>
                  <RatingQuestions follows={follows} today={context.today} profile={context.profile} />
                </AsTyped>
                <SubmitButton wide shortcut="ctrl+enter" busyWords="Keeping">
                  Save the rating
                </SubmitButton>
                <SaveState state="saved" words="Kept while you type" />
              </ActionForm>
            </Panel>
          }
        >
          <CaseReadingPanel reading={reading} others={others} today={context.today} level={2} />
        </WithAside>
      </div>
    </>
  );
}
