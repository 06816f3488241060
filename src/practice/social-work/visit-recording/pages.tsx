import type { Problem } from '../../../language/outcome.ts';
import type { RawAnswers } from '../../../platform/forms/raw-answers.ts';
import { HiddenInputs, SubmitButton } from '../../../platform/html/buttons.tsx';
import { Checkboxes, Radios } from '../../../platform/html/choices.tsx';
import { Panel } from '../../../platform/html/panel.tsx';
import { StandingTag } from '../../../platform/html/tags.tsx';
import { DayInput, TextInput, WordsInput } from '../../../platform/html/text-inputs.tsx';
import type { Code } from '../../../profile/code-sets/code-set.ts';
import { VISIT_MANNERS, VISIT_PLACES } from '../../../profile/code-sets/visits.ts';
import { OtherChildren, WhyCorrected, WithheldWords, WritingPage } from '../written-together/index.ts';
import { SIGHTS } from './rules.ts';

/** What was typed, and what is wrong with it. */
export type Typed = { readonly values: RawAnswers; readonly problems: readonly Problem[] };

type Draft = { readonly url: string; readonly version: number };
type Child = { readonly id: string; readonly name: string };

/** A visit to write down: the child's own words first, then the visit; whoever was there too is written in the same hour. */
export function RecordPage(props: Typed & { child: Child; others: readonly Child[]; draft: Draft }) {
  const { child, others } = props;
  const isAmongOthers = others.length > 0;
  return (
    <WritingPage
      {...props}
      title={`A visit to ${child.name}`}
      to={`/people/${child.id}/visits`}
      back={backTo(child)}
      send={<SubmitButton busyWords="Keeping">Keep this visit</SubmitButton>}
    >
      <Panel title={child.name}>
        <HiddenInputs values={{ 'children.0.personId': child.id }} />
        <AboutChild child={child} at="children.0." isAmongOthers={isAmongOthers} />
      </Panel>
      <SharedQuestions isAmongOthers={isAmongOthers} />
      <OtherChildren
        others={others}
        question={(name) => `Was ${name} visited too?`}
        yes="Yes, in the same visit"
        about={(other, place) => <AboutChild child={other} at={place} isAmongOthers />}
      />
    </WritingPage>
  );
}

/** A visit to correct, as it stands in the file of one child, with the reason. */
export function CorrectPage(
  props: Typed & { child: Child; visitId: string; version: number; isAmongOthers: boolean; draft: Draft },
) {
  const { child, visitId, isAmongOthers, version } = props;
  const at = `/people/${child.id}/visits/${visitId}`;
  return (
    <WritingPage
      {...props}
      title={`Correct a visit to ${child.name}`}
      to={`${at}/corrections`}
      back={backTo(child)}
      send={<SubmitButton busyWords="Keeping">Keep the correction</SubmitButton>}
    >
      <HiddenInputs values={{ version: String(version) }} />
      <Panel title={child.name}>
        <AboutChild child={child} at="" isAmongOthers={isAmongOthers} />
      </Panel>
      <SharedQuestions isAmongOthers={isAmongOthers} />
      <WhyCorrected />
    </WritingPage>
  );
}

function backTo({ id }: Child) {
  return { href: `/people/${id}/visits`, words: 'Back to the visits' };
}

function AboutChild({ child, at, isAmongOthers }: { child: Child; at: string; isAmongOthers: boolean }) {
  return (
    <>
      <WordsInput
        name={`${at}said`}
        label={`What did ${child.name} say?`}
        hint="In their own words. For a baby, or without words: what they did."
        rows={4}
      />
      <Checkboxes name={`${at}sight`} label={`Was ${child.name} seen?`} options={optionsOf(SIGHTS)} small />
      <WordsInput
        name={`${at}about`}
        label={`What did you see and hear of ${child.name}?`}
        hint={isAmongOthers ? `Stands in the file of ${child.name} alone.` : undefined}
        rows={4}
      />
      {isAmongOthers && <WithheldWords at={at} />}
    </>
  );
}

function SharedQuestions({ isAmongOthers }: { isAmongOthers: boolean }) {
  return (
    <Panel title={isAmongOthers ? 'The visit, for all of them' : 'The visit'}>
      <Radios name="place" label="Where was it?" options={optionsOf(VISIT_PLACES.codes)} small />
      <p class="c-small">
        Video counts as seeing a child, the telephone does not.{' '}
        <StandingTag standing={VISIT_PLACES.standing} />
      </p>
      <Radios name="manner" label={VISIT_MANNERS.title} options={optionsOf(VISIT_MANNERS.codes)} small />
      <Checkboxes
        name="nobodyIn"
        label="Was somebody in?"
        options={[{ value: 'yes', label: 'Nobody was in' }]}
        small
      />
      <DayInput name="visitedOn" label="Which day was it?" />
      <TextInput
        name="visitedTime"
        label="About what time, if you know"
        hint="For example, 14:30"
        width={5}
      />
      <TextInput name="companions" label="Who went with you, if anybody" />
      <WordsInput
        name="words"
        label="What did you see and hear?"
        hint={isAmongOthers ? 'Stands in the file of each child who was visited.' : undefined}
      />
      <WordsInput name="agreed" label="What was agreed, with whom, until when?" rows={3} />
    </Panel>
  );
}

function optionsOf(codes: readonly Code[]) {
  return codes.map(({ code, label }) => ({ value: code, label }));
}
