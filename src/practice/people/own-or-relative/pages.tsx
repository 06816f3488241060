import { dayInWords } from '../../../language/dates-in-words.ts';
import { type Day, dayOf } from '../../../language/day.ts';
import type { Problem } from '../../../language/outcome.ts';
import type { RawAnswers } from '../../../platform/forms/raw-answers.ts';
import { AsTyped } from '../../../platform/html/as-typed.tsx';
import { SubmitButton } from '../../../platform/html/buttons.tsx';
import { Radios, SelectInput } from '../../../platform/html/choices.tsx';
import { ErrorSummary } from '../../../platform/html/error-summary.tsx';
import { Link } from '../../../platform/html/links.tsx';
import { PageHead, Panel } from '../../../platform/html/panel.tsx';
import { DayInput, TextInput, WordsInput } from '../../../platform/html/text-inputs.tsx';
import { ActionForm } from '../../../platform/web/action-form.tsx';
import { dayOfLife } from '../person/index.ts';
import type { AtWork } from '../staff/index.ts';
import { type Said, TIES, tieInWords } from './rules.ts';

type Typed = {
  readonly values: RawAnswers;
  readonly problems: readonly Problem[];
  readonly draft: { readonly url: string; readonly version: number };
};

const OPTIONS = TIES.map(({ code, label }) => ({ value: code, label }));
const OF_ONESELF = [
  { value: 'own record', label: 'It is my own record' },
  { value: 'relative', label: 'A relative' },
  { value: 'same household', label: 'We live in the same household' },
  { value: 'close to them', label: 'Close to me: a friend, a neighbour, a former partner' },
];

/** One's own page: what one has said, and the form to say more. It never says whether anybody is on record. */
export function OwnPage(props: Typed & { said: readonly Said[]; today: Day }) {
  const { said, today, values, problems, draft } = props;
  return (
    <>
      <PageHead
        title="People close to you"
        above={<Link href="/own-account">Your account</Link>}
        below="Their record is never yours to open, whatever your role. Saying so protects them, and you."
      />
      <div class="c-form-column">
        <ErrorSummary problems={problems} />
        <Panel title="What stands">
          {said.length === 0 ? (
            <p class="c-small">You have said nothing so far.</p>
          ) : (
            <ul class="c-plain-list">
              {said.map((one) => (
                <li key={one.id}>
                  <strong>{one.typed === undefined ? 'A record' : one.typed.name}</strong>
                  {one.typed && `, born ${dayOfLife(one.typed.bornOn)}`}. {tieInWords(one.kind)}.
                  <span class="c-small"> Said on {dayInWords(dayOf(one.saidAt), today)}.</span>
                </li>
              ))}
            </ul>
          )}
          <p class="c-small">If one of them no longer holds, tell your manager: only a manager ends it.</p>
        </Panel>
        <Panel title="Add somebody">
          <p>
            If they are on record now or come on record later, you will find nothing there. This page does not
            say whether they are.
          </p>
          <ActionForm to="/own-account/own-or-relatives" draft={draft}>
            <AsTyped values={values} problems={problems}>
              <TextInput name="givenName" label="First name" width={20} />
              <TextInput name="familyName" label="Family name" width={20} />
              <DayInput name="bornOn" label="Date of birth" />
              <Radios name="kind" label="What are they to you?" options={OF_ONESELF} small />
              <WordsInput name="words" label="Anything your manager should know (optional)" rows={2} />
            </AsTyped>
            <SubmitButton busyWords="Keeping">Keep this</SubmitButton>
          </ActionForm>
        </Panel>
      </div>
    </>
  );
}

/** The questions about one record: whose it is, and what it is to them. `staff` is there for a manager alone. */
export function RecordQuestions({ staff }: { staff: readonly AtWork[] | undefined }) {
  return (
    <>
      {staff && (
        <SelectInput
          name="staffId"
          label="Whose own or relative’s record is it?"
          hint="If it is yours, leave this as it is"
          empty="It is mine"
          options={staff.map(({ id, name, title }) => ({ value: id, label: `${name}, ${title}` }))}
        />
      )}
      <Radios
        name="kind"
        label={staff ? 'What is the record to them?' : 'What is the record to you?'}
        options={staff ? OPTIONS : OF_ONESELF}
        small
      />
      <WordsInput name="words" label="Anything a manager should know (optional)" rows={2} />
    </>
  );
}

/** The question when it no longer holds. */
export function EndingQuestions({ said }: { said: Said }) {
  return (
    <WordsInput
      name="why"
      label={`Why does it no longer hold for ${said.staffName}?`}
      hint="They may then open the record where their role or their work allows it"
      rows={3}
    />
  );
}
