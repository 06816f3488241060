import { done, type Outcome, refused } from '../../../language/outcome.ts';
import { action } from '../../../platform/action.ts';
import { oneOf } from '../../../platform/forms/choice-fields.ts';
import { optional } from '../../../platform/forms/field.ts';
import { form, repeated } from '../../../platform/forms/form.ts';
import { line, words } from '../../../platform/forms/text-fields.ts';
import { type FactBetween, factsBetween, holdRecords, type Merge, standsIn } from '../merge/index.ts';
import { assign, misfitOf, undoMerge } from './store.ts';

const MOST_WORDS = 2000;
/** More than these are not given to two records on one page; nothing in the tests comes near. */
const MOST_FACTS = 300;
const MEANWHILE = 'Somebody was quicker. What stands now is on this page.';

/** What a fact is called in the form that gives it to one of the two. */
export const keyOf = ({ relation, id }: Pick<FactBetween, 'relation' | 'id'>) => `${relation} ${id}`;

/** Makes two of them again; each fact that was written meanwhile goes to one of the two. */
export const undo = action({
  name: 'person: undo a merge',
  permission: 'person: merge',
  input: form({
    reason: words({ empty: 'Say why they are two people', max: MOST_WORDS }),
    facts: repeated(
      {
        fact: line({ max: 120 }),
        to: optional(oneOf(['kept', 'other'], 'Select which record it belongs to')),
      },
      { min: 0, max: MOST_FACTS },
    ),
  }),
  async perform({ reason, facts }, merge: Merge, context) {
    await holdRecords(context.db, merge.persons);
    if (!standsIn(merge)) return refused({ field: '', message: MEANWHILE });
    const between = await factsBetween(context.db, merge.id);
    const given = givenTo(merge, between, facts);
    if (!given.ok) return given;
    await assign(context, merge.id, given.value);
    const misfit = await misfitOf(context.db, merge.id);
    const at = facts.findIndex(({ fact }) => fact.endsWith(` ${misfit}`));
    if (misfit !== undefined)
      return refused({
        field: `facts.${Math.max(0, at)}.to`,
        message: 'It cannot stand on that record beside what is there. Give it to the other one',
      });
    return (await undoMerge(context, merge.id, reason))
      ? done(undefined)
      : refused({ field: '', message: MEANWHILE });
  },
});

type Given = { readonly fact: string; readonly to: 'kept' | 'other' | undefined };

/** Each fact with the record it was given to; a fact that was given to neither, or that the page did not show, refuses it all. */
function givenTo(
  { keptId, otherId }: Merge,
  between: readonly FactBetween[],
  facts: readonly Given[],
): Outcome<Parameters<typeof assign>[2]> {
  const to = new Map(facts.map(({ fact, to: record }) => [fact, record]));
  const unsaid = facts.flatMap((one, at) =>
    one.to === undefined ? [{ field: `facts.${at}.to`, message: 'Select which record it belongs to' }] : [],
  );
  if (unsaid.length > 0) return { ok: false, problems: unsaid };
  if (between.some((fact) => to.get(keyOf(fact)) === undefined) || facts.length !== between.length)
    return refused({
      field: '',
      message: 'More was written since this page was opened. Look at every line again.',
    });
  return done(
    between.map((fact) => ({ ...fact, personId: to.get(keyOf(fact)) === 'kept' ? keptId : otherId })),
  );
}
