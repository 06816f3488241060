import type { Id } from '../../../language/id.ts';
import { done, type Outcome, refused } from '../../../language/outcome.ts';
import { action } from '../../../platform/action.ts';
import { form } from '../../../platform/forms/form.ts';
import { words } from '../../../platform/forms/text-fields.ts';
import { decidingIn, decisionForm } from '../deciding/index.ts';
import { signDecisions, withdrawDecisions } from '../decision/index.ts';
import { endMeeting, type Meeting, mayDefer, mayGoOn } from '../screening-meeting/index.ts';
import { type ContactInTurn, deferTurn } from './store.ts';

/** Decides about a contact in its turn; the decision keeps the meeting in which it was taken. */
export const decideInTurn = action({
  permission: 'contact: decide',
  name: 'screening meeting: decide',
  input: decisionForm,
  async perform(answers, contact: ContactInTurn, context) {
    const may = mayGoOn(contact.meeting);
    if (!may.ok) return may;
    return signDecisions(context, contact, decidingIn(answers), { screeningMeetingId: contact.meeting.id });
  },
});

/** Puts a contact off to another time, with the reason. */
export const defer = action({
  permission: 'screening meeting: hold',
  name: 'screening meeting: defer',
  input: form({ deferredReason: words({ max: 2000, empty: 'Say why it is put off, and until when' }) }),
  async perform({ deferredReason }, contact: ContactInTurn, context) {
    const may = mayDefer(contact.meeting, contact.turn);
    if (!may.ok) return may;
    await deferTurn(context, contact.meeting.id, contact.id, deferredReason);
    return done(contact.id);
  },
});

/** Takes the decision about a contact back; the meeting is at its turn again. */
export const undo = action({
  permission: 'contact: withdraw decision',
  name: 'screening meeting: undo',
  input: form({}),
  perform: (_answers, contact: ContactInTurn, context): Promise<Outcome<Id>> =>
    withdrawDecisions(context, contact),
});

/** Ends the meeting. What was not taken stays on the board. */
export const end = action({
  permission: 'screening meeting: hold',
  name: 'screening meeting: end',
  input: form({}),
  async perform(_answers, meeting: Meeting, context) {
    return (await endMeeting(context, meeting.id))
      ? done(meeting.id)
      : refused({ field: '', message: 'The meeting has ended already.' });
  },
});
