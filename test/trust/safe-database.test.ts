import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commandNamed } from '../../src/commands/commands.ts';
import { readConfig } from '../../src/config.ts';
import { asOwner } from '../../src/platform/database/migrate.ts';
import { refuseUnsafe, UnsafeDatabase } from '../../src/platform/database/safe-settings.ts';
import { openWorld, type World } from '../support/world.ts';

/** Ends an act once, and says what a second ending meets. */
const ONCE = [
  ['merge', 'reviewed_at', 'reviewed_by', 'review_words', 'undone_at', 'undone_by', 'undone_why'],
  ['right_request', 'answered_by', 'answered_at', 'agreed', 'why_not'],
  ['contact_taking', 'released_at', 'released_by'],
  ['contact_alert', 'acknowledged_at', 'acknowledged_by'],
  ['mash_enquiry', 'closed_at', 'closed_by'],
  ['partner_check', 'withdrawn_at', 'withdrawn_by'],
  ['screening_meeting', 'ended_at', 'ended_by'],
  ['decision', 'authorised_at', 'authorised_by', 'withdrawn_at', 'withdrawn_by'],
  ['answer', 'told_at', 'withdrawn_at'],
  ['private_link', 'revoked_at', 'revoked_by'],
  ['notification_receipt', 'acknowledged_at'],
  [
    'early_help_episode',
    'began_on',
    'ended_on',
    'ended_by',
    'ended_reason',
    'ended_words',
    'withdrawn_at',
    'withdrawn_by',
  ],
  [
    'referral',
    'accepted_on',
    'declined_on',
    'ended_on',
    'ended_by',
    'ended_reason',
    'ended_words',
    'withdrawn_at',
    'withdrawn_by',
  ],
  ['allocation', 'ended_on', 'ended_by'],
  [
    'household_membership',
    'person_id',
    'household_id',
    'kind',
    'days',
    'from_on',
    'until_on',
    'came_why',
    'left_why',
    'until_provenance',
    'corrects',
    'withdrawn_at',
    'withdrawn_by',
    'withdrawn_why',
  ],
  [
    'closing',
    'authorised_at',
    'authorised_by',
    'returned_at',
    'returned_by',
    'returned_words',
    'withdrawn_at',
    'withdrawn_by',
  ],
  ['closing_letter', 'told_at', 'told_by'],
  ['child_statement', 'person_id', 'kind', 'words', 'stated_on', 'stated_by', 'ended_on', 'ended_by'],
  ['complex_case_agency', 'left_on', 'left_by'],
  ['complex_case', 'left_on', 'left_by', 'left_why'],
  ['contact_notice', 'acknowledged_at', 'withdrawn_at', 'withdrawn_by'],
  ['outbox', 'sent_at', 'cancelled_at'],
  ['absence', 'ended_at', 'ended_by'],
  ['declared_period', 'ended_on', 'ended_by'],
  [
    'handover',
    'accepted_at',
    'declined_at',
    'answered_by',
    'declined_reason',
    'withdrawn_at',
    'withdrawn_by',
  ],
  [
    'emergency_access',
    'person_id',
    'opened_at',
    'until_at',
    'agreed_by',
    'reviewed_by',
    'reviewed_at',
    'was_right',
    'review_words',
  ],
  ['management_decision', 'signed_by', 'signed_at'],
  ['management_decision_action', 'ended_at', 'ended_by', 'outcome', 'ended_words'],
  ['period_of_care', 'ended_on', 'end_decided_by'],
  ['period_of_service', 'ended_on', 'ended_by', 'ended_reason', 'ended_words'],
  ['protection_plan', 'ended_on', 'end_decided_by'],
  ['own_or_relative', 'ended_at', 'ended_by', 'ended_why'],
  ['restriction', 'answered_at', 'agreed', 'why_not', 'lifted_at'],
  ['restriction_lifting', 'answered_by', 'answered_at', 'agreed', 'why_not'],
  [
    'case_sample',
    'adviser_id',
    'until_at',
    'answered_at',
    'agreed',
    'why_not',
    'ended_at',
    'ended_by',
    'ended_why',
  ],
  [
    'record_alert',
    'person_id',
    'kind',
    'words',
    'told',
    'told_words',
    'put_by',
    'put_at',
    'ended_at',
    'ended_by',
    'ended_why',
  ],
  ['record_alert_review', 'person_id', 'alert_id', 'words', 'next_on', 'reviewed_by', 'reviewed_at'],
  ['sharing_consent', 'withdrawn_at', 'withdrawn_by', 'withdrawn_words'],
  ['share', 'person_id', 'agency_id', 'staff_id', 'parts', 'until_at', 'ended_at', 'ended_by', 'ended_why'],
  ['rating_exercise', 'closed_at', 'closed_by', 'closed_note'],
  ['thinking_time', 'held_on', 'held_minutes', 'not_held_why', 'ended_by'],
] as const;

describe('The database', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world.close());

  it('is not served on when it would lose what it acknowledged, and every reason is named at once', async () => {
    const refusal = asOwner(world.owner, refuseUnsafe);
    await expect(refusal).rejects.toBeInstanceOf(UnsafeDatabase);
    for (const name of ['fsync is off', 'full_page_writes is off', 'synchronous_commit is off'])
      await expect(refusal).rejects.toThrow(name);
    await expect(refusal).rejects.not.toThrow('data_checksums');
  });

  it('is not started on by the program itself either', async () => {
    const { host, user, database } = world.owner;
    const config = readConfig({
      DATABASE_URL: `postgres://${user}@localhost/${database}?host=${encodeURIComponent(host)}`,
    });
    if (!config.ok) throw new Error('the address of the test database is not one');
    const start = commandNamed(['start'])?.run({
      config: config.value,
      words: [],
      say: () => undefined,
      ending: Promise.resolve('asked to end'),
    });
    await expect(start).rejects.toThrow(/fsync is off: what was acknowledged could be gone/);
  });

  it('holds every ending to its word: who and when stand once', async () => {
    const triggers = await world.rows<{ name: string; columns: string }>(
      `select relname as name, encode(tgargs, 'escape') as columns from pg_trigger join pg_class c on c.oid = tgrelid
        where tgname = 'set_once' and c.relnamespace = 'island'::regnamespace`,
    );
    const held = triggers.map(({ name, columns }) =>
      [name, ...columns.split('\\000').filter(Boolean)].join(' '),
    );
    expect(held.sort()).toEqual(ONCE.map((line) => line.join(' ')).sort());
  });

  it('refuses a second ending, and another person under the first', async () => {
    const [cleo, nell] = await Promise.all([world.as('cleo'), world.as('nell')]);
    const [meeting] = await world.rows<{ id: string }>(
      `insert into screening_meeting (id, held_on, began_at, began_by) values (gen_random_uuid(), '2026-11-20', '2026-11-20T10:00Z', $1) returning id`,
      [cleo.staffId],
    );
    const end = (at: string, by: string) =>
      world.rows('update screening_meeting set ended_at = $2, ended_by = $3 where id = $1', [
        meeting?.id,
        at,
        by,
      ]);
    await end('2026-11-20T11:00Z', cleo.staffId);
    await expect(end('2026-11-20T12:00Z', cleo.staffId)).rejects.toThrow(
      'ended_at of screening_meeting is set once',
    );
    await expect(end('2026-11-20T11:00Z', nell.staffId)).rejects.toThrow(
      'ended_by of screening_meeting is set once',
    );
    await end('2026-11-20T11:00Z', cleo.staffId);
  });
});
