import type { Problem } from '../../../language/outcome.ts';
import type { RawAnswers } from '../../../platform/forms/raw-answers.ts';
import { HiddenInputs, SubmitButton } from '../../../platform/html/buttons.tsx';
import { Radios } from '../../../platform/html/choices.tsx';
import { Panel } from '../../../platform/html/panel.tsx';
import { DayInput, TextInput, WordsInput } from '../../../platform/html/text-inputs.tsx';
import { CASE_NOTE_KINDS } from '../../../profile/code-sets/case-notes.ts';
import { optionsOf } from '../../people/person-facts/index.ts';
import { OtherChildren, WhyCorrected, WithheldWords, WritingPage } from '../written-together/index.ts';

type Child = { readonly id: string; readonly name: string };
type Writing = {
  readonly values: RawAnswers;
  readonly problems: readonly Problem[];
  readonly child: Child;
  readonly draft: { readonly url: string; readonly version: number };
};

/** A case note to write down, once for whoever of the children it is about. */
export function WritePage(props: Writing & { others: readonly Child[] }) {
  const { child, others } = props;
  const isAmongOthers = others.length > 0;
  return (
    <WritingPage
      {...props}
      title={`A case note about ${child.name}`}
      to={`/people/${child.id}/case-notes`}
      back={backTo(child)}
      send={<SubmitButton busyWords="Keeping">Keep this note</SubmitButton>}
    >
      <SharedQuestions isAmongOthers={isAmongOthers} />
      <HiddenInputs values={{ 'children.0.personId': child.id }} />
      {isAmongOthers && (
        <Panel title={child.name}>
          <AboutChild child={child} at="children.0." />
        </Panel>
      )}
      <OtherChildren
        others={others}
        question={(name) => `Is it about ${name} too?`}
        yes="Yes, the same note"
        about={(other, at) => <AboutChild child={other} at={at} />}
      />
    </WritingPage>
  );
}

/** A case note to correct, as it stands in the file of one child, with the reason. */
export function CorrectPage(props: Writing & { noteId: string; version: number; isAmongOthers: boolean }) {
  const { child, noteId, version, isAmongOthers } = props;
  const at = `/people/${child.id}/case-notes/${noteId}`;
  return (
    <WritingPage
      {...props}
      title={`Correct a case note about ${child.name}`}
      to={`${at}/corrections`}
      back={backTo(child)}
      send={<SubmitButton busyWords="Keeping">Keep the correction</SubmitButton>}
    >
      <HiddenInputs values={{ version: String(version) }} />
      <SharedQuestions isAmongOthers={isAmongOthers} />
      {isAmongOthers && (
        <Panel title={child.name}>
          <AboutChild child={child} at="" />
        </Panel>
      )}
      <WhyCorrected />
    </WritingPage>
  );
}

function backTo({ id }: Child) {
  return { href: `/people/${id}/case-notes`, words: 'Back to the case notes' };
}

function AboutChild({ child, at }: { child: Child; at: string }) {
  return (
    <>
      <WordsInput
        name={`${at}about`}
        label={`What is only about ${child.name}?`}
        hint={`Stands in the file of ${child.name} alone.`}
        rows={3}
      />
      <WithheldWords at={at} />
    </>
  );
}

function SharedQuestions({ isAmongOthers }: { isAmongOthers: boolean }) {
  return (
    <Panel title={isAmongOthers ? 'The note, for all of them' : 'The note'}>
      <WordsInput
        name="words"
        label="What was said or found?"
        hint={isAmongOthers ? 'Stands in the file of each child it is about.' : undefined}
        rows={6}
      />
      <WordsInput name="follows" label="What follows, who does it, until when?" rows={3} />
      <Radios name="kind" label={CASE_NOTE_KINDS.title} options={optionsOf(CASE_NOTE_KINDS.codes)} small />
      <TextInput name="withWhom" label="With whom?" width={30} />
      <DayInput name="happenedOn" label="Which day was it?" />
      <TextInput
        name="happenedTime"
        label="About what time, if you know"
        hint="For example, 14:30"
        width={5}
      />
      <DayInput
        name="toldOn"
        label="If we came to know of it later: which day?"
        hint="Leave it empty if it was the same day"
      />
    </Panel>
  );
}
