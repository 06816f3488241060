import { foldName } from '../language/name.ts';
import type { Adult, Family } from './families.ts';
import type { Recorded } from './ledger.ts';
import type { Making } from './making.ts';
import { telephone } from './places.ts';
import type { Random } from './random.ts';

/** What must not be said to a parent, in a family where somebody is frightened of somebody. */
const NOT_TO_SAY = [
  'Do not say who told us. Do not leave a message with anybody else.',
  'Do not mention the refuge or the new address.',
  'Say only that it is the school ringing.',
];

/** Records how a grown-up is reached, and how it is safe to. */
export function recordDetails(
  making: Making,
  random: Random,
  family: Family,
  adult: Adult,
  recorded: Recorded,
): void {
  const about = { person_id: adult.id };
  const { ledger } = making;
  if (random.chance(0.9))
    ledger.add(
      'contact_details',
      { id: random.id(), ...about, kind: 'telephone', value: telephone(random, 'mobile') },
      recorded,
    );
  if (random.chance(0.15))
    ledger.add(
      'contact_details',
      { id: random.id(), ...about, kind: 'telephone', value: telephone(random, 'landline') },
      recorded,
    );
  if (random.chance(0.35)) {
    const name = foldName(`${adult.givenName} ${adult.familyName}`).replaceAll(' ', '.');
    ledger.add(
      'contact_details',
      { id: random.id(), ...about, kind: 'email', value: `${name}@post.example` },
      recorded,
    );
  }
  if (adult.relation === 'mother' || random.chance(0.3))
    recordSafeContact(making, random, family, adult, recorded);
}

function recordSafeContact(
  making: Making,
  random: Random,
  family: Family,
  adult: Adult,
  recorded: Recorded,
): void {
  const careful = family.guarded || random.chance(0.06);
  making.ledger.add(
    'safe_contact',
    {
      id: random.id(),
      person_id: adult.id,
      ways: careful
        ? [random.pick(['in person', 'school', 'telephone'])]
        : [...random.some(['telephone', 'text message', 'mail', 'letter'], random.whole(1, 3))],
      times: careful
        ? 'school hours'
        : random.weighted([
            ['any time', 60],
            ['morning', 10],
            ['afternoon', 10],
            ['evening', 20],
          ]),
      language: family.language,
      not_to_say: careful ? random.pick(NOT_TO_SAY) : null,
      from_on: making.dayOf(recorded.at),
    },
    recorded,
  );
}
