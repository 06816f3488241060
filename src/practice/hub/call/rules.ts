import type { Day } from '../../../language/day.ts';
import { readTypedDay } from '../../../language/typed-day.ts';
import { rowOf } from '../../../profile/code-sets/code-set.ts';
import { CONTACT_SOURCES } from '../../../profile/code-sets/contact-sources.ts';
import type { Referrer } from '../contact/index.ts';

/** What a caller says of a child's age: a day they were born, a day they are expected, or words ("about six"). */
export type BirthSaid = { readonly bornOn?: Day; readonly dueOn?: Day; readonly ageSaid?: string };

const EXPECTED = /^(?:due|expected|unborn,? due)\s+/i;

/** Understands a birth date, "due 9 May", or keeps the words as they were said: "about six" is not made into a date. */
export function birthSaid(said: string | undefined, today: Day): BirthSaid {
  if (said === undefined) return {};
  if (EXPECTED.test(said)) {
    const due = readTypedDay(said.replace(EXPECTED, ''), today, 'any');
    return due.ok && due.day >= today ? { dueOn: due.day } : { ageSaid: said };
  }
  const born = /\d.*\d/.test(said) && said.length > 4 ? readTypedDay(said, today, 'past') : undefined;
  if (!born?.ok) return { ageSaid: said };
  // A day that is still to come is when a child is expected, not when one was born.
  return born.day > today ? { dueOn: born.day } : { bornOn: born.day };
}

/** As what whoever told us speaks, by the code of the source. It decides who is owed a professional's answer and who a family's. */
export function speaksAs(source: string): Referrer['kind'] {
  return rowOf(CONTACT_SOURCES, source)?.speaksAs ?? 'anonymous';
}
