import { ageOn } from '../language/age.ts';
import type { RatingColour } from '../profile/code-sets/rating-colours.ts';
import { concernsOn } from './approaches.ts';
import type { Cast, ContactMade } from './contact-made.ts';
import { recordContact } from './contacts.ts';
import { inHub, present } from './duty.ts';
import { recordEnquiry } from './enquiries.ts';
import { type Family, makeFamily, type Person } from './families.ts';
import { type Desk, recordRating } from './handling.ts';
import type { Making } from './making.ts';
import type { Register } from './register.ts';
import { channelOf, youngestOf } from './sources.ts';
import type { Theme } from './words/theme.ts';
import { THEMES } from './words/themes.ts';

/** One contact of the board: what it is, how long it has waited, and how far somebody got with it. */
type Waiting = {
  readonly theme: string;
  readonly source: string;
  readonly children: number;
  /** Minutes since it was told: working minutes, or minutes of the clock on the wall for what goes on at night. */
  readonly working?: number;
  readonly wall?: number;
  readonly colour?: RatingColour;
  readonly alert?: 'open' | 'acknowledged';
  readonly taken?: true;
  /** Nobody has compared the children with those on record yet. */
  readonly identified?: false;
  /** The family is on record: somebody turned to us about it before. */
  readonly again?: true;
  /** The agencies that a MASH enquiry asks, and how many have answered. */
  readonly partners?: readonly string[];
  readonly answered?: number;
};

/** A morning and an afternoon at the hub, relative to whatever now is. */
// biome-ignore format: a table reads as a table
const BOARD: readonly Waiting[] = [
  { theme: 'arguments at home', source: '6', children: 2, wall: 288, colour: 'red', alert: 'acknowledged', taken: true, partners: ['education', 'hospital', 'housing'], answered: 2 },
  { theme: 'hurt or touched', source: '3E', children: 1, wall: 62, colour: 'red', alert: 'open', again: true },
  { theme: 'arguments at home', source: '6', children: 3, working: 1_590, colour: 'amber', taken: true, partners: ['education', 'hospital'], answered: 1 },
  { theme: 'care at home', source: '2A', children: 1, working: 1_340, colour: 'amber', taken: true, partners: ['hospital', 'community-nursing', 'housing'], answered: 3 },
  { theme: 'before birth', source: '3F', children: 1, working: 1_165, colour: 'amber', taken: true, partners: ['police', 'hospital'], answered: 1 },
  { theme: 'low and anxious', source: '1C', children: 1, working: 690, colour: 'amber', taken: true, again: true },
  { theme: 'trouble and missing', source: '6', children: 1, working: 610, colour: 'amber', identified: false, again: true },
  { theme: 'drink and drugs', source: '5A', children: 2, working: 420, colour: 'amber', taken: true, partners: ['police', 'education'], answered: 0 },
  { theme: 'care at home', source: '3B', children: 3, working: 980, colour: 'green', taken: true, again: true },
  { theme: 'not in school', source: '2A', children: 1, working: 860, colour: 'green', taken: true },
  { theme: 'money and home', source: '4', children: 2, working: 560, colour: 'green' },
  { theme: 'caring for others', source: '2A', children: 1, working: 505, colour: 'green', taken: true },
  { theme: 'additional needs', source: '1A', children: 1, working: 300, colour: 'green' },
  { theme: 'advice for parents', source: '1A', children: 1, working: 250, colour: 'blue' },
  { theme: 'online and outside', source: '2A', children: 1, working: 190, colour: 'amber', identified: false },
  { theme: 'low and anxious', source: '3A', children: 1, working: 118, identified: false },
  { theme: 'advice for parents', source: '1A', children: 2, working: 74, identified: false },
  { theme: 'arguments at home', source: '1B', children: 1, working: 55, identified: false, again: true },
  { theme: 'money and home', source: '1A', children: 1, working: 26, identified: false },
  { theme: 'not in school', source: '2B', children: 1, working: 9, identified: false },
];

const MINUTE = 60_000;
/** On a small island no family may fit: then somebody new turns to us. */
const ENOUGH = 2_000;

/** Puts the contacts of today on the board, in the order in which they were told. */
export function fillBoard(
  making: Making,
  cast: Cast,
  register: Register,
  desk: Desk,
  lately: readonly Family[],
): void {
  const toldAt = ({ wall, working }: Waiting) =>
    wall === undefined
      ? desk.office.after(making.now, -(working ?? 0))
      : new Date(making.now.getTime() - wall * MINUTE);
  const waiting = BOARD.map((row) => ({ row, at: toldAt(row) })).sort(
    (one, other) => one.at.getTime() - other.at.getTime(),
  );
  const search = searchFor(making, lately);
  for (const { row, at } of waiting) {
    const contact = put(making, cast, register, search(row), { row, at });
    follow(making, cast, desk, contact, row);
  }
}

type Found = { readonly family: Family; readonly children: readonly Person[]; readonly theme: Theme };

function put(
  making: Making,
  cast: Cast,
  register: Register,
  found: Found,
  { row, at }: { row: Waiting; at: Date },
): ContactMade {
  const { random } = cast;
  const identified = row.identified !== false;
  const recordedAt = soonAfter(making, at, random.whole(1, 4));
  const by = identified ? random.pick(present(inHub(cast.holders), making.today)).staffId : undefined;
  if (identified) register.meet(found.family, found.children, { at: recordedAt, by });
  return recordContact(making, cast, {
    ...found,
    source: row.source,
    about: row.partners === undefined ? undefined : 'safeguarding concern',
    channel: channelOf(row.source, random),
    toldAt: at,
    recordedAt,
    recordedBy: by,
    identified,
  });
}

function follow(making: Making, cast: Cast, desk: Desk, contact: ContactMade, row: Waiting): void {
  const { random } = cast;
  const by = random.pick(present(inHub(cast.holders), making.today)).staffId;
  const at = soonAfter(making, contact.recordedAt, 12);
  if (row.colour !== undefined) recordRating(making, cast, contact, { colour: row.colour, by, at });
  if (row.taken)
    making.ledger.add(
      'contact_taking',
      { id: random.id(), contact_id: contact.id, taken_by: by, taken_at: at },
      { at, by },
    );
  if (row.alert !== undefined) {
    const seenAt = soonAfter(making, at, 9);
    const seen = row.alert === 'open' ? {} : { acknowledged_by: by, acknowledged_at: seenAt };
    const alert = {
      id: random.id(),
      contact_id: contact.id,
      cause: 'red',
      raised_at: at,
      to_staff: desk.rota.at(making.now),
    };
    making.ledger.add('contact_alert', { ...alert, ...seen }, { at: seenAt });
  }
  if (row.partners === undefined) return;
  const openedAt = soonAfter(making, at, 25);
  recordEnquiry(making, cast, desk.office, contact, {
    openedAt,
    closedAt: undefined,
    partners: row.partners,
    answered: row.answered,
  });
}

/** A few minutes later, and never in the future. */
function soonAfter(making: Making, at: Date, minutes: number): Date {
  return new Date(Math.min(at.getTime() + minutes * MINUTE, making.now.getTime()));
}

/** Finds a family for each contact, no family twice: one on record where somebody turns to us again, a new one otherwise. */
function searchFor(making: Making, lately: readonly Family[]): (row: Waiting) => Found {
  const random = making.random('board');
  const numbers = new Set<string>();
  const used = new Set<Family>();
  return (row) => {
    const theme = themeNamed(row.theme);
    for (let tries = 0; ; tries += 1) {
      const family =
        row.again && tries < ENOUGH ? random.pick(lately) : makeFamily(making, random, numbers, row.children);
      const children = childrenFor(making, theme, family, youngestOf(row.source));
      if (used.has(family) || children.length !== row.children) continue;
      used.add(family);
      return { family, children, theme };
    }
  };
}

/** The children of a family whom the theme fits: all of them, or nobody where one is too young or too old. */
function childrenFor(making: Making, theme: Theme, family: Family, youngest: number): readonly Person[] {
  const there = family.children.filter((child) => concernsOn(child, making.today));
  const fits = ({ bornOn }: Person) => {
    const age = bornOn === undefined ? -1 : ageOn(bornOn, making.today);
    return Math.max(theme.fromAge, youngest) <= age && age <= theme.toAge;
  };
  return there.every(fits) ? there : [];
}

function themeNamed(id: string): Theme {
  const theme = THEMES.find((one) => one.id === id);
  if (theme === undefined) throw new RangeError(`there is no theme "${id}"`);
  return theme;
}
