import { foldName } from '../language/name.ts';
import type { Cast, ContactBegun } from './contact-made.ts';
import { givenName, heritageOf, surname } from './names.ts';
import { telephone } from './places.ts';
import { workplaceOf } from './sources.ts';

/** Who told us, and how they may be reached: somebody of an agency, of the family, or somebody near by. */
export function referrerOf(cast: Cast, made: ContactBegun) {
  const common = { id: cast.random.id(), contact_id: made.id, kind: made.speaksAs };
  switch (made.speaksAs) {
    case 'professional':
      return { ...common, ...professional(cast, made) };
    case 'family':
      return { ...common, ...relative(cast, made) };
    case 'child':
      return { ...common, ...young(cast, made) };
    case 'public':
      return { ...common, ...neighbour(cast) };
    default:
      return { ...common, may_be_named: false };
  }
}

function professional({ random, partners }: Cast, made: ContactBegun) {
  const { partner, person, named, role } = workplaceOf(
    made.source,
    made.children[0],
    made.toldOn,
    partners,
    random,
  );
  const name = person?.name ?? `${givenName(random, 'island', 'F')} ${surname(random, 'island')}`;
  return {
    name,
    role: role ?? null,
    agency_id: partner?.id ?? null,
    agency_named: partner === undefined ? (named ?? null) : null,
    staff_id: person?.staffId ?? null,
    telephone: telephone(random, 'landline'),
    email: `${foldName(name).replaceAll(' ', '.')}@island.example`,
    may_be_named: random.chance(0.9),
    safe_ways: ['mail', 'telephone'],
  };
}

function relative({ random }: Cast, made: ContactBegun) {
  const adult = random.pick(made.family.adults);
  const careful = made.family.guarded || (made.theme.id === 'arguments at home' && random.chance(0.4));
  return {
    name: `${adult.givenName} ${adult.familyName}`,
    relation_to_child: adult.relation[0]?.toUpperCase() + adult.relation.slice(1),
    telephone: telephone(random, 'mobile'),
    may_be_named: true,
    language: made.family.language,
    safe_ways: careful ? ['telephone'] : [...random.some(['telephone', 'text message', 'letter'], 2)],
    safe_times: careful ? 'school hours' : 'any time',
    not_to_say: careful
      ? 'Do not leave a message. Do not say who is ringing if somebody else answers.'
      : null,
  };
}

function young({ random }: Cast, made: ContactBegun) {
  const child = made.children[0];
  return {
    name: child === undefined ? null : `${child.givenName} ${child.familyName}`,
    relation_to_child: 'Themselves',
    telephone: random.chance(0.6) ? telephone(random, 'mobile') : null,
    language: 'en',
    safe_ways: [random.pick(['text message', 'school'])],
    safe_times: 'school hours',
    not_to_say: random.chance(0.5) ? 'Please do not ring my house.' : null,
  };
}

function neighbour({ random }: Cast) {
  const heritage = heritageOf(random);
  return {
    name: `${givenName(random, heritage, random.pick(['F', 'M'] as const))} ${surname(random, heritage)}`,
    relation_to_child: random.pick(['Neighbour', 'Friend of the family', 'Parent of a friend']),
    telephone: random.chance(0.7) ? telephone(random, 'mobile') : null,
    may_be_named: random.chance(0.25),
    safe_ways: ['telephone'],
  };
}
