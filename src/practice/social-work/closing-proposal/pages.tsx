import { dayOf } from '../../../language/day.ts';
import type { Id } from '../../../language/id.ts';
import { AsTyped } from '../../../platform/html/as-typed.tsx';
import { ButtonGroup, HiddenInputs, SubmitButton } from '../../../platform/html/buttons.tsx';
import { Radios, SelectInput } from '../../../platform/html/choices.tsx';
import { Notice } from '../../../platform/html/disclosure.tsx';
import { EmptyState } from '../../../platform/html/empty-state.tsx';
import { ErrorSummary } from '../../../platform/html/error-summary.tsx';
import { Link } from '../../../platform/html/links.tsx';
import { PageHead, Panel } from '../../../platform/html/panel.tsx';
import { StandingTag } from '../../../platform/html/tags.tsx';
import { TextInput, WordsInput } from '../../../platform/html/text-inputs.tsx';
import { ActionForm } from '../../../platform/web/action-form.tsx';
import { VIEW_NOT_HEARD_REASONS } from '../../../profile/code-sets/closings.ts';
import { PERIOD_ENDED_REASONS } from '../../../profile/code-sets/service-kinds.ts';
import type { CaseRating } from '../../people/childhood/index.ts';
import { dayOfLife, type Person } from '../../people/person/index.ts';
import { optionsOf, type Typed } from '../../people/person-facts/index.ts';
import { closingsAt } from '../closing/index.ts';
import { kindInWords, type Period } from '../period-of-service/index.ts';
import { type Asked, REASONS } from './rules.ts';

/** The form in which a closing is proposed: the child's view first, then each parent's. */
export function ProposalPage(
  props: Typed & {
    child: Person;
    open: readonly Period[];
    asked: readonly Asked[];
    givenBack: string | undefined;
    rating: CaseRating | undefined;
    draft: { readonly url: string; readonly version: number };
  },
) {
  const { child, open, asked, givenBack, rating, values, problems, draft } = props;
  return (
    <>
      <PageHead
        title="Close with the family"
        above={<Link href={`/people/${child.id}`}>{child.name}</Link>}
        below="A manager reads what they say, and authorises it"
      />
      <div class="c-form-column">
        <ErrorSummary problems={problems} />
        {givenBack !== undefined && <Notice colour="amber">Given back: {givenBack}</Notice>}
        {rating && <Proposed rating={rating} />}
        {open.length === 0 ? (
          <Panel>
            <EmptyState title="Nothing is open, so there is nothing to close" />
          </Panel>
        ) : (
          <ActionForm to={closingsAt(child.id)} draft={draft}>
            <AsTyped values={values} problems={problems}>
              {asked.map((one, place) => (
                <ViewQuestions key={one.key} asked={one} at={`views.${place}`} />
              ))}
              <WhatEnds open={open} child={child} />
            </AsTyped>
            <ButtonGroup>
              <SubmitButton busyWords="Proposing">Propose this closing</SubmitButton>
              <Link href={closingsAt(child.id)}>Back to the closings</Link>
            </ButtonGroup>
          </ActionForm>
        )}
      </div>
    </>
  );
}

/** What the manager wrote who proposed it, so that the talk with the family begins there. */
function Proposed({ rating: { why, toDo, ratedAt } }: { rating: CaseRating }) {
  return (
    <Notice>
      <p>
        A rating of {dayOfLife(dayOf(ratedAt))} proposes closing. Nothing closes before the family was heard.
      </p>
      <p class="c-as-written">{why}</p>
      <p class="c-as-written">{toDo}</p>
    </Notice>
  );
}

function ViewQuestions({ asked, at }: { asked: Asked; at: string }) {
  const { key, name, whose } = asked;
  const reasons = VIEW_NOT_HEARD_REASONS.codes.filter(({ of }) => of === 'anybody' || of === whose);
  return (
    <Panel title={name ?? 'A parent or carer who is not on record'}>
      <HiddenInputs values={{ [`${at}.of`]: key }} />
      {name === undefined && (
        <TextInput name={`${at}.named`} label="Who is it, if there is somebody?" width={30} />
      )}
      <WordsInput
        name={`${at}.words`}
        label={`What does ${name ?? 'this parent'} say about ending it?`}
        hint={
          whose === 'child' ? 'In their own words. Without words: what they showed.' : 'In their own words'
        }
        rows={3}
      />
      <SelectInput
        name={`${at}.whyNot`}
        label="Or why were they not heard?"
        empty="They were heard"
        options={optionsOf(reasons)}
      />
      {whose === 'child' && <StandingTag standing={VIEW_NOT_HEARD_REASONS.standing} />}
    </Panel>
  );
}

function WhatEnds({
  open,
  child,
}: {
  open: readonly Period[];
  child: { readonly id: Id; readonly name: string };
}) {
  const [only, ...others] = open;
  return (
    <Panel title="The closing">
      <WordsInput
        name="disagreed"
        label="What do they disagree with?"
        hint="With ending it, or with something that stands in the record. Leave it empty if there is nothing."
        rows={3}
      />
      {only !== undefined && others.length === 0 ? (
        <HiddenInputs values={{ periodId: only.id }} />
      ) : (
        <Radios
          name="periodId"
          label="What ends?"
          small
          options={open.map(({ id, kind, beganOn }) => ({
            value: id,
            label: `${kindInWords(kind)}, since ${dayOfLife(beganOn)}`,
          }))}
        />
      )}
      <Radios name="reason" label="Why does it end?" options={optionsOf(REASONS)} small />
      <p class="c-small">
        Somebody who moves away, is adopted or dies is no closing with the family: a manager ends the period
        itself. <StandingTag standing={PERIOD_ENDED_REASONS.standing} />
      </p>
      <WordsInput
        name="reached"
        label="What was reached?"
        hint={`In words that ${child.name} could read`}
        rows={4}
      />
      <WordsInput name="comeBack" label="How can they come back?" rows={4} />
      <WordsInput
        name="othersTold"
        label="Who tells the school and others, and when?"
        hint="Or that nobody has to be told"
        rows={2}
      />
    </Panel>
  );
}
