import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { valueIn, valuesIn } from './answers.ts';
import { AsTyped } from './as-typed.tsx';
import { HiddenInputs } from './buttons.tsx';
import { Checkboxes, Radios, SelectInput } from './choices.tsx';
import { ErrorSummary } from './error-summary.tsx';
import { DayInput, PasswordInput, TextInput, WordsInput } from './text-inputs.tsx';

const OPTIONS = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No', hint: 'Nobody will call' },
];
const problems = [{ field: 'children.0.givenName', message: 'Enter a first name' }];

describe('A control in a form', () => {
  const name = 'children.0.givenName';
  const controls = {
    text: <TextInput name={name} label="First name" hint="As they like it" problems={problems} />,
    words: <WordsInput name={name} label="First name" hint="As they like it" problems={problems} />,
    day: <DayInput name={name} label="First day" problems={problems} />,
    password: <PasswordInput name={name} label="Password" hint="Paste works" problems={problems} />,
    select: <SelectInput name={name} label="Which" hint="One" options={OPTIONS} problems={problems} />,
  };

  for (const [kind, control] of Object.entries(controls)) {
    it(`has a label, and says its hint and its problem to a screen reader (${kind})`, () => {
      const html = renderToString(control);
      expect(html).toContain(`<label class="govuk-label" for="field-${name}">`);
      expect(html).toContain(`id="field-${name}"`);
      expect(html).toContain(`aria-describedby="field-${name}-hint field-${name}-error"`);
      expect(html).toContain(`id="field-${name}-hint"`);
      expect(html).toContain(`id="field-${name}-error"`);
      expect(html).toContain('aria-invalid="true"');
    });
  }

  it('says nothing of a problem that belongs to another answer', () => {
    const html = renderToString(<TextInput name="familyName" label="Family name" problems={problems} />);
    expect(html).not.toContain('Enter a first name');
    expect(html).not.toContain('aria-invalid');
  });

  it('shows again exactly what was typed, also a line end at the beginning', () => {
    const html = renderToString(
      <WordsInput name="worry" label="Worry" value={'\n  She said "no" <twice>'} />,
    );
    expect(html).toContain('>\n\n  She said &quot;no&quot; &lt;twice></textarea>');
  });

  it('never writes a password back', () => {
    expect(renderToString(controls.password)).not.toContain('value=');
  });
});

describe('The controls of a form that was sent', () => {
  const form = renderToString(
    <AsTyped
      values={{ name: 'Ana', call: 'no', ask: ['yes', 'no'] }}
      problems={[{ field: 'name', message: 'Say more' }]}
    >
      <TextInput name="name" label="Name" />
      <TextInput name="other" label="Other" />
      <TextInput name="ask" label="Told itself" value="mine" problems={[]} />
      <WordsInput name="name" label="Words" />
      <SelectInput name="call" label="Call" options={OPTIONS} />
      <Radios name="call" label="May we call?" options={OPTIONS} />
      <Checkboxes name="ask" label="Ask" options={OPTIONS} />
      <PasswordInput name="name" label="Password" />
    </AsTyped>,
  );

  it('show again what was typed under their names, and nothing under another', () => {
    expect(form).toContain('value="Ana"');
    expect(form).toContain('>Ana</textarea>');
    expect(form).toMatch(/<option value="no" selected/);
    expect(form.match(/ checked/g)).toHaveLength(3);
    expect(form).toMatch(/name="other"[^>]* value(=""|\/|>| )/);
  });

  it('say what is wrong with them, and what they are told themselves comes first', () => {
    expect(form.match(/Say more/g)).toHaveLength(2);
    expect(form).toContain('value="mine"');
  });
});

describe('A choice', () => {
  it('has nothing chosen until somebody chose', () => {
    expect(renderToString(<Radios name="call" label="May we call?" options={OPTIONS} />)).not.toContain(
      'checked',
    );
    expect(renderToString(<Checkboxes name="call" label="May we call?" options={OPTIONS} />)).not.toContain(
      'checked',
    );
  });

  it('stands under its question, with the problem of the whole group', () => {
    const wrong = [{ field: 'call', message: 'Select whether we may call' }];
    const html = renderToString(
      <Radios name="call" label="May we call?" options={OPTIONS} problems={wrong} />,
    );
    expect(html).toContain('<fieldset class="govuk-fieldset" aria-describedby="field-call-error">');
    expect(html).toContain('>May we call?</legend>');
  });

  it('keeps every box that was ticked', () => {
    const html = renderToString(
      <Checkboxes name="ask" label="Ask" options={OPTIONS} values={['yes', 'no']} />,
    );
    expect(html.match(/ checked/g)).toHaveLength(2);
  });
});

describe('The error summary', () => {
  it('leads from each problem to its control', () => {
    const wrong = [...problems, { field: 'call', message: 'Select whether we may call' }];
    const page = renderToString(
      <>
        <ErrorSummary problems={wrong} />
        <TextInput name="children.0.givenName" label="First name" problems={wrong} />
        <Radios name="call" label="May we call?" options={OPTIONS} problems={wrong} />
      </>,
    );
    const targets = [...page.matchAll(/href="#([^"]+)"/g)].map((match) => match[1]);
    expect(targets).toEqual(['field-children.0.givenName', 'field-call']);
    for (const target of targets) expect(page).toContain(`id="${target}"`);
  });

  it('says a problem of the whole form without a link', () => {
    const html = renderToString(
      <ErrorSummary problems={[{ field: '', message: 'Somebody else changed this' }]} />,
    );
    expect(html).toContain('Somebody else changed this');
    expect(html).not.toContain('<a ');
  });

  it('is not there when nothing is wrong', () => {
    expect(renderToString(<ErrorSummary problems={[]} />)).toBe('');
  });
});

describe('What was typed', () => {
  it('is found by its name, one text or several', () => {
    const typed = { worry: 'Tired', ask: ['police', 'health'] };
    expect(valueIn(typed, 'worry')).toBe('Tired');
    expect(valuesIn(typed, 'ask')).toEqual(['police', 'health']);
    expect(valueIn(typed, 'nothing')).toBeUndefined();
  });

  it('is never what every object carries', () => {
    expect(valueIn({}, 'constructor')).toBeUndefined();
    expect(valuesIn({}, '__proto__')).toEqual([]);
  });

  it('can be carried along unseen, each text of a name', () => {
    const html = renderToString(
      <HiddenInputs values={{ key: 'a"b', ask: ['police', 'health'], none: undefined }} />,
    );
    expect(html.match(/<input type="hidden"/g)).toHaveLength(3);
    expect(html).toContain('value="a&quot;b"');
  });
});
