import type { Id } from '../../../language/id.ts';
import { done, type Outcome, refused } from '../../../language/outcome.ts';
import { action } from '../../../platform/action.ts';
import { idField, oneOf } from '../../../platform/forms/choice-fields.ts';
import { optional } from '../../../platform/forms/field.ts';
import { form } from '../../../platform/forms/form.ts';
import { line, words } from '../../../platform/forms/text-fields.ts';
import type { Context } from '../../../platform/web/context.ts';
import { CORRECTION_REASONS } from '../../../profile/code-sets/correction-reasons.ts';
import { holdContact } from '../answer/index.ts';
import { type Contact, contactOnRecord } from '../contact/index.ts';
import { type Fact, factsOf } from './facts.ts';
import { CORRECTABLE, newValue, type Standing } from './rules.ts';
import { firstSignedAt, hasOpened, keepCorrection, keepNewValue } from './store.ts';

/** Puts right what was wrong, by a new fact: what stood before stays readable as known before. */
export const correct = action({
  permission: 'contact: correct',
  input: form({
    what: oneOf(CORRECTABLE, 'Select what was wrong'),
    child: optional(idField('Select the child')),
    isNow: optional(line()),
    time: optional(line({ max: 10 })),
    reason: oneOf(CORRECTION_REASONS, 'Select why it is corrected'),
    words: optional(words({ max: 2000 })),
  }),
  async perform({ what, child, isNow, time, reason, words: said }, contact: Contact, context) {
    const { db, profile } = context;
    await holdContact(db, contact.id);
    const zone = profile.calendar.zone;
    const before = factFor(await reread(contact, context), what, child, zone);
    if (before === undefined) return refused({ field: 'what', message: 'Select what was wrong' });
    const value = newValue(what, { isNow, time }, await standing(contact, child, context));
    if (!value.ok) return value;
    await keepNewValue(context, { contactId: contact.id, childId: child }, what, value.value);
    const after = factFor(await reread(contact, context), what, child, zone);
    if (after?.value === before.value)
      return refused({ field: 'isNow', message: 'That is what it says already' });
    return kept(context, contact, before, { isNow: after?.value, reason, words: said });
  },
});

async function kept(
  context: Context,
  contact: Contact,
  before: Fact,
  now: { isNow: string | undefined; reason: string; words: string | undefined },
): Promise<Outcome<Id>> {
  const what = before.child === undefined ? before.label : `${before.child.called}: ${before.label}`;
  const ofPlace = before.what === 'school';
  return done(await keepCorrection(context, contact.id, { what, ofPlace, was: before.value, ...now }));
}

function factFor(contact: Contact, what: string, child: Id | undefined, zone: string): Fact | undefined {
  return factsOf(contact, zone).find((fact) => fact.what === what && fact.child?.id === child);
}

/** The contact as it stands now that it is held: two workers may put the same thing right. */
async function reread(contact: Contact, context: Context): Promise<Contact> {
  return (await contactOnRecord.load(context, { contactId: contact.id })) ?? contact;
}

async function standing(contact: Contact, child: Id | undefined, context: Context): Promise<Standing> {
  const { db, today, now, profile } = context;
  const signedAt = await firstSignedAt(db, contact.id);
  const ends = [signedAt, contact.answeredAt].filter((at) => at !== undefined);
  return {
    today,
    now,
    zone: profile.calendar.zone,
    notAfter: ends.sort((one, other) => one.getTime() - other.getTime())[0],
    hasOpened: child !== undefined && (await hasOpened(db, child)),
  };
}
