import { describe, expect, it } from 'vitest';
import { day } from '../../language/day.ts';
import { MAX_WORDS } from '../../language/text.ts';
import { idField, oneOf, someOf, ticked, yesNo } from './choice-fields.ts';
import { controlNames } from './controls.ts';
import { type Field, optional } from './field.ts';
import { form, repeated } from './form.ts';
import { NORMALISATIONS, plainFileName } from './normalisations.ts';
import { typedDay, wholeNumber } from './number-fields.ts';
import { email, line, telephone, words } from './text-fields.ts';

const today = day('2026-04-03');
const UNSTORABLE =
  'Your answer contains a character that cannot be stored. It may have come with copied text: type that part again';

/** The answer that a field makes of what was sent, or the words in which it refuses. */
function answer(field: Field<unknown>, sent?: string | readonly string[]): unknown {
  const outcome = form({ it: field }).read(sent === undefined ? {} : { it: sent }, { today });
  return outcome.ok ? outcome.value.it : outcome.problems.map(({ message }) => message).join(' / ');
}

describe('Words', () => {
  it('may be exactly as long as is asked, counted in characters and with line ends counted once', () => {
    expect(answer(words({ max: 5 }), '12345')).toBe('12345');
    expect(answer(words({ max: 5 }), '👧👧👧👧👧')).toBe('👧👧👧👧👧');
    expect(answer(words({ max: 5 }), '12\r\n45')).toBe('12\n45');
  });

  it('that are too long are refused with by how much', () => {
    expect(answer(words({ max: 2_000 }), 'x'.repeat(3_234))).toBe(
      'Your answer must be 2,000 characters or fewer. It is 1,234 too long',
    );
    expect(answer(words(), 'x'.repeat(1_000_000))).toContain('20,000 characters');
    expect(() => words({ max: MAX_WORDS + 1 })).toThrow(RangeError);
  });

  it('keep the blanks around and inside them', () => {
    expect(answer(words(), '  a  b\t\n ')).toBe('  a  b\t\n ');
  });

  it('with what cannot be stored are refused, not cleaned', () => {
    for (const bad of ['a\u0000', '\ud800a', 'a\rb', 'a\u009f'])
      expect(answer(words(), bad)).toBe(UNSTORABLE);
  });

  it('of blanks alone are no answer', () => {
    expect(answer(words({ empty: 'Say what worries you' }), ' \r\n ')).toBe('Say what worries you');
    expect(answer(optional(words()), ' \r\n ')).toBeUndefined();
    expect(answer(optional(words({ max: 2 })), 'abc')).toContain('2 characters');
  });
});

describe('A line', () => {
  it('drops the blanks around it and keeps those inside', () => {
    expect(answer(line(), '  Juniper  Ann\n')).toBe('Juniper  Ann');
    expect(answer(line({ max: 3 }), '  abc  ')).toBe('abc');
  });

  it('is one line', () => {
    expect(answer(line(), 'a\nb')).toBe('Your answer must be on one line, without tabs');
    expect(answer(line(), 'a\tb')).toBe('Your answer must be on one line, without tabs');
    expect(answer(line({ max: 3 }), 'abcd')).toContain('It is 1 too long');
  });
});

describe('An email address and a telephone number', () => {
  it('are kept as typed', () => {
    expect(answer(email(), ' Rosa.Moreira@Example.JE ')).toBe('Rosa.Moreira@Example.JE');
    expect(answer(telephone(), '+44 (0)7797 700-000')).toEqual({
      typed: '+44 (0)7797 700-000',
      digits: '4407797700000',
    });
    expect(answer(telephone(), '519000 ext 12')).toEqual({ typed: '519000 ext 12', digits: '51900012' });
  });

  it('are refused with an example', () => {
    for (const bad of [
      'rosa',
      'rosa@',
      '@example.je',
      'a b@example.je',
      'rosa@example',
      `${'x'.repeat(250)}@a.je`,
    ]) {
      expect([bad, answer(email(), bad)]).not.toEqual([bad, bad]);
    }
    for (const bad of ['1234', 'ring me', '01534 519000;', '0'.repeat(40), '1+534519000']) {
      expect(answer(telephone(), bad)).toBe('Enter a telephone number, like 01534 519000 or +44 7797 000000');
    }
  });
});

describe('A choice', () => {
  it('is one of what is offered, with bare codes, labels or a code set', () => {
    expect(answer(oneOf(['red', 'blue'], 'Select a colour'), 'blue')).toBe('blue');
    expect(answer(oneOf([{ code: 'r', label: 'Red' }], 'Select a colour'), 'r')).toBe('r');
    expect(answer(oneOf({ codes: [{ code: 'r', label: 'Red' }] }, 'Select a colour'), 'r')).toBe('r');
    for (const bad of [undefined, '', 'Blue', 'blue ', 'toString', '__proto__']) {
      expect(answer(oneOf(['red', 'blue'], 'Select a colour'), bad)).toBe('Select a colour');
    }
  });

  it('of several is given in the order offered, from one box or many', () => {
    const agencies = someOf(['police', 'health', 'school'], 'Select whom to ask');
    expect(answer(agencies, ['school', 'police'])).toEqual(['police', 'school']);
    expect(answer(agencies, 'health')).toEqual(['health']);
    expect(answer(agencies)).toBe('Select whom to ask');
    expect(answer(agencies, ['police', ''])).toBe('Select whom to ask');
    expect(answer(someOf(['police']))).toEqual([]);
  });

  it('of yes and no has no answer until one is selected', () => {
    expect([answer(yesNo('Select yes or no'), 'yes'), answer(yesNo('Select yes or no'), 'no')]).toEqual([
      true,
      false,
    ]);
    expect(answer(yesNo('Select yes or no'))).toBe('Select yes or no');
    expect(answer(optional(yesNo('Select yes or no')))).toBeUndefined();
  });

  it('of a box is false when unticked, or refused where it must be ticked', () => {
    expect([answer(ticked(), 'yes'), answer(ticked())]).toEqual([true, false]);
    expect(answer(ticked('Tick to confirm'))).toBe('Tick to confirm');
    expect(answer(ticked(), 'on')).toBe('Tick the box or leave it');
  });

  it('of somebody is an id', () => {
    expect(answer(idField('Select a worker'), '018f3f5e-7b7a-7cc1-9c6e-2f1d6a5b4c3d')).toContain('018f');
    expect(answer(idField('Select a worker'), 'Rosa')).toBe('Select a worker');
  });
});

describe('A typed day and a whole number', () => {
  const born = typedDay({
    message: 'Enter the date of birth',
    what: 'Date of birth',
    notAfterToday: true,
    notBefore: day('1900-01-01'),
  });

  it('say in plain words what is wrong', () => {
    expect(answer(born, '')).toBe('Enter the date of birth');
    expect(answer(born, '30/2/2024')).toBe('Date of birth must be a real date. February 2024 has 29 days');
    expect(answer(born, '4/4/2026')).toBe('Date of birth must be today or in the past');
    expect(answer(born, '31/12/1899')).toBe('Date of birth must be on or after Monday 1 January 1900');
    expect(answer(born, ['1/1/2020', '1/1/2020'])).toBe('Give one answer only');
  });

  it('take the bounds themselves', () => {
    expect([answer(born, 'today'), answer(born, '1/1/1900')]).toEqual(['2026-04-03', '1900-01-01']);
    const age = wholeNumber({ message: 'Enter the age', what: 'Age', min: 0, max: 25 });
    expect([answer(age, '0'), answer(age, ' 25 '), answer(age, '007')]).toEqual([0, 25, 7]);
    expect([answer(age, '-1'), answer(age, '26')]).toEqual([
      'Age must be between 0 and 25',
      'Age must be between 0 and 25',
    ]);
    for (const bad of ['1.5', '1e1', '0x1', '١', '1,0', '9'.repeat(20)]) {
      expect(answer(age, bad)).toBe('Age must be a whole number, like 0');
    }
  });
});

describe('What a form changes', () => {
  it('is only what is listed', () => {
    const rows = repeated({ name: line() }, { min: 0, max: 3 });
    const read = form({ rows }).read({ 'rows.0.name': 'Ash', 'rows.1.name': ' ' }, { today });
    const seen = {
      'line ends': answer(words(), 'a\r\nb') === 'a\nb',
      'outer blanks': answer(line(), ' a ') === 'a',
      'blank answer': answer(optional(words()), ' ') === undefined,
      'file names': plainFileName('C:\\scans\\a\u202e  \u0000b.pdf') === 'a b.pdf',
      'blank rows': read.ok && read.value.rows.length === 1,
    };
    expect(seen).toEqual(Object.fromEntries(Object.keys(NORMALISATIONS).map((name) => [name, true])));
  });

  it('is asked at controls whose names are known', () => {
    const children = repeated({ name: line(), schools: repeated({ name: line() }, { max: 2 }) }, { max: 2 });
    expect(controlNames(form({ worry: words(), children }).fields)).toEqual([
      'worry',
      'children.0.name',
      'children.0.schools.0.name',
    ]);
  });
});
