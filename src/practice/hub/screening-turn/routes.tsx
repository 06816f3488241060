import { valueIn } from '../../../platform/html/answers.ts';
import { ErrorSummary } from '../../../platform/html/error-summary.tsx';
import type { Context, Page, Refusal } from '../../../platform/web/context.ts';
import { draftOf } from '../../../platform/web/drafts.ts';
import type { Web } from '../../../platform/web/web.tsx';
import { staffNamed } from '../../people/staff/index.ts';
import { alertBand } from '../alert/index.ts';
import { type Contact, childrenNamed, contactOnRecord } from '../contact/index.ts';
import { DECISION_KEYS, questionsFor } from '../deciding/index.ts';
import { decisionsOf, UndoToast } from '../decision/index.ts';
import { partnerAnswersOf } from '../mash-enquiry/index.ts';
import { currentTurn, type Meeting, meetingOnRecord, turnsOf } from '../screening-meeting/index.ts';
import { clockOf, ratingsOf } from '../triage/index.ts';
import { decideInTurn, defer, end, undo } from './actions.ts';
import { MeetingPage, type Running } from './meeting.tsx';
import { TurnPage } from './pages.tsx';
import { knownOf } from './reading.ts';
import { type ContactInTurn, contactInTurn, seatsOf } from './store.ts';

/** Hangs a meeting, and the contacts in their turn, on their addresses. */
export function routes(web: Web): void {
  const one = '/screening-meetings/:meetingId';
  const inTurn = `${one}/contacts/:contactId`;
  web.show(one, {
    permission: 'screening meeting: read',
    find: meetingOnRecord,
    page: (meeting, context) => meetingNow(meeting, context),
  });
  const refused = (contact: ContactInTurn, refusal: Refusal, context: Context) =>
    turn(contact, context, refusal);
  const next = (_done: unknown, { meeting }: ContactInTurn) => `/screening-meetings/${meeting.id}`;
  web.submit(`${inTurn}/decisions`, decideInTurn, {
    find: contactInTurn,
    done: (_signed, { meeting, id }) => `/screening-meetings/${meeting.id}?decided=${id}`,
    refused,
  });
  web.submit(`${inTurn}/deferral`, defer, { find: contactInTurn, done: next, refused });
  web.submit(`${inTurn}/withdrawal`, undo, { find: contactInTurn, done: next, refused });
  web.submit(`${one}/ending`, end, {
    find: meetingOnRecord,
    done: (id) => `/screening-meetings/${id}`,
    refused: (meeting, { problems }, context) => meetingNow(meeting, context, problems),
  });
}

/** The meeting leads to the contact whose turn it is; when all have been through, to what was decided. */
async function meetingNow(
  meeting: Meeting,
  context: Context,
  problems: Refusal['problems'] = [],
): Promise<Page> {
  const turns = await turnsOf(context.db, meeting.id);
  const at = meeting.endedAt === undefined ? currentTurn(turns) : undefined;
  const params = { meetingId: meeting.id, contactId: at?.contactId ?? '' };
  const contact = at && (await contactInTurn.load(context, params));
  const page =
    contact === undefined
      ? await overview(meeting, context, problems)
      : await turn(contact, context, { values: {}, problems });
  return { ...page, toast: await justDecided(meeting, context) };
}

async function overview(meeting: Meeting, context: Context, problems: Refusal['problems']): Promise<Page> {
  const running = await runningHead(meeting, context);
  const taken = [];
  for (const one of running.turns) {
    const contact = await contactOnRecord.load(context, { contactId: one.contactId });
    if (contact !== undefined)
      taken.push({ turn: one, contact, decisions: await decisionsOf(context.db, contact.id) });
  }
  const signers = taken.flatMap(({ decisions }) => decisions.map((decision) => decision.signedBy));
  return {
    title: 'Screening meeting',
    place: 'hub',
    band: await alertBand(context),
    looked: {
      kind: 'screening meeting',
      id: meeting.id,
      persons: taken.flatMap(({ contact }) => contact.persons),
    },
    body: (
      <>
        <ErrorSummary problems={problems} />
        <MeetingPage running={running} taken={taken} staff={await staffNamed(context.db, signers)} />
      </>
    ),
  };
}

async function turn(contact: ContactInTurn, context: Context, refusal?: Refusal): Promise<Page> {
  const { db, profile } = context;
  const draft = await draftOf(context, decideInTurn.name, contact.id);
  const values = { ...draft?.answers, ...refusal?.values };
  const colour = (await ratingsOf(db, contact.id))[0]?.colour;
  return {
    title: childrenNamed(contact.children),
    place: 'hub',
    band: await alertBand(context),
    keys: DECISION_KEYS,
    looked: { kind: 'contact', id: contact.id, persons: contact.persons },
    body: (
      <TurnPage
        {...(await questionsFor(context, contact))}
        contact={contact}
        running={await runningHead(contact.meeting, context)}
        clock={clockOf(profile, contact, { colour, decided: false })}
        partners={await partnersOf(contact, context)}
        known={await knownOf(db, contact.id, contact.persons)}
        values={values}
        problems={refusal?.problems ?? []}
        each={valueIn(context.query, 'each') === 'yes' || valueIn(values, 'decisions.0.child') !== undefined}
        draft={{ url: `/drafts/${encodeURIComponent(decideInTurn.name)}/${contact.id}`, draft }}
      />
    ),
  };
}

/** What partners answered is read by whoever may read enquiries; the tables are not walled by role. */
async function partnersOf(contact: Contact, { db, viewer }: Context) {
  return viewer.permissions.has('mash enquiry: read') ? partnerAnswersOf(db, contact.id) : [];
}

async function runningHead(meeting: Meeting, context: Context): Promise<Running> {
  return {
    meeting,
    turns: await turnsOf(context.db, meeting.id),
    seats: await seatsOf(context.db, meeting.id),
    context,
  };
}

async function justDecided(meeting: Meeting, context: Context): Promise<Page['toast']> {
  const id = valueIn(context.query, 'decided');
  const contact = id === undefined ? undefined : await contactOnRecord.load(context, { contactId: id });
  if (contact === undefined || (await decisionsOf(context.db, contact.id)).length === 0) return undefined;
  return (
    <UndoToast
      words={`${childrenNamed(contact.children)}: decided`}
      action={`/screening-meetings/${meeting.id}/contacts/${contact.id}/withdrawal`}
    />
  );
}
