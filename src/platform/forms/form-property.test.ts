import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { acceptableAnswers, asBody, nastyAnswers, nastyBodies } from '../../../test/support/nasty.ts';
import { day } from '../../language/day.ts';
import { idField, oneOf, someOf, ticked, yesNo } from './choice-fields.ts';
import { decode } from './decode.ts';
import { optional } from './field.ts';
import { form, repeated } from './form.ts';
import { typedDay, wholeNumber } from './number-fields.ts';
import type { RawAnswers } from './raw-answers.ts';
import { email, line, telephone, words } from './text-fields.ts';

const today = day('2026-04-03');
const context = { today };
const RUNS = { numRuns: 400 };

const everything = form({
  worry: words({ max: 300 }),
  more: optional(words()),
  title: line({ max: 60 }),
  callerEmail: optional(email()),
  callerTelephone: telephone(),
  rating: oneOf(['red', 'amber', 'green', 'blue'], 'Select a colour'),
  agencies: someOf(['police', 'health', 'education'], 'Select whom to ask'),
  extras: someOf(['interpreter', 'ramp']),
  seenAlone: yesNo('Select whether the child was seen alone'),
  urgent: ticked(),
  truthful: ticked('Tick to say that this is true'),
  bornOn: optional(
    typedDay({ message: 'Enter the date of birth', notAfterToday: true, notBefore: day('1900-01-01') }),
  ),
  dueOn: typedDay({ message: 'Enter the day it is due' }),
  count: wholeNumber({ message: 'Enter how many', min: -3, max: 12 }),
  worker: idField('Select a worker'),
  children: repeated(
    {
      givenName: line({ max: 40 }),
      note: optional(words({ max: 50 })),
      schools: repeated({ name: line() }, { min: 0, max: 2 }),
    },
    { min: 1, max: 4 },
  ),
});

/** The listed normalisations, written a second time on purpose. */
function sentAs(raw: RawAnswers, name: string): { lines: string; line: string } {
  const text = String(raw[name] ?? '');
  return { lines: text.split('\r\n').join('\n'), line: text.replace(/^\s+|\s+$/gu, '') };
}

/** A blank in a list is no answer, of spaces and tabs as well as of nothing. */
function tickedIn(raw: RawAnswers, name: string): readonly string[] {
  return [raw[name] ?? []]
    .flat()
    .filter((text) => /\S/u.test(text))
    .toSorted();
}

function read(raw: RawAnswers) {
  return everything.read(raw, context);
}

describe('Whatever is sent to a form', () => {
  it('is answered, and never stops the program', () => {
    fc.assert(
      fc.property(nastyAnswers(everything.fields, today), (raw) => {
        const outcome = read(raw);
        if (!outcome.ok) expect(outcome.problems.every(({ message }) => message.length > 5)).toBe(true);
      }),
      RUNS,
    );
  });

  it('is stored as it was sent, after the listed normalisations, or refused', () => {
    let accepted = 0;
    fc.assert(
      fc.property(nastyAnswers(everything.fields, today), (raw) => {
        const outcome = read(raw);
        if (!outcome.ok) return;
        accepted += 1;
        const { worry, more, title, callerTelephone, children, extras, agencies } = outcome.value;
        expect(worry).toBe(sentAs(raw, 'worry').lines);
        expect(more ?? '').toBe(more === undefined ? '' : sentAs(raw, 'more').lines);
        expect(title).toBe(sentAs(raw, 'title').line);
        expect(callerTelephone.typed).toBe(sentAs(raw, 'callerTelephone').line);
        expect([...agencies].sort()).toEqual(tickedIn(raw, 'agencies'));
        expect([...extras].sort()).toEqual(tickedIn(raw, 'extras'));
        children.forEach((child, row) => {
          expect(child.givenName).toBe(sentAs(raw, `children.${row}.givenName`).line);
          child.schools.forEach((school, inner) => {
            expect(school.name).toBe(sentAs(raw, `children.${row}.schools.${inner}.name`).line);
          });
        });
      }),
      RUNS,
    );
    expect(accepted / RUNS.numRuns).toBeGreaterThan(0.3);
  });

  it('holds nothing where a list was sent one blank', () => {
    const extras = form({ extras: someOf(['interpreter', 'ramp']) });
    for (const blank of ['', '\t\n \u00a0'])
      expect(extras.read({ extras: blank }, context)).toEqual({ ok: true, value: { extras: [] } });
  });

  it('is accepted when every answer is right, however odd the writing', () => {
    fc.assert(
      fc.property(acceptableAnswers(everything.fields, today), (raw) => {
        expect(read(raw)).toMatchObject({ ok: true });
      }),
      RUNS,
    );
  });

  it('names, in each refusal, a control that the form has, or none', () => {
    const names =
      /^(worry|more|title|caller(Email|Telephone)|rating|agencies|extras|seenAlone|urgent|truthful|bornOn|dueOn|count|worker|children(\.\d(\.(givenName|note|schools(\.\d\.name)?))?)?)?$/;
    fc.assert(
      fc.property(nastyAnswers(everything.fields, today), (raw) => {
        const outcome = read(raw);
        if (!outcome.ok) for (const { field } of outcome.problems) expect(field).toMatch(names);
      }),
      RUNS,
    );
  });

  it('means the same after its journey as the body of a request', () => {
    fc.assert(
      fc.property(acceptableAnswers(everything.fields, today), (raw) => {
        const decoded = decode(asBody(raw));
        expect(decoded.ok && read(decoded.value)).toEqual(read(raw));
      }),
      RUNS,
    );
  });

  it('is refused before it is read when its bytes are damaged', () => {
    fc.assert(
      fc.property(nastyBodies(everything.fields, today), (body) => {
        const decoded = decode(body);
        if (/%(?![\da-f]{2})|%ED%A0%80/iu.test(body)) expect(decoded.ok).toBe(false);
        if (decoded.ok) read(decoded.value);
      }),
      RUNS,
    );
  });
});
