import type { RatingColour } from '../profile/code-sets/rating-colours.ts';
import { type Cast, type ContactMade, recordContact } from './contacts.ts';
import { present } from './duty.ts';
import { type Family, makeFamily } from './families.ts';
import type { Making } from './making.ts';
import { officeOf } from './office.ts';
import { recordFamily, type Services } from './people.ts';
import { channelOf } from './sources.ts';
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
  readonly identified?: false;
  readonly partners?: readonly string[];
  readonly answered?: number;
};

/** A morning and an afternoon at the hub, relative to whatever now is. */
// biome-ignore format: a table reads as a table
const BOARD: readonly Waiting[] = [
  { theme: 'arguments at home', source: '6', children: 2, wall: 288, colour: 'red', alert: 'acknowledged', taken: true, partners: ['education', 'hospital', 'housing'], answered: 2 },
  { theme: 'hurt or touched', source: '2A', children: 1, wall: 62, colour: 'red', alert: 'open' },
  { theme: 'arguments at home', source: '6', children: 3, working: 1_590, colour: 'amber', taken: true, partners: ['education', 'hospital'], answered: 1 },
  { theme: 'care at home', source: '2A', children: 1, working: 1_340, colour: 'amber', taken: true, partners: ['hospital', 'community-nursing', 'housing'], answered: 3 },
  { theme: 'before birth', source: '3F', children: 1, working: 1_165, colour: 'amber', taken: true, partners: ['police', 'hospital'], answered: 1 },
  { theme: 'low and anxious', source: '1C', children: 1, working: 690, colour: 'amber', taken: true },
  { theme: 'trouble and missing', source: '6', children: 1, working: 610, colour: 'amber', identified: false },
  { theme: 'drink and drugs', source: '5A', children: 2, working: 420, colour: 'amber', taken: true, partners: ['police', 'education'], answered: 0 },
  { theme: 'care at home', source: '3B', children: 3, working: 980, colour: 'green', taken: true },
  { theme: 'not in school', source: '2A', children: 1, working: 860, colour: 'green', taken: true },
  { theme: 'money and home', source: '4', children: 2, working: 560, colour: 'green' },
  { theme: 'caring for others', source: '2A', children: 1, working: 505, colour: 'green', taken: true },
  { theme: 'additional needs', source: '1A', children: 1, working: 300, colour: 'green' },
  { theme: 'advice for parents', source: '1A', children: 1, working: 250, colour: 'blue' },
  { theme: 'online and outside', source: '2A', children: 1, working: 190, colour: 'amber', identified: false },
  { theme: 'low and anxious', source: '3A', children: 1, working: 118, identified: false },
  { theme: 'advice for parents', source: '1A', children: 2, working: 74, identified: false },
  { theme: 'arguments at home', source: '1B', children: 1, working: 55, identified: false },
  { theme: 'money and home', source: '1A', children: 1, working: 26, identified: false },
  { theme: 'not in school', source: '2B', children: 1, working: 9, identified: false },
];

const MINUTE = 60_000;
const REASONS: Readonly<Record<RatingColour, readonly string[]>> = {
  red: [
    'Somebody could be hurt tonight. Both children were there.',
    'A mark that is not explained, and the child is afraid to go home.',
  ],
  amber: [
    'Serious, and nobody is in danger in the next hours.',
    'It has happened before and the last plan did not hold.',
    'Needs to be put together with what others know.',
  ],
  green: ['Help is wanted and the family asks for it themselves.', 'Nobody is in danger. The family agrees.'],
  blue: ['A question. An answer by telephone is enough.'],
};

/** Puts the contacts of today on the board, in the order in which they were told. */
export function fillBoard(making: Making, cast: Cast, services: Services): readonly ContactMade[] {
  const office = officeOf(making);
  const numbers = new Set<string>();
  const random = making.random('board');
  const toldAt = ({ wall, working }: Waiting) =>
    wall === undefined
      ? office.after(making.now, -(working ?? 0))
      : new Date(making.now.getTime() - wall * MINUTE);
  const waiting = BOARD.map((row) => ({ row, at: toldAt(row) })).sort(
    (one, other) => one.at.getTime() - other.at.getTime(),
  );
  return waiting.map(({ row, at }) => {
    const theme = themeNamed(row.theme);
    const family = fittingFamily(making, () => makeFamily(making, random, numbers, row.children), theme);
    const recordedAt = new Date(at.getTime() + random.whole(1, 4) * MINUTE);
    const by = row.identified === false ? undefined : random.pick(present(hubOf(cast), making.today)).staffId;
    if (row.identified !== false) recordFamily(making, services, family, { at: recordedAt, by });
    const made = recordContact(making, cast, {
      family,
      children: family.children,
      theme,
      source: row.source,
      channel: channelOf(row.source, random),
      toldAt: at,
      recordedAt,
      recordedBy: by,
      identified: row.identified !== false,
    });
    follow(making, cast, made, row);
    return made;
  });
}

function follow(making: Making, cast: Cast, made: ContactMade, row: Waiting): void {
  const { random } = cast;
  const worker = random.pick(present(hubOf(cast), making.today));
  const at = soonAfter(making, made.recordedAt, 12);
  const about = { contact_id: made.id };
  if (row.colour !== undefined)
    making.ledger.add(
      'contact_rating',
      {
        id: random.id(),
        ...about,
        colour: row.colour,
        reason: random.pick(REASONS[row.colour]),
        rated_by: worker.staffId,
        rated_at: at,
      },
      { at, by: worker.staffId },
    );
  if (row.taken)
    making.ledger.add(
      'contact_taking',
      { id: random.id(), ...about, taken_by: worker.staffId, taken_at: at },
      { at, by: worker.staffId },
    );
  if (row.alert !== undefined) {
    const seenAt = soonAfter(making, at, 9);
    const seen = row.alert === 'open' ? {} : { acknowledged_by: worker.staffId, acknowledged_at: seenAt };
    making.ledger.add(
      'contact_alert',
      { id: random.id(), ...about, cause: 'red', raised_at: at, to_staff: worker.staffId, ...seen },
      { at: seenAt },
    );
  }
}

function hubOf({ holders }: Cast) {
  return holders.filter(({ role }) => role === 'social care hub worker' || role === 'early help hub worker');
}

/** A few minutes later, and never in the future. */
function soonAfter(making: Making, at: Date, minutes: number): Date {
  return new Date(Math.min(at.getTime() + minutes * MINUTE, making.now.getTime()));
}

function themeNamed(id: string): Theme {
  const theme = THEMES.find((one) => one.id === id);
  if (theme === undefined) throw new RangeError(`there is no theme "${id}"`);
  return theme;
}

/** Draws families until all children are of an age for the theme; for what is told before a birth, until one is unborn. */
function fittingFamily(making: Making, make: () => Family, theme: Theme): Family {
  for (;;) {
    const family = make();
    const unborn = family.children.some(({ dueOn }) => dueOn !== undefined);
    const ages = family.children.map(({ bornOn }) =>
      bornOn === undefined ? -1 : Number(making.today.slice(0, 4)) - Number(bornOn.slice(0, 4)),
    );
    if (
      theme.fromAge < 0
        ? unborn
        : !unborn && ages.every((age) => age >= theme.fromAge && age <= Math.min(16, theme.toAge))
    )
      return family;
  }
}
