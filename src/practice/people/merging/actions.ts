import { done, type Problem, refused } from '../../../language/outcome.ts';
import { action } from '../../../platform/action.ts';
import { idField, someOf } from '../../../platform/forms/choice-fields.ts';
import { form } from '../../../platform/forms/form.ts';
import { words } from '../../../platform/forms/text-fields.ts';
import type { Context } from '../../../platform/web/context.ts';
import { labelOf } from '../../../profile/code-sets/code-set.ts';
import { MERGE_IDENTIFIERS, type MergeIdentifier } from '../../../profile/code-sets/merge-identifiers.ts';
import { factsOf } from '../duplicate/index.ts';
import type { Proposal } from '../duplicate-review/index.ts';
import { agreeing, CONFLICTS, holdRecords, isToReview, type Merge, mergeConflicts } from '../merge/index.ts';
import { addMerge, isMerged, reviewMerge } from './store.ts';

const MOST_WORDS = 2000;
const MEANWHILE = 'Somebody was quicker. What stands now is on this page.';

/** Makes two records one, at once. */
export const mergeRecords = action({
  permission: 'person: merge',
  input: form({
    keptId: idField('Select which record is kept'),
    identifiers: someOf(MERGE_IDENTIFIERS, 'Tick what you checked on both records'),
    reason: words({ empty: 'Say why they are one person', max: MOST_WORDS }),
  }).check(({ identifiers }) =>
    identifiers.length < 2
      ? [{ field: 'identifiers', message: 'Tick at least two. One alone is shared by too many' }]
      : [],
  ),
  async perform(answers, proposal: Proposal, context) {
    const otherId = proposal.persons.find((id) => id !== answers.keptId);
    if (otherId === undefined || !proposal.persons.includes(answers.keptId))
      return refused({ field: 'keptId', message: 'Select which record is kept' });
    // Whatever is being written of the two is waited for: what stands in the way is asked after it.
    await holdRecords(context.db, proposal.persons);
    const wrong = await wrongWith(context, { ...answers, otherId });
    if (wrong !== undefined) return refused(wrong);
    await addMerge(context, proposal.id, { ...answers, otherId });
    return done(answers.keptId);
  },
});

type Wanted = Parameters<typeof addMerge>[2];

async function wrongWith({ db }: Context, wanted: Wanted): Promise<Problem | undefined> {
  const { keptId, otherId, identifiers } = wanted;
  if (await isMerged(db, keptId, otherId))
    return {
      field: '',
      message: 'They cannot be made one this way round. Keep the other record, or ask the hub manager.',
    };
  const facts = await factsOf(db, [keptId, otherId]);
  const [kept, other] = [facts.get(keptId), facts.get(otherId)];
  const same = kept && other ? agreeing(kept, other) : new Map<MergeIdentifier, string>();
  const differs = identifiers.find((code) => !same.has(code));
  if (differs !== undefined)
    return {
      field: 'identifiers',
      message: `${labelOf(MERGE_IDENTIFIERS, differs)} does not say the same on both records. Put it right first, or tick another`,
    };
  const conflicts = await mergeConflicts(db, keptId, otherId);
  if (conflicts.length === 0) return undefined;
  const what = conflicts.map((name) => CONFLICTS[name] ?? name).join(' ');
  return { field: 'keptId', message: `On the other record: ${what}` };
}

/** Somebody else says that the merge is right: whoever works with one of the two then sees both. */
export const review = action({
  permission: 'merge: review',
  input: form({ words: words({ empty: 'Say what you looked at', max: MOST_WORDS }) }),
  async perform(answers, merge: Merge, context) {
    if (!isToReview(merge, context.by))
      return refused({
        field: '',
        message: 'Nothing waits for your review here. Nobody reviews their own merge.',
      });
    return (await reviewMerge(context, merge.id, answers.words))
      ? done(undefined)
      : refused({ field: '', message: MEANWHILE });
  },
});
