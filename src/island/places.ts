import type { Random } from './random.ts';

const STREET_WORDS =
  `Limpet Sandpiper Gorse Lantern Kelp Samphire Breakwater Turnstone Marram Ormer Shingle Wrack Pebble Thrift Curlew
  Lobster Beacon Anchor Cockle Tideline Dune Halyard Seaspray Granite Fuchsia Hydrangea Oyster Mackerel Petrel Plover`.split(
    /\s+/u,
  );
const STREET_KINDS = ['Lane', 'Close', 'Road', 'Terrace', 'Court', 'Hill', 'Drive', 'Walk', 'Mews', 'Row'];
const FLATS = [
  'Kittiwake House',
  'Guillemot Court',
  'Fulmar House',
  'Dunlin Court',
  'Avocet House',
  'Gannet Point',
];

/** The parishes, the town more often than the country. Invented shares. */
const PARISHES: readonly (readonly [string, number])[] = [
  ['st-helier', 36],
  ['st-saviour', 13],
  ['st-brelade', 11],
  ['st-clement', 10],
  ['grouville', 5],
  ['st-lawrence', 5],
  ['st-peter', 5],
  ['st-ouen', 4],
  ['st-martin', 4],
  ['trinity', 3],
  ['st-john', 3],
  ['st-mary', 1],
];

/** Somewhere to live, on a street that does not exist. */
export type Dwelling = { readonly lines: string; readonly parish: string };

/** Draws a place to live. */
export function dwelling(random: Random): Dwelling {
  const parish = random.weighted(PARISHES);
  const street = `${random.pick(STREET_WORDS)} ${random.pick(STREET_KINDS)}`;
  const door = random.whole(1, 89);
  const flat = random.chance(parish === 'st-helier' ? 0.4 : 0.12);
  return {
    lines: flat ? `Flat ${random.whole(1, 24)}, ${random.pick(FLATS)}, ${street}` : `${door} ${street}`,
    parish,
  };
}

/** Doctors’ practices and nurseries that do not exist. */
export const PRACTICES = [
  'Causeway Surgery',
  'Lighthouse Practice',
  'Samphire Medical Centre',
  'Quay Street Surgery',
  'Five Mile Practice',
  'Marram Health',
];
export const NURSERIES = [
  'Little Limpets Nursery',
  'Rockpool Nursery',
  'Sandcastles Pre-school',
  'Starfish Childminders',
];

/**
 * A telephone number of the ranges that Ofcom keeps for drama, so that nobody can be rung: the mobile range, and landlines
 * of towns, since the island's own range has none set aside.
 */
export function telephone(random: Random, kind: 'mobile' | 'landline'): string {
  const last = String(random.whole(0, 999)).padStart(3, '0');
  if (kind === 'mobile') return `07700 900${last}`;
  const town = random.pick([
    '01632 960',
    '0113 496 0',
    '0115 496 0',
    '0117 496 0',
    '0131 496 0',
    '0151 496 0',
    '0191 498 0',
  ]);
  return `${town}${last}`;
}
