import type { Day } from '../../../language/day.ts';
import type { Id } from '../../../language/id.ts';
import type { Context } from '../../../platform/web/context.ts';
import { openPeriods, type PersonBrief, personBriefs } from '../../people/person/index.ts';
import { staffNamed } from '../../people/staff/index.ts';
import { type Alert, alertsOf } from '../alert/index.ts';
import { type Answers, answersFor } from '../answer/index.ts';
import { type Contact, type Said, saidIn } from '../contact/index.ts';
import { type Correction, correctionsOf } from '../correction/index.ts';
import { type Decision, decisionsOf } from '../decision/index.ts';
import { enquiryOf, type PartnerAnswer, partnerAnswersOf } from '../mash-enquiry/index.ts';
import {
  type ContactClock,
  clockOf,
  type Rating,
  ratingsOf,
  type Taking,
  takingOf,
} from '../triage/index.ts';
import { lastOf, type SixDates } from './rules.ts';
import { concernsOf, firstRecordedAt, type Judged, type RelatedContact, relatedContacts } from './store.ts';

/** A contact with everything that hangs on it, as far as the viewer may read it. */
export type WholeContact = {
  readonly contact: Contact;
  readonly said: readonly Said[];
  readonly clock: ContactClock;
  readonly taking: Taking | undefined;
  readonly ratings: readonly Rating[];
  readonly alerts: readonly Alert[];
  readonly judged: readonly Judged[];
  /** Undefined for a viewer who may not read enquiries, and where none was opened. */
  readonly enquiryId: Id | undefined;
  readonly partners: readonly PartnerAnswer[];
  readonly decisions: readonly Decision[];
  readonly answers: Answers;
  readonly corrections: readonly Correction[];
  readonly staff: ReadonlyMap<Id, string>;
  readonly related: readonly RelatedContact[];
  readonly open: readonly { readonly kind: string; readonly name: string }[];
  readonly briefs: ReadonlyMap<Id, PersonBrief>;
  readonly dates: SixDates;
};

/** What a page about a contact stands in. `now` is the instant it is asked as known at, or today's. */
export type Shown = WholeContact & { readonly context: Context; readonly now: Date; readonly today: Day };

/** Reads everything that hangs on a contact. */
export async function wholeContact(context: Context, contact: Contact): Promise<WholeContact> {
  const { db, profile } = context;
  // Asked at once: one wait for all of them.
  const [decisions, answers, corrections, ratings, briefs, recordedAt, rest] = await Promise.all([
    decisionsOf(db, contact.id),
    answersFor(context, contact),
    correctionsOf(db, contact.id),
    ratingsOf(db, contact.id),
    personBriefs(db, contact.persons),
    firstRecordedAt(db, contact),
    besides(context, contact),
  ]);
  const { periods, ...others } = rest;
  return {
    ...others,
    contact,
    clock: clockOf(profile, contact, { colour: ratings[0]?.colour, decided: answers.isDecided }),
    ratings,
    decisions,
    answers,
    corrections,
    staff: await staffNamed(db, [
      ...decisions.flatMap((one) => [one.signedBy, one.authorisedBy]),
      ...corrections.map((one) => one.correctedBy),
    ]),
    open: openServices(periods, briefs),
    briefs,
    dates: datesOf(contact, decisions, recordedAt),
  };
}

async function besides(context: Context, contact: Contact) {
  const { db } = context;
  const [said, taking, alerts, judged, partners, related, periods] = await Promise.all([
    saidIn(context, contact.id),
    takingOf(db, contact.id),
    alertsOf(db, contact.id),
    concernsOf(db, contact.id),
    partnersOf(context, contact),
    relatedContacts(db, contact),
    openPeriods(db, contact.persons),
  ]);
  return { said, taking, alerts, judged, ...partners, related, periods };
}

async function partnersOf({ db, viewer }: Context, contact: Contact) {
  if (!viewer.permissions.has('mash enquiry: read')) return { enquiryId: undefined, partners: [] };
  const [enquiry, partners] = await Promise.all([enquiryOf(db, contact), partnerAnswersOf(db, contact.id)]);
  return { enquiryId: enquiry?.id, partners };
}

function openServices(
  periods: Awaited<ReturnType<typeof openPeriods>>,
  briefs: ReadonlyMap<Id, PersonBrief>,
): WholeContact['open'] {
  return [...periods].flatMap(([id, open]) =>
    open.map(({ kind }) => ({ kind, name: briefs.get(id)?.name ?? '' })),
  );
}

function datesOf(contact: Contact, decisions: readonly Decision[], recordedAt: Date): SixDates {
  const perChild = contact.children.map((child) =>
    decisions.find((decision) => decision.contactChildId === child.id),
  );
  const asked = decisions.filter((one) => one.authorisationAsked);
  return {
    happenedOn: contact.happenedOn,
    toldAt: contact.toldAt,
    recordedAt,
    decidedAt: lastOf(perChild.map((decision) => decision?.signedAt)),
    authorisedAt: lastOf(asked.map((one) => one.authorisedAt)),
    authorisationAsked: asked.length > 0,
    answeredAt: contact.answeredAt,
  };
}
