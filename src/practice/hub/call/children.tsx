import type { RawAnswers } from '../../../platform/forms/raw-answers.ts';
import { valueIn } from '../../../platform/html/answers.ts';
import { Fieldset } from '../../../platform/html/choices.tsx';
import { Details } from '../../../platform/html/disclosure.tsx';
import { TextInput } from '../../../platform/html/text-inputs.tsx';

const MOST_CHILDREN = 8;

/** The children a call is about: the first, and more of the family one press away. */
export function Children({ values }: { values: RawAnswers }) {
  const given = Array.from({ length: MOST_CHILDREN }, (_, index) => index).filter(
    (index) =>
      index === 0 ||
      ['givenName', 'familyName', 'birthOrAge', 'personId'].some((name) =>
        valueIn(values, `children.${index}.${name}`),
      ),
  );
  const more = Array.from({ length: MOST_CHILDREN }, (_, index) => index).filter(
    (index) => !given.includes(index),
  );
  return (
    <>
      {given.map((index) => (
        <Child key={index} index={index} values={values} />
      ))}
      <Details summary="More children of the family">
        {more.map((index) => (
          <Child key={index} index={index} values={values} />
        ))}
      </Details>
    </>
  );
}

function Child({ index, values }: { index: number; values: RawAnswers }) {
  const name = (part: string) => `children.${index}.${part}`;
  const personId = valueIn(values, name('personId'));
  return (
    <Fieldset legend={`Child ${index + 1}`}>
      {personId === undefined || personId === '' ? null : (
        <p class="c-small">On record already: this contact will be kept with them.</p>
      )}
      <input type="hidden" name={name('personId')} value={personId ?? ''} />
      <div class="c-row">
        <TextInput name={name('givenName')} label="Given name" width={20} />
        <TextInput name={name('familyName')} label="Family name" width={20} />
        <TextInput
          name={name('birthOrAge')}
          label="Born, due or age"
          hint="12 3 2019, due 9 May, about six"
          width={20}
        />
      </div>
    </Fieldset>
  );
}
