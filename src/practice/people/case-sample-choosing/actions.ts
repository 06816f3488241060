import type { Id } from '../../../language/id.ts';
import { done, type Outcome, refused } from '../../../language/outcome.ts';
import { action, type Subject } from '../../../platform/action.ts';
import { idField, oneOf } from '../../../platform/forms/choice-fields.ts';
import { optional } from '../../../platform/forms/field.ts';
import { form } from '../../../platform/forms/form.ts';
import { typedDay, wholeNumber } from '../../../platform/forms/number-fields.ts';
import { line, words } from '../../../platform/forms/text-fields.ts';
import { putInOutbox } from '../../../platform/mail/outbox.ts';
import type { Context } from '../../../platform/web/context.ts';
import { CASE_SAMPLES } from '../../../profile/case-samples.ts';
import { CASE_POPULATIONS, type CasePopulation } from '../../../profile/code-sets/case-samples.ts';
import { isRole } from '../../../profile/roles.ts';
import {
  answerSample,
  type CaseSample,
  chosen,
  endSample,
  isToAnswer,
  keepSample,
  mayChoose,
  named,
  standingOf,
  untilOf,
} from '../case-sample/index.ts';
import { type AtWork, staffAtWork } from '../staff/index.ts';

const MOST_WORDS = 2000;

/** Who can be let in, and who can confirm it. */
export function advisersAmong(staff: readonly AtWork[]): readonly AtWork[] {
  return staff.filter(({ role }) => role === 'adviser');
}

/** Everybody else who may confirm a sample. */
export function confirmingAmong(staff: readonly AtWork[], { profile, by }: Context): readonly AtWork[] {
  const may = (role: string) => isRole(role) && profile.permissionsOf([role]).includes('case sample: answer');
  return staff.filter(({ id, role }) => id !== by && may(role));
}

/** Chooses cases for an adviser, by chance or by name. Somebody else confirms it before anything is read. */
export const choose = action({
  permission: 'case sample: choose',
  proof: 'proved again',
  input: form({
    adviserId: idField('Select the adviser'),
    purpose: words({ empty: 'Enter what it is for', max: MOST_WORDS }),
    population: oneOf(CASE_POPULATIONS, 'Select out of which cases'),
    size: optional(wholeNumber({ message: 'Enter how many cases', what: 'How many', min: 1, max: CASE_SAMPLES.most })),
    seed: optional(line({ max: 40 })),
    numbers: optional(words({ max: MOST_WORDS })),
    secondId: idField('Select who confirms it'),
    untilOn: typedDay({ message: 'Enter the last day', what: 'The last day' }),
  }),
  async perform(answers, _nothing: Subject, context) {
    const { db, by, today, profile } = context;
    const staff = await staffAtWork(db, today);
    const ids = (some: readonly AtWork[]) => new Set(some.map(({ id }) => id));
    const may = mayChoose(answers, { by, today, advisers: ids(advisersAmong(staff)), confirming: ids(confirmingAmong(staff, context)) });
    if (!may.ok) return may;
    const found = await casesFor(context, answers);
    if (!found.ok) return found;
    const { persons, ...how } = found.value;
    const untilAt = untilOf(answers.untilOn, profile.calendar.zone);
    const id = await keepSample(context, { ...answers, ...how, untilAt }, persons);
    await askSecond(context, staff, answers.secondId, id);
    return done(id);
  },
}); // biome-ignore format: a question reads in one line

type Asked = {
  readonly population: CasePopulation;
  readonly size?: number | undefined;
  readonly seed?: string | undefined;
  readonly numbers?: string | undefined;
};
type Found = { readonly persons: readonly Id[]; readonly outOf: number; readonly seed: string | undefined };

async function casesFor(context: Context, asked: Asked): Promise<Outcome<Found>> {
  const { population, size = 1, numbers = '' } = asked;
  if (population === 'named') return casesNamed(context, numbers);
  const seed = asked.seed ?? context.newKey();
  const found = await chosen(context, population, { seed, size });
  return found.persons.length === 0
    ? refused({ field: 'population', message: 'There is no such case now' })
    : done({ ...found, seed });
}

async function casesNamed({ db }: Context, typed: string): Promise<Outcome<Found>> {
  const no = (message: string) => refused({ field: 'numbers', message });
  const numbers = [...new Set(typed.toUpperCase().split(/[\s,;]+/u).filter(Boolean))];
  if (numbers.length === 0 || numbers.length > CASE_SAMPLES.most)
    return no(`Enter between 1 and ${CASE_SAMPLES.most} child numbers, one on each line`);
  const persons = await named(db, numbers);
  return persons.length < numbers.length
    ? no('Nothing you can open stands under one of these numbers, or a wall stands round it')
    : done({ persons, outOf: persons.length, seed: undefined });
} // biome-ignore format: a filter reads in one line

/** The mail names nobody: only where to look. */
async function askSecond(
  { db, newId }: Context,
  staff: readonly AtWork[],
  secondId: Id,
  sampleId: Id,
): Promise<void> {
  const recipient = staff.find(({ id }) => id === secondId)?.email;
  if (recipient === undefined) return;
  await putInOutbox(db, {
    id: newId(),
    kind: 'mail',
    recipient,
    subject: 'Somebody asks you to confirm something',
    body: `Sign in and open /case-samples/${sampleId}. It waits for your yes or no.`,
    language: 'en',
    holdSeconds: 0,
  });
}

const NOT_YOURS = refused({ field: '', message: 'Nothing waits for your answer here.' });

/** The second person confirms a sample, or does not. */
export const answer = action({
  permission: 'case sample: answer',
  proof: 'proved again',
  input: form({
    agree: oneOf(['yes', 'no'], 'Select whether you confirm it'),
    whyNot: optional(words({ max: MOST_WORDS })),
  }),
  async perform({ agree, whyNot }, sample: CaseSample, context) {
    if (agree === 'no' && whyNot === undefined) return refused({ field: 'whyNot', message: 'Enter why not' });
    if (!isToAnswer(sample, context.by, context.now)) return NOT_YOURS;
    const said = agree === 'no' ? whyNot : undefined;
    return (await answerSample(context, sample.id, said)) ? done(undefined) : NOT_YOURS;
  },
});

/** Ends a sample before its day: the adviser finds nothing from then on. */
export const end = action({
  permission: 'case sample: end',
  input: form({ why: words({ empty: 'Enter why it ends', max: MOST_WORDS }) }),
  async perform({ why }, sample: CaseSample, context) {
    const isOver = refused({ field: '', message: 'It was over before. Nothing was changed.' });
    if (!['is read', 'waits for the second person'].includes(standingOf(sample, context.now))) return isOver;
    return (await endSample(context, sample.id, why)) ? done(undefined) : isOver;
  },
});
