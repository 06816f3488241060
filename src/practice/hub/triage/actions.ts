import { done, refused } from '../../../language/outcome.ts';
import { action } from '../../../platform/action.ts';
import { oneOf } from '../../../platform/forms/choice-fields.ts';
import { optional } from '../../../platform/forms/field.ts';
import { form } from '../../../platform/forms/form.ts';
import { words } from '../../../platform/forms/text-fields.ts';
import { RATING_COLOURS } from '../../../profile/code-sets/rating-colours.ts';
import { alertsOf, raiseAlert } from '../alert/index.ts';
import type { Contact } from '../contact/index.ts';
import { mayRelease, takenBy } from './rules.ts';
import { ratingsOf, saveConcern, saveRating, saveRelease, saveTaking, takingOf } from './store.ts';

/** Where the browser was, so that a worker on the board stays there. */
const from = () => optional(oneOf(['board'], 'Open the page again and answer there'));

/** Takes a contact, so that two do not work it; whoever is second is told who has it. */
export const takeContact = action({
  permission: 'contact: take',
  input: form({ from: from() }),
  async perform(answers, contact: Contact, context) {
    if (contact.answeredAt !== undefined)
      return refused({ field: '', message: 'This contact is answered already' });
    if (await saveTaking(context, contact.id)) return done(answers);
    const taking = await takingOf(context.db, contact.id);
    return taking?.staffId === context.by
      ? done(answers)
      : takenBy(taking, context.now, context.profile.calendar);
  },
});

/** Hands a contact back, so that somebody else can take it. */
export const releaseContact = action({
  name: 'contact: release',
  permission: 'contact: take',
  input: form({ from: from() }),
  async perform(answers, contact: Contact, context) {
    const taking = await takingOf(context.db, contact.id);
    const outcome = mayRelease(taking, {
      staffId: context.by,
      decidesAsManager: context.viewer.decidesAsManager,
    });
    if (!outcome.ok) return outcome;
    if (taking !== undefined) await saveRelease(context, contact.id, taking.staffId);
    return done(answers);
  },
});

/** Rates a contact, again whenever facts arrive. A red one that nobody has been told of reaches whoever is on duty. */
export const rateContact = action({
  permission: 'contact: rate',
  input: form({
    colour: oneOf(RATING_COLOURS, 'Select how soon this must be decided'),
    reason: words({ max: 2000, empty: 'Say why, in a sentence or two' }),
  }),
  async perform(answers, contact: Contact, context) {
    const [latest] = await ratingsOf(context.db, contact.id);
    await saveRating(context, contact.id, answers);
    const waits = (await alertsOf(context.db, contact.id)).some(
      (alert) => alert.acknowledgedAt === undefined,
    );
    if (answers.colour === 'red' && latest?.colour !== 'red' && !waits)
      await raiseAlert(context, contact, 'red');
    return done(answers);
  },
});

/** Says that a contact is a safeguarding concern, with the reason: only then have partner checks a basis. */
export const judgeConcern = action({
  name: 'contact: judge a safeguarding concern',
  permission: 'contact: rate',
  input: form({ reason: words({ max: 2000, empty: 'Say what makes this a safeguarding concern' }) }),
  async perform({ reason }, contact: Contact, context) {
    if (contact.about === 'safeguarding concern')
      return refused({ field: '', message: 'This contact is a safeguarding concern already' });
    await saveConcern(context, contact, reason);
    return done(undefined);
  },
});
