import { done, type Outcome, refused } from '../../../language/outcome.ts';
import { action, type Subject } from '../../../platform/action.ts';
import { form } from '../../../platform/forms/form.ts';
import { line } from '../../../platform/forms/text-fields.ts';
import { removeFactor } from '../../../platform/identity/factors.ts';
import { tellOwner } from '../../../platform/identity/own-acts.ts';
import { renamePasskey } from '../../../platform/identity/passkeys.ts';
import { endSessions } from '../../../platform/identity/sessions.ts';
import type { Context } from '../../../platform/web/context.ts';
import type { OwnPasskey } from './store.ts';

const OWN = { permission: 'own account: change', proof: 'proved again' } as const;
const THE_LAST = 'This is the only second step you have. Set up another one first, then take this one away';

/** Takes the codes away, where there is another second factor. */
export const removeCodes = action({
  ...OWN,
  name: 'own account: remove codes',
  input: form({}),
  perform: (_, _self: Subject, context) => remove(context, 'codes', 'One-time codes were taken away.'),
});

/** Takes a passkey away, where there is another second factor. */
export const removePasskey = action({
  ...OWN,
  name: 'own account: remove a passkey',
  input: form({}),
  perform: (_, passkey: OwnPasskey, context) =>
    remove(context, { passkey: passkey.id }, `A passkey was taken away: ${passkey.name}.`),
});

async function remove(
  context: Context,
  factor: Parameters<typeof removeFactor>[2],
  words: string,
): Promise<Outcome<undefined>> {
  const { db, session } = context;
  const came = await removeFactor(db, session.accountId, factor);
  if (came === 'the last') return refused({ field: '', message: THE_LAST });
  if (came === 'removed') await tellOwner(context, session, words);
  return done(undefined);
}

/** Gives a passkey another name. */
export const nameIt = action({
  ...OWN,
  name: 'own account: name a passkey',
  input: form({ name: line({ max: 60, empty: 'Enter what you call it' }) }),
  async perform({ name }, passkey: OwnPasskey, { db, session }) {
    await renamePasskey(db, session.accountId, passkey.id, name);
    return done(undefined);
  },
});

/** Ends one session of one's own; it may be this one. */
export const endOne = action({
  ...OWN,
  name: 'own account: end a session',
  input: form({}),
  async perform(_, live: Subject, { db, authority, session }) {
    await endSessions(db, authority.schema, session.accountId, { only: live.id });
    return done(undefined);
  },
});

/** Ends every session of one's own but this one. */
export const endOthers = action({
  ...OWN,
  name: 'own account: end other sessions',
  input: form({}),
  async perform(_, _self: Subject, { db, authority, session }) {
    await endSessions(db, authority.schema, session.accountId, { except: session.id });
    return done(undefined);
  },
});
