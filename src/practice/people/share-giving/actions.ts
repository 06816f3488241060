import { addressIn } from '../../../language/address.ts';
import type { Id } from '../../../language/id.ts';
import { done, refused } from '../../../language/outcome.ts';
import { action } from '../../../platform/action.ts';
import { idField, oneOf, someOf } from '../../../platform/forms/choice-fields.ts';
import { optional } from '../../../platform/forms/field.ts';
import { form } from '../../../platform/forms/form.ts';
import { typedDay } from '../../../platform/forms/number-fields.ts';
import { words } from '../../../platform/forms/text-fields.ts';
import { putInOutbox } from '../../../platform/mail/outbox.ts';
import type { Context } from '../../../platform/web/context.ts';
import { SHARED_PARTS, SHARING_BASES, SHARING_PURPOSES } from '../../../profile/code-sets/sharing.ts';
import { worksWith } from '../allocation/index.ts';
import type { Person } from '../person/index.ts';
import {
  endShare,
  giveShare,
  givesAwayPlace,
  guardedNear,
  mayShare,
  type Readers,
  readersToShareWith,
  type Share,
  standingOf,
  untilOf,
} from '../share/index.ts';
import { consentsThatStand } from '../sharing-consent/index.ts';

const MOST_WORDS = 2000;
const MOST_TOLD = 8000;
const GIVES_AWAY = 'This would give away where somebody lives who must not be found. Take it out';
const GUARDED_NEAR =
  'Somebody here has a guarded address. Ask the hub manager to share this, or whoever of social work may read it';

/** Gives an agency, or one person of it, named parts of a record until a day. */
export const give = action({
  permission: 'share: give',
  proof: 'proved again',
  input: form({
    agencyId: idField('Select the agency'),
    staffId: optional(idField('Select from the list')),
    purpose: oneOf(SHARING_PURPOSES, 'Select what it is for'),
    purposeWords: words({ empty: 'Enter what it is for, in your words', max: MOST_WORDS }),
    parts: someOf(SHARED_PARTS, 'Select what they read'),
    partsWords: optional(words({ max: MOST_WORDS })),
    words: optional(words({ max: MOST_TOLD })),
    basis: oneOf(SHARING_BASES, 'Select on what ground'),
    consentId: optional(idField('Select from the list')),
    basisWords: optional(words({ max: MOST_WORDS })),
    untilOn: typedDay({ message: 'Enter the last day', what: 'The last day' }),
  }),
  async perform(answers, person: Person, context) {
    const readers = await readersToShareWith(context.db, context.today);
    const may = mayShare(answers, await factsFor(context, person, readers));
    if (!may.ok) return may;
    for (const field of ['words', 'purposeWords'] as const) {
      const why = await placeIn(context, person.id, answers[field]);
      if (why !== undefined) return refused({ field, message: why });
    }
    const { basis, basisWords, consentId, partsWords, untilOn, ...shared } = answers;
    const onConsent = basis === 'consent';
    const id = await giveShare(context, person.id, {
      ...shared,
      staffId: shared.staffId,
      words: shared.words,
      untilAt: untilOf(untilOn, context.profile.calendar.zone),
      ground: {
        basis,
        basisWords: onConsent ? undefined : basisWords,
        consentId: onConsent ? consentId : undefined,
        partsWords,
      },
    });
    if (id === undefined)
      return refused({ field: 'consentId', message: 'This consent was withdrawn a moment ago' });
    await tellReaders(context, readers, answers);
    return done(id);
  },
});

/**
 * What of a place stands against these words. Who may not read a guarded address writes no word where there is one, whatever it says: a refusal
 * of some words and not of others would tell where somebody lives.
 */
async function placeIn(
  { db, viewer }: Context,
  personId: Id,
  said: string | undefined,
): Promise<string | undefined> {
  if (said === undefined) return undefined;
  if (!viewer.fieldClasses.has('guarded address') && (await guardedNear(db, personId))) return GUARDED_NEAR;
  if (await givesAwayPlace(db, personId, said)) return GIVES_AWAY;
  const address = addressIn(said);
  return address && `“${address}” reads like an address. Take it out: nothing that is shared holds one`;
}

async function factsFor({ db, by, today, viewer }: Context, person: Person, readers: Readers) {
  const [works, consents] = await Promise.all([
    worksWith(db, person.id, by),
    consentsThatStand(db, person.id),
  ]);
  return {
    today,
    hasTheRight: works || viewer.decidesAsManager,
    fieldClasses: viewer.fieldClasses,
    agencies: new Set(readers.agencies.map(({ id }) => id)),
    agencyOf: new Map(readers.people.map(({ id, agencyId }) => [id, agencyId])),
    consents: new Map(consents.map(({ id, agencyId }) => [id, agencyId])),
  };
}

/** The mail says that something is there, and nothing of whom it is about: it may leave after the share has ended. */
async function tellReaders(
  { db, newId }: Context,
  { people }: Readers,
  { agencyId, staffId }: { readonly agencyId: Id; readonly staffId?: Id | undefined },
): Promise<void> {
  const told = people.filter((one) =>
    staffId === undefined ? one.agencyId === agencyId : one.id === staffId,
  );
  for (const { email } of told) {
    if (email === undefined) continue;
    await putInOutbox(db, {
      id: newId(),
      kind: 'mail',
      recipient: email,
      subject: 'Something was shared with you',
      body: 'Sign in and open /shared-children to read it.',
      language: 'en',
      holdSeconds: 0,
    });
  }
}

/** Ends a share before its last day. Whoever may open the record and shares at all may end it. */
export const end = action({
  permission: 'share: end',
  input: form({ why: words({ empty: 'Enter why it ends', max: MOST_WORDS }) }),
  async perform({ why }, share: Share, context) {
    const isOver = refused({ field: '', message: 'It was over before. Nothing was changed.' });
    if (standingOf(share, context.now) !== 'stands') return isOver;
    return (await endShare(context, share.id, why)) ? done(undefined) : isOver;
  },
});
