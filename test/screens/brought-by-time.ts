import { createHash } from 'node:crypto';
import type pg from 'pg';
import { hashPassword } from '../../src/platform/identity/password.ts';

/** The way in of an invitation, which leaves by mail alone. */
export const INVITATION = 'B'.repeat(43);
/** Somebody who has set up codes, and signs in with a password. */
export const WITH_CODES = { name: 'with.codes@island.example', password: 'x7kd-pq2m-vv4t-9bnc-h3wz' };

/**
 * Brings about in a new demonstration what otherwise takes a night, a mail or a telephone: two pairs of records that may be of one child, a
 * look to judge, an invitation, and somebody with a second step.
 */
export async function broughtByTime(client: pg.Client): Promise<void> {
  await client.query('set search_path = demonstration, extensions');
  await client.query(`
    create temporary table twice on commit preserve rows as
      select p.id, gen_random_uuid() as copy, p.born_on, p.sex, n.given_name, n.family_name, row_number() over (order by p.number) as nth
      from person p join person_name n on n.person_id = p.id and n.kind = 'used' and length(n.given_name) > 3
      where p.born_on between current_date - 5000 and current_date - 2000 and not exists (select from period_of_service s where s.person_id = p.id)
      order by p.number limit 2;
    insert into person (id, number, born_on, sex) select copy, 'TWICE' || nth, born_on, sex from twice;
    insert into person_name (id, person_id, kind, given_name, family_name)
      select gen_random_uuid(), copy, 'used', left(given_name, -1), family_name from twice;
    insert into duplicate_proposal (id, person_id, other_id, occasion, likelihood, proposed_at)
      select gen_random_uuid(), least(id, copy), greatest(id, copy), 'at night', 0.97, now() from twice;
    insert into look_review (id, staff_id, person_id, looked_on, reasons, score, looks, first_at, found_at)
      select gen_random_uuid(), s.staff_id, twice.id, current_date - 1, '{no relation,same family name}', 6, 3, now() - interval '1 day', now()
      from twice, (select h.staff_id from post_holding h join post p on p.id = h.post_id where p.role = 'social worker' limit 1) s where nth = 1`);
  const hash = createHash('sha256').update(INVITATION).digest();
  await client.query(
    `insert into directory.invitation (id, token_hash, account_id, authority, purpose, made_by, ends_at)
     select gen_random_uuid(), $1, account_id, authority, 'new password', staff_id, now() + interval '2 days' from directory.account_place limit 1`,
    [hash],
  );
  const { rows } = await client.query(
    `update directory.account set sign_in_name = $1, password_hash = $2
     where id = (select account_id from directory.account_place order by account_id desc limit 1) returning id`,
    [WITH_CODES.name, await hashPassword(WITH_CODES.password)],
  );
  await client.query(
    'insert into directory.one_time_code (account_id, secret, confirmed_at) values ($1, $2, now())',
    [rows[0].id, Buffer.alloc(20, 7)],
  );
}
