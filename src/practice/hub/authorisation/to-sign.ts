import { dayNarrow } from '../../../language/dates-in-words.ts';
import { dayOf } from '../../../language/day.ts';
import { labelOf } from '../../../profile/code-sets/code-set.ts';
import { CONTACT_OUTCOMES } from '../../../profile/code-sets/contact-outcomes.ts';
import { ranFrom, type ThingsToDo, waiting } from '../../social-work/thing-to-do/index.ts';
import { awaitingAuthorisation } from './store.ts';

/** Decisions about children on record that wait for the viewer's signature, by the clock of the contact. One's own is for another manager. */
export const decisionsToSign: ThingsToDo = async (context) => {
  const { db, viewer, today, profile } = context;
  if (!viewer.permissions.has('contact: authorise')) return [];
  return (await awaitingAuthorisation(db)).flatMap(
    ({ id, contactId, personId, outcome, signedBy, signedAt, toldAt }) => {
      if (personId === undefined || signedBy === viewer.staffId) return [];
      return {
        ...waiting(`decision ${id}`, personId, toldAt, ranFrom(context, 'contact decided', toldAt)),
        what: `Decision to sign: ${labelOf(CONTACT_OUTCOMES, outcome)}`,
        href: `/contacts/${contactId}`,
        note: `Signed by who decided ${dayNarrow(dayOf(signedAt, profile.calendar.zone), today)}`,
      };
    },
  );
};
