import type { Id } from '../language/id.ts';
import { FAMILY_NOT_TOLD_REASONS } from '../profile/code-sets/reasons-not-told.ts';
import type { Cast, ContactMade } from './contact-made.ts';
import { correct } from './corrections.ts';
import type { Decided } from './decisions.ts';
import { type Desk, notAfter } from './handling.ts';
import { between, earlier } from './instants.ts';
import type { Making } from './making.ts';
import { letterWords } from './words/letters.ts';

/** Tells whoever told us, and the family unless it is written down why not: from then on the contact is answered. */
export function answer(
  making: Making,
  cast: Cast,
  desk: Desk,
  contact: ContactMade,
  decided: readonly Decided[],
): void {
  const { random } = cast;
  const inForceAt = new Date(Math.max(...decided.map((one) => one.inForceAt.getTime())));
  const worker = decided[0]?.line.signing.worker;
  if (worker === undefined) return;
  const minutes = random.chance(0.1) ? random.lognormal(3_000, 0.3) : random.lognormal(130, 1.1);
  const madeAt = notAfter(making, inForceAt, desk.office.after(inForceAt, minutes));
  const toldAt = earlier(new Date(madeAt.getTime() + random.whole(10, 14) * 1_000), making.now);
  const why = whyNot(cast, contact);
  const words = letterWords(
    decided.map(({ outcome }) => outcome),
    contact.told.language,
  );
  const telling = why === undefined ? { way: wayTo(contact), words, told_at: toldAt } : { why_not: why };
  const made = { contact_id: contact.id, made_by: worker, made_at: madeAt };
  const language = contact.told.language;
  making.ledger.add(
    'answer',
    { id: random.id(), ...made, audience: 'referrer', language, ...telling },
    { at: toldAt, by: worker },
  );
  answerFamily(making, cast, contact, { words, worker, madeAt });
  const answeredAt = why === undefined ? toldAt : madeAt;
  making.ledger.change('contact', contact.id, { answered_at: answeredAt }, { at: answeredAt, by: worker });
  take(making, cast, contact, worker, answeredAt);
  correct(making, cast, contact, answeredAt, worker);
}

/** Of those who gave no name nobody is told; and of the others now and then, for a reason that is written down. */
function whyNot({ random }: Cast, { speaksAs }: ContactMade): string | undefined {
  if (speaksAs === 'anonymous') return 'no name given';
  if (speaksAs === 'public') return random.chance(0.6) ? 'family has not agreed' : undefined;
  if (speaksAs === 'child') return undefined;
  return random.chance(0.025)
    ? random.pick(['asked not to be', 'told in the meeting', 'police ask'])
    : undefined;
}

/** By the way that is safe for them: the database refuses every other. */
function wayTo({
  speaksAs,
  referrerWays,
}: ContactMade): 'mail' | 'telephone' | 'text message' | 'letter' | 'in person' {
  if (speaksAs === 'professional') return 'mail';
  return WAYS.find((way) => referrerWays.includes(way)) ?? 'in person';
}

const WAYS = ['telephone', 'text message', 'letter', 'mail'] as const;

function answerFamily(
  making: Making,
  { random }: Cast,
  contact: ContactMade,
  telling: { words: string; worker: Id; madeAt: Date },
): void {
  const { words, worker, madeAt } = telling;
  if (contact.speaksAs === 'family' || contact.speaksAs === 'child') return;
  const told =
    contact.familyMember !== undefined &&
    random.chance(contact.about === 'safeguarding concern' ? 0.72 : 0.94);
  const toldAt = notAfter(
    making,
    madeAt,
    between(madeAt, new Date(madeAt.getTime() + 86_400_000), random.unit()),
  );
  const made = { contact_id: contact.id, made_by: worker, made_at: madeAt };
  const reason =
    contact.familyMember === undefined ? 'family not known' : random.pick(FAMILY_NOT_TOLD_REASONS.codes).code;
  making.ledger.add(
    'answer',
    {
      id: random.id(),
      ...made,
      audience: 'family',
      ...(told
        ? { way: 'telephone', words, told_at: toldAt, contact_family_member_id: contact.familyMember ?? null }
        : { why_not: reason }),
    },
    { at: told ? toldAt : madeAt, by: worker },
  );
}

/** Somebody took the contact soon after it came, and let it go when it was answered. */
function take(making: Making, { random }: Cast, contact: ContactMade, worker: Id, answeredAt: Date): void {
  const id = random.id();
  const takenAt = between(contact.recordedAt, answeredAt, 0.2);
  making.ledger.add(
    'contact_taking',
    { id, contact_id: contact.id, taken_by: worker, taken_at: takenAt },
    { at: takenAt, by: worker },
  );
  making.ledger.change(
    'contact_taking',
    id,
    { released_at: answeredAt, released_by: worker },
    { at: answeredAt, by: worker },
  );
}
