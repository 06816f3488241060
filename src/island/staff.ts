import { addDays, type Day } from '../language/day.ts';
import type { Id } from '../language/id.ts';
import { foldName } from '../language/name.ts';
import type { PostRule, TeamRule } from '../profile/organisation.ts';
import type { Role } from '../profile/roles.ts';
import type { Making } from './making.ts';
import { givenName, surname } from './names.ts';
import type { Random } from './random.ts';

/** Somebody in a post, from a day, and until a day if a successor came. */
export type Holder = {
  readonly staffId: Id;
  readonly name: string;
  readonly role: Role;
  /** The id of the team or agency in the profile. */
  readonly placeKey: string;
  readonly teamId: Id | undefined;
  readonly agencyId: Id | undefined;
  readonly fromOn: Day;
  readonly untilOn: Day | undefined;
};

/** The people of the pictures and tests, by the title of their post; everybody else is drawn. */
const KNOWN: Readonly<Record<string, readonly string[]>> = {
  'Head of service': ['Hugo Pennant'],
  'Adviser to the board': ['Ada Sextant'],
  'Hub manager': ['Cleo Fathom'],
  'Hub worker, early help': ['Sol Bollard'],
  'Hub worker, social care': ['Nell Capstan'],
  'Business support': ['Bea Marram'],
  'MASH decision maker': ['Dara Keel'],
  'Out-of-hours duty social worker': ['Otis Foghorn'],
  'Team manager, early help': ['Juno Cleat'],
  'Family support worker': ['Fern Jetty'],
  'Team manager, assessment and support': ['Mira Spindrift'],
  'Social worker': ['Tess Windlass', 'Ivo Mainsail'],
  'Insight lead': ['Quill Fairlead'],
  'Data protection officer': ['Pip Ledger'],
  'Administrator of accounts': ['Abe Latchkey'],
};

/** A post in four had somebody else in it before. */
const SUCCESSIONS = 0.25;
/** Everybody was there before the oldest fact of an island: that many days back. */
const FIRST_DAY_BACK = 2_200;

/** What naming people needs: a name is given once. */
export type Naming = {
  readonly random: Random;
  readonly taken: Set<string>;
  readonly known: Map<string, string[]>;
};

/** Begins the naming of staff and partners. */
export function beginNaming(making: Making): Naming {
  const known = Object.entries(KNOWN).map(([title, names]): [string, string[]] => [title, [...names]]);
  return {
    random: making.random('staff'),
    taken: new Set(Object.values(KNOWN).flat()),
    known: new Map(known),
  };
}

/** Fills the teams of the profile with people in posts, the managing post first. */
export function makeStaff(making: Making, naming: Naming): readonly Holder[] {
  const holders: Holder[] = [];
  let head: Id | undefined;
  for (const team of making.profile.organisation) {
    const teamId = naming.random.id();
    making.ledger.add('team', { id: teamId, title: team.title, service: team.service }, founding(making));
    const [managing, ...others] = postsOf(team);
    if (managing === undefined) continue;
    const manager = makePost(making, naming, { team, teamId, rule: managing, managedBy: head }, holders);
    head ??= manager;
    for (const rule of others) makePost(making, naming, { team, teamId, rule, managedBy: manager }, holders);
  }
  return holders;
}

type NewPost = {
  readonly team: TeamRule;
  readonly teamId: Id;
  readonly rule: PostRule;
  readonly managedBy: Id | undefined;
};

function postsOf(team: TeamRule): readonly PostRule[] {
  return team.posts.flatMap((rule) => Array.from({ length: rule.howMany }, () => rule));
}

function makePost(making: Making, naming: Naming, post: NewPost, holders: Holder[]): Id {
  const id = naming.random.id();
  const { team, teamId, rule, managedBy } = post;
  making.ledger.add(
    'post',
    { id, team_id: teamId, role: rule.role, title: rule.title, managed_by: managedBy ?? null },
    founding(making),
  );
  const place = { role: rule.role, placeKey: team.id, teamId, agencyId: undefined };
  const known = naming.known.get(rule.title)?.shift();
  const began = addDays(making.today, -FIRST_DAY_BACK);
  if (known === undefined && naming.random.chance(SUCCESSIONS)) {
    const changed = addDays(making.today, -naming.random.whole(60, 900));
    holders.push(appoint(making, naming, id, { ...place, fromOn: began, untilOn: changed }));
    holders.push(appoint(making, naming, id, { ...place, fromOn: addDays(changed, 1), untilOn: undefined }));
  } else {
    holders.push(appoint(making, naming, id, { ...place, fromOn: began, untilOn: undefined }, known));
  }
  return id;
}

/** Puts one person into a post. */
export function appoint(
  making: Making,
  naming: Naming,
  postId: Id,
  holding: Omit<Holder, 'staffId' | 'name'>,
  known?: string,
): Holder {
  const name = known ?? newName(naming);
  const [given = '', ...family] = name.split(' ');
  const staffId = naming.random.id();
  const recorded = { at: making.atMinute(holding.fromOn, 0) };
  making.ledger.add(
    'staff',
    {
      id: staffId,
      given_name: given,
      family_name: family.join(' '),
      agency_id: holding.agencyId ?? null,
      email: `${foldName(name).replaceAll(' ', '.')}@island.example`,
      started_on: holding.fromOn,
      left_on: holding.untilOn ?? null,
    },
    recorded,
  );
  making.ledger.add(
    'post_holding',
    {
      id: naming.random.id(),
      post_id: postId,
      staff_id: staffId,
      from_on: holding.fromOn,
      until_on: holding.untilOn ?? null,
    },
    recorded,
  );
  return { ...holding, staffId, name };
}

/** When what stood from the beginning counts as recorded. */
export function founding(making: Making) {
  return { at: making.atMinute(addDays(making.today, -FIRST_DAY_BACK), 0) };
}

function newName({ random, taken }: Naming): string {
  const sex = random.chance(0.75) ? 'F' : 'M';
  const heritage = random.chance(0.88) ? 'island' : 'Portuguese';
  const name = `${givenName(random, heritage, sex)} ${surname(random, 'island').split('-')[0]}`;
  if (taken.has(name)) return newName({ random, taken, known: new Map() });
  taken.add(name);
  return name;
}
