import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import type { Role } from '../../src/profile/roles.ts';

/** One person for each role, by name and place of work. Invented names; the first word after the name is how tests call them. */
// biome-ignore format: a table reads as a table
export const STAFF: readonly { key: string; name: string; role: Role; team?: string; agency?: string; managedBy?: string }[] = [
  { key: 'cleo', name: 'Cleo Fathom', role: 'hub manager', team: 'Children and Families Hub' },
  { key: 'nell', name: 'Nell Capstan', role: 'social care hub worker', team: 'Children and Families Hub', managedBy: 'cleo' },
  { key: 'sol', name: 'Sol Bollard', role: 'early help hub worker', team: 'Children and Families Hub', managedBy: 'cleo' },
  { key: 'bea', name: 'Bea Marram', role: 'business support', team: 'Children and Families Hub', managedBy: 'cleo' },
  { key: 'dara', name: 'Dara Keel', role: 'MASH decision maker', team: 'MASH', managedBy: 'cleo' },
  { key: 'otis', name: 'Otis Foghorn', role: 'out-of-hours duty worker', team: 'Out of hours', managedBy: 'cleo' },
  { key: 'mira', name: 'Mira Spindrift', role: 'team manager', team: 'Assessment and support' },
  { key: 'tess', name: 'Tess Windlass', role: 'social worker', team: 'Assessment and support', managedBy: 'mira' },
  { key: 'ivo', name: 'Ivo Mainsail', role: 'social worker', team: 'Assessment and support', managedBy: 'mira' },
  { key: 'fern', name: 'Fern Jetty', role: 'early help worker', team: 'Early help' },
  { key: 'hugo', name: 'Hugo Pennant', role: 'head of service', team: 'Safeguarding and care' },
  { key: 'quill', name: 'Quill Fairlead', role: 'insight lead', team: 'Insight and enablement' },
  { key: 'ada', name: 'Ada Sextant', role: 'adviser', team: 'Insight and enablement' },
  { key: 'pip', name: 'Pip Ledger', role: 'data protection officer', team: 'Insight and enablement' },
  { key: 'abe', name: 'Abe Latchkey', role: 'administrator', team: 'Insight and enablement' },
  { key: 'halyard', name: 'Jo Halyard', role: 'police partner', agency: 'Police' },
  { key: 'wren', name: 'Wren Poultice', role: 'health partner', agency: 'Health' },
  { key: 'lugsail', name: 'Ada Lugsail', role: 'designated lead', agency: 'Gull Rock School' },
  { key: 'edu', name: 'Kit Slate', role: 'education partner', agency: 'Education' },
];

const KINDS: Readonly<Record<string, string>> = {
  Police: 'police',
  Health: 'health',
  'Gull Rock School': 'school',
  Education: 'education',
};

/** Puts the staff, their posts, teams, agencies and accounts into the authority `island`, and somebody on duty day and night. */
export async function addStaff(client: pg.Client): Promise<void> {
  await client.query('set search_path = island, extensions');
  const units = new Map<string, string>();
  const posts = new Map<string, string>();
  for (const { team, agency } of STAFF) {
    const title = team ?? agency ?? '';
    if (units.has(title)) continue;
    units.set(title, randomUUID());
    if (team)
      await client.query('insert into team (id, title, service) values ($1, $2, $3)', [
        units.get(title),
        title,
        title.toLowerCase(),
      ]);
    else
      await client.query('insert into agency (id, kind, title) values ($1, $2, $3)', [
        units.get(title),
        KINDS[title],
        title,
      ]);
  }
  for (const one of STAFF) await addOne(client, one, units, posts);
  const duty =
    'insert into duty (id, kind, staff_id, from_at, until_at) select $1, $2, id, $3, $4 from staff where family_name = $5';
  await client.query(duty, [randomUUID(), 'out of hours', '2019-01-01', '2039-01-01', 'Foghorn']);
}

async function addOne(
  client: pg.Client,
  one: (typeof STAFF)[number],
  units: Map<string, string>,
  posts: Map<string, string>,
): Promise<void> {
  const [given = '', family = ''] = one.name.split(' ');
  const [staff, post, account] = [randomUUID(), randomUUID(), randomUUID()];
  posts.set(one.key, post);
  const agency = one.agency ? units.get(one.agency) : null;
  const team = one.team ? units.get(one.team) : null;
  await client.query('insert into staff (id, given_name, family_name, agency_id, email, started_on) values ($1, $2, $3, $4, $5, $6)', [
    staff, given, family, agency, `${one.key}@island.example`, '2018-01-01',
  ]); // biome-ignore format: parameters read in one line
  await client.query('insert into post (id, team_id, agency_id, role, title, managed_by) values ($1, $2, $3, $4, $5, $6)', [
    post, team, agency, one.role, one.role, one.managedBy ? posts.get(one.managedBy) : null,
  ]); // biome-ignore format: parameters read in one line
  await client.query(
    "insert into post_holding (id, post_id, staff_id, from_on) values ($1, $2, $3, '2018-01-01')",
    [randomUUID(), post, staff],
  );
  await client.query('insert into directory.account (id, sign_in_name) values ($1, $2)', [
    account,
    `${one.key}@island.example`,
  ]);
  await client.query(
    "insert into directory.account_place (account_id, authority, staff_id) values ($1, 'island', $2)",
    [account, staff],
  );
}
