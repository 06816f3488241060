import { dayInFull } from '../language/dates-in-words.ts';
import { addDays } from '../language/day.ts';
import type { Id } from '../language/id.ts';
import type { Cast, ContactMade } from './contact-made.ts';
import type { Making } from './making.ts';

/** One of so many answered contacts is put right later. */
const CORRECTED = 0.014;

type Correction = {
  readonly what: string;
  readonly was: string | null;
  readonly isNow: string;
  readonly reason: string;
};

/** Puts something right in a few of the contacts, weeks after they were answered: what it said before stays readable as known before. */
export function correct(
  making: Making,
  { random }: Cast,
  contact: ContactMade,
  answeredAt: Date,
  by: Id,
): void {
  if (!random.chance(CORRECTED)) return;
  const at = new Date(answeredAt.getTime() + random.whole(1, 40) * 86_400_000);
  if (at >= making.now) return;
  const recorded = { at, by };
  const keep = ({ what, was, isNow, reason }: Correction) =>
    making.ledger.add(
      'correction',
      {
        id: random.id(),
        contact_id: contact.id,
        what,
        was,
        is_now: isNow,
        reason,
        corrected_by: by,
        corrected_at: at,
      },
      recorded,
    );
  const { happenedOn, told, theme } = contact;
  const others = theme.lines.filter((line) => line !== told.summary);
  if (happenedOn === undefined || random.chance(0.4)) {
    const summary = random.pick(others);
    making.ledger.change('contact', contact.id, { summary }, recorded);
    keep({
      what: 'The line for lists',
      was: told.summary ?? null,
      isNow: summary,
      reason: random.pick(['misheard', 'typed wrongly', 'family asked']),
    });
    return;
  }
  const right = addDays(happenedOn, -random.whole(1, 4));
  making.ledger.change('contact', contact.id, { happened_on: right }, recorded);
  keep({
    what: 'When it happened',
    was: dayInFull(happenedOn),
    isNow: dayInFull(right),
    reason: random.pick(['wrong day', 'partner corrected']),
  });
}
