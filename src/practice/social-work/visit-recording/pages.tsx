import type { ComponentChildren } from 'preact';
import type { Problem } from '../../../language/outcome.ts';
import type { RawAnswers } from '../../../platform/forms/raw-answers.ts';
import { AsTyped } from '../../../platform/html/as-typed.tsx';
import { ButtonGroup, HiddenInputs, SubmitButton } from '../../../platform/html/buttons.tsx';
import { Checkboxes, Radios } from '../../../platform/html/choices.tsx';
import { ErrorSummary } from '../../../platform/html/error-summary.tsx';
import { Link } from '../../../platform/html/links.tsx';
import { PageHead, Panel } from '../../../platform/html/panel.tsx';
import { StandingTag } from '../../../platform/html/tags.tsx';
import { DayInput, TextInput, WordsInput } from '../../../platform/html/text-inputs.tsx';
import { ActionForm } from '../../../platform/web/action-form.tsx';
import type { Code } from '../../../profile/code-sets/code-set.ts';
import { VISIT_MANNERS, VISIT_PLACES } from '../../../profile/code-sets/visits.ts';
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
    <Frame {...props} title={`A visit to ${child.name}`} to={`/people/${child.id}/visits`} back={child}>
      <Panel title={child.name}>
        <HiddenInputs values={{ 'children.0.personId': child.id }} />
        <AboutChild child={child} at="children.0." isAmongOthers={isAmongOthers} />
      </Panel>
      <SharedQuestions isAmongOthers={isAmongOthers} />
      {others.map((other, index) => (
        <Panel key={other.id} title={other.name}>
          <HiddenInputs values={{ [`children.${index + 1}.personId`]: other.id }} />
          <Checkboxes
            name={`children.${index + 1}.part`}
            label={`Was ${other.name} visited too?`}
            options={[{ value: 'yes', label: 'Yes, in the same visit' }]}
            small
          />
          <AboutChild child={other} at={`children.${index + 1}.`} isAmongOthers />
        </Panel>
      ))}
      <SubmitButton busyWords="Keeping">Keep this visit</SubmitButton>
    </Frame>
  );
}

/** A visit to correct, as it stands in the file of one child, with the reason. */
export function CorrectPage(
  props: Typed & { child: Child; visitId: string; version: number; isAmongOthers: boolean; draft: Draft },
) {
  const { child, visitId, isAmongOthers, version } = props;
  const at = `/people/${child.id}/visits/${visitId}`;
  return (
    <Frame {...props} title={`Correct a visit to ${child.name}`} to={`${at}/corrections`} back={child}>
      <HiddenInputs values={{ version: String(version) }} />
      <Panel title={child.name}>
        <AboutChild child={child} at="" isAmongOthers={isAmongOthers} />
      </Panel>
      <SharedQuestions isAmongOthers={isAmongOthers} />
      <Panel title="Why">
        <WordsInput
          name="reason"
          label="Why is it corrected?"
          hint="What stood before is kept, and can be read as it was known then."
          rows={3}
        />
      </Panel>
      <SubmitButton busyWords="Keeping">Keep the correction</SubmitButton>
    </Frame>
  );
}

function Frame(
  props: Typed & { title: string; to: string; back: Child; draft: Draft; children: ComponentChildren },
) {
  const { title, to, back, draft, values, problems, children } = props;
  return (
    <>
      <PageHead title={title} above={<Link href={`/people/${back.id}`}>{back.name}</Link>} />
      <div class="c-form-column">
        <ErrorSummary problems={problems} />
        <ActionForm to={to} draft={draft}>
          <AsTyped values={values} problems={problems}>
            {children}
          </AsTyped>
          <ButtonGroup>
            <Link href={`/people/${back.id}/visits`}>Back to the visits</Link>
          </ButtonGroup>
        </ActionForm>
      </div>
    </>
  );
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
      {isAmongOthers && (
        <WordsInput
          name={`${at}withheld`}
          label="What must the other children not come to know?"
          hint="Withheld from the others: no page, print or list of a brother or sister shows it."
          rows={2}
        />
      )}
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
