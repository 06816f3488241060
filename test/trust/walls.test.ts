import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { id } from '../../src/language/id.ts';
import { openWorld, type World } from '../support/world.ts';

/** Tables of ids that the policies themselves ask, and reference data. Nothing in them says anything about anybody. */
const WITHOUT_POLICY = new Set(['sight', 'wall', 'wall_name', 'contact_person', 'name_word', 'name_word_key', 'place_word', 'place_word_key', 'timescale', 'working_day', 'reference_counter', 'audit_seal',
  'absence', 'agency', 'barred', 'declared_period', 'duplicate_watch', 'look_watch', 'merge_rule', 'same_as', 'team', 'staff', 'post', 'post_holding', 'duty', 'household', 'rating_exercise', 'screening_meeting', 'screening_seat', 'team_name']); // biome-ignore format: a list reads as a list

const DEFINERS = [
  'absence_sight',
  'agency_leaves_later',
  'allocation_sight',
  'answer_by_safe_way',
  'answered_while_decided',
  'assessments_of_what_stands',
  'bar_again',
  'bar_as_said',
  'bar_newcomer',
  'barred_mirrored',
  'batch_taken_in',
  'begins_with_kept',
  'carers_sight',
  'case_held',
  'case_rating_fits',
  'case_reaches',
  'case_sample_ended',
  'caseload_of',
  'children_left_with',
  'closing_in_its_order',
  'closing_of_ended_period',
  'closing_whole',
  'consent_withdrawn',
  'contact_person',
  'emergency_agreed',
  'emergency_finds',
  'emergency_heard',
  'emergency_opens',
  'ends_with_the_family',
  'fact_that_does_not_fit',
  'facts_between',
  'follow_private_link',
  'forget_drafts',
  'forget_searches',
  'freeze_open_cases',
  'give_fact',
  'give_facts',
  'give_rating',
  'guarded_person',
  'handover_sight',
  'hold_records',
  'household_membership_fits',
  'index_address_words',
  'index_name_words',
  'keep_look_reviews',
  'look_answered_by_another',
  'looked_with',
  'looked_with_number',
  'lookers_at',
  'looks_at',
  'looks_without_relation',
  'may_see_looks',
  'merge_fits',
  'merge_leads',
  'merge_works',
  'mirror_wall',
  'notification_goes_to',
  'number_of_looked',
  'on_the_register',
  'one_with',
  'partner_check_needs_safeguarding',
  'period_begins_in_life',
  'period_ended',
  'period_of_episode',
  'period_of_referral',
  'periods_of_what_stands',
  'place_is_guarded',
  'rating_progress',
  'rating_sight',
  'relationship_sight',
  'restriction_lifted',
  'restriction_names',
  'restriction_wall',
  'sampled_cases',
  'sampled_facts',
  'see_as_one',
  'seen_when_visited',
  'share_answers_to',
  'share_ended',
  'share_fits',
  'share_ground_fits',
  'share_held',
  'share_reaches',
  'shared_facts',
  'shared_person',
  'sight_by_allocation',
  'sight_mirrored',
  'sight_of_managing',
  'sight_of_post',
  'sight_of_the_day',
  'staff_leaves',
  'stand_in_team',
  'team_closes',
  'team_sight',
  'undo_merge',
  'visit_fits',
  'visit_fits_the_others',
  'visit_moved',
  'wall_mirrored',
  'wall_name_mirrored',
];

describe('The wall in the database', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world.close());

  it('stands, forced, round every table that is not on the short list', async () => {
    const tables = await world.rows<{ name: string; forced: boolean }>(
      "select relname as name, relrowsecurity and relforcerowsecurity as forced from pg_class where relkind = 'r' and relnamespace = 'island'::regnamespace",
    );
    expect(tables.length).toBeGreaterThan(60);
    const open = tables.filter(
      ({ name, forced }) => !forced && !WITHOUT_POLICY.has(name.replace(/_history$/, '')),
    );
    expect(open.map(({ name }) => name)).toEqual([]);
  });

  it('is passed by no view and by no function off the list', async () => {
    const views = await world.rows<{ name: string }>(
      "select relname as name from pg_class where relkind = 'v' and relnamespace = 'island'::regnamespace and not coalesce(reloptions::text like '%security_invoker=true%', false)",
    );
    expect(views).toEqual([]);
    const functions = await world.rows<{ name: string }>(
      "select proname as name from pg_proc where prosecdef and pronamespace = 'island'::regnamespace order by 1",
    );
    expect(functions.map(({ name }) => name)).toEqual(DEFINERS);
    const shared = await world.rows<{ name: string }>(
      "select proname as name from pg_proc where prosecdef and pronamespace = 'directory'::regnamespace order by 1",
    );
    expect(shared.map(({ name }) => name)).toEqual(['forget_sign_in_attempts']);
  });

  it('shows nothing at all to a transaction that does not say who asks', async () => {
    await world.rows(
      "insert into person (id, number, born_on_certainty) values ($1, 'NOBODY', 'not known')",
      [randomUUID()],
    );
    const tables = await world.rows<{ name: string }>(
      "select relname as name from pg_class where relkind = 'r' and relrowsecurity and relnamespace = 'island'::regnamespace",
    );
    for (const { name } of tables) {
      const seen = await world.house.database.transaction({ authority: 'island', now: new Date() }, (db) =>
        db
          .selectFrom(name as never)
          .selectAll()
          .limit(1)
          .execute(),
      );
      expect(seen, name).toEqual([]);
    }
  });

  it('is worked through by a role that owns nothing and bypasses nothing', async () => {
    const [role] = await world.rows(
      "select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb from pg_roles where rolname = 'continuum_app'",
    );
    expect(role).toEqual({ rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false });
    const owned = await world.rows(
      "select 1 from pg_class c join pg_roles r on r.oid = c.relowner where r.rolname = 'continuum_app'",
    );
    expect(owned).toEqual([]);
  });

  it('gives each of 2,000 concurrent askers their own children and nobody else’s', async () => {
    const workers = ['tess', 'ivo', 'fern', 'dara'];
    const staff = new Map<string, string>();
    for (const [index, key] of workers.entries()) {
      const [row] = await world.rows<{ id: string }>('select id from staff where email = $1', [
        `${key}@island.example`,
      ]);
      staff.set(key, row?.id ?? '');
      for (let count = 0; count < 5; count += 1) {
        const person = randomUUID();
        await world.rows(
          "insert into person (id, number, born_on_certainty, religion) values ($1, $2, 'not known', $3)",
          [person, `OWN${index}${count}`, key],
        );
        await world.rows(
          "insert into allocation (id, person_id, staff_id, kind, from_on) values ($1, $2, $3, 'worker', '2026-01-01')",
          [randomUUID(), person, row?.id],
        );
      }
    }
    const foreign = await Promise.all(
      Array.from({ length: 2000 }, async (_, turn) => {
        const key = workers[turn % workers.length] ?? 'tess';
        const actor = id(staff.get(key) ?? '');
        const seen = await world.house.database.transaction(
          { authority: 'island', now: new Date(), actor, principals: [actor] },
          (db) => db.selectFrom('person').select('religion').execute(),
        );
        return seen.length === 5 ? seen.filter((row) => row.religion !== key).length : -1;
      }),
    );
    expect(foreign.filter((count) => count !== 0)).toEqual([]);
  });

  it('hides a sealed child from every role that is not named, and from the roles that see everyone', async () => {
    const [person, wall] = [randomUUID(), randomUUID()];
    const [named] = await world.rows<{ id: string }>("select id from staff where family_name = 'Keel'");
    await world.rows(
      "insert into person (id, number, born_on_certainty) values ($1, 'SEALED', 'not known')",
      [person],
    );
    await world.rows(
      "insert into wall (id, person_id, kind, reason, began_at, decided_by) values ($1, $2, 'sealed', 'Adoption', now(), $3)",
      [wall, person, named?.id],
    );
    await world.rows('insert into wall_name (wall_id, staff_id) values ($1, $2)', [wall, named?.id]);
    const seenBy = (actor: string) =>
      world.house.database.transaction(
        { authority: 'island', now: new Date(), actor: id(actor), wide: true },
        (db) => db.selectFrom('person').select('id').where('id', '=', id(person)).execute(),
      );
    expect(await seenBy(named?.id ?? '')).toHaveLength(1);
    expect(await seenBy(randomUUID())).toHaveLength(0);
  });
});
