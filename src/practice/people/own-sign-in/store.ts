import { isId } from '../../../language/id.ts';
import type { Loader, Subject } from '../../../platform/action.ts';
import { factorsOf, type Passkey } from '../../../platform/identity/factors.ts';
import { liveSessions } from '../../../platform/identity/sessions.ts';

/** A passkey of the viewer's own. */
export type OwnPasskey = Subject & Passkey;

/** One of the viewer's own passkeys; another's is not there. */
export const ownPasskey: Loader<OwnPasskey> = {
  kind: 'own passkey',
  async load({ db, session }, { passkeyId = '' }) {
    const { passkeys } = await factorsOf(db, session.accountId);
    const found = passkeys.find((one) => one.id === passkeyId);
    return found && { ...found, persons: [] };
  },
};

/** One of the viewer's own sessions that lives; another's is not there. */
export const ownSession: Loader<Subject> = {
  kind: 'own session',
  async load({ db, authority, session }, { sessionId = '' }) {
    if (!isId(sessionId)) return undefined;
    const live = await liveSessions(db, authority.schema, session.accountId);
    const found = live.find((one) => one.id === sessionId);
    return found && { id: found.id, persons: [] };
  },
};
