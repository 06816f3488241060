import { createHash } from 'node:crypto';
import type { World } from './world.ts';

/** The twelve, by the first letter of their names; what happened to each is told in `tellTheirStory`. */
export const NAMES = ['Alder', 'Birch', 'Cedar', 'Damson', 'Elder', 'Fir', 'Gorse', 'Hazel', 'Iris', 'Juniper', 'Kelp', 'Larch'] as const; // biome-ignore format: a list reads as a list

/** A number that is always the same for the same words, so that a test can say which child it means. */
export function numberOf(words: string): string {
  const hex = createHash('sha256').update(words).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** A contact as the fixtures tell it: when, from whom, about which children. Instants are of the island's winter, without an offset. */
type Told = { at: string; source: string; recordedAt?: string };

/** Writes facts past the application, each recorded when it happened unless it says otherwise. */
function storyteller(world: World) {
  const recorded = async (at: string, sql: string, values: readonly unknown[]) => {
    await world.rows("select set_config('app.recorded_at', $1, false)", [at]);
    await world.rows(sql, values);
    await world.rows("select set_config('app.recorded_at', '', false)");
  };
  const staff = "(select id from staff where family_name = 'Capstan')";
  return {
    recorded,
    person: async (
      name: string,
      recordedAt: string,
      born: { on?: string; dueOn?: string } = { on: '2015-05-05' },
    ) => {
      await recorded(recordedAt, "insert into person (id, number, born_on, due_on) values ($1, 'X' || upper(substr(md5($2), 1, 7)), $3, $4)", [
        numberOf(name), name, born.on ?? null, born.dueOn ?? null,
      ]); // biome-ignore format: parameters read in one line
      await recorded(recordedAt, "insert into person_name (id, person_id, kind, given_name) values ($1, $2, 'used', $3)", [
        numberOf(`name ${name}`), numberOf(name), name,
      ]); // biome-ignore format: parameters read in one line
    },
    contact: async (contact: string, { at, source, recordedAt = at }: Told, children: readonly string[]) => {
      await recorded(recordedAt, "insert into contact (id, reference, channel, source, told_at, told_on, words) values ($1, $2, 'call', $3, $4, ($4 at time zone 'Europe/Jersey')::date, 'What was said.')", [
        numberOf(`contact ${contact}`), `T-${contact}`.slice(0, 20), source, at,
      ]); // biome-ignore format: parameters read in one line
      for (const [position, name] of children.entries())
        await recorded(recordedAt, 'insert into contact_child (id, contact_id, position, person_id, given_name) values ($1, $2, $3, $4, $5)', [
          numberOf(`child ${name}`), numberOf(`contact ${contact}`), position + 1, numberOf(name), name,
        ]); // biome-ignore format: parameters read in one line
    },
    rated: (contact: string, colour: string, at: string) =>
      recorded(at, `insert into contact_rating (id, contact_id, colour, reason, rated_by, rated_at) values ($1, $2, $3, 'Why', ${staff}, $4)`, [
        numberOf(`rating ${contact} ${at}`), numberOf(`contact ${contact}`), colour, at,
      ]), // biome-ignore format: parameters read in one line
    decided: (contact: string, name: string, at: string, recordedAt = at) =>
      recorded(recordedAt, `insert into decision (id, contact_id, contact_child_id, level_of_need, outcome, reason, signed_by, signed_at, signed_on)
        values ($1, $2, $3, 2, 'no further action', 'Why', ${staff}, $4, ($4 at time zone 'Europe/Jersey')::date)`, [
        numberOf(`decision ${name}`), numberOf(`contact ${contact}`), numberOf(`child ${name}`), at,
      ]), // biome-ignore format: parameters read in one line
    told: (contact: string, answer: { at?: string; whyNot?: string }, recordedAt: string) =>
      recorded(recordedAt, `insert into answer (id, contact_id, audience, way, words, why_not, made_by, made_at, told_at) values ($1, $2, 'referrer', $3, $4, $5, ${staff}, $6, $7)`, [
        numberOf(`answer ${contact}`), numberOf(`contact ${contact}`), answer.at ? 'telephone' : null, answer.at ? 'Words' : null,
        answer.whyNot ?? null, recordedAt, answer.at ?? null,
      ]), // biome-ignore format: parameters read in one line
    referred: (name: string, at: string, more: { acceptedOn?: string; declinedOn?: string; endedOn?: string; decision?: string; recordedAt?: string } = {}) =>
      recorded(more.recordedAt ?? at, `insert into referral (id, person_id, decision_id, referred_at, referred_on, source, what_was_said, reason, accepted_on, declined_on, declined_reason, ended_on)
        values ($1, $2, $3, $4, ($4 at time zone 'Europe/Jersey')::date, '2A', 'Said', 'Why', $5, $6, $7, $8)`, [
        numberOf(`referral ${name} ${at}`), numberOf(name), more.decision ? numberOf(`decision ${more.decision}`) : null, at,
        more.acceptedOn ?? null, more.declinedOn ?? null, more.declinedOn ? 'Why not' : null, more.endedOn ?? null,
      ]), // biome-ignore format: parameters read in one line
    onPlan: (name: string, beganOn: string, more: { endedOn?: string; recordedAt?: string } = {}) =>
      recorded(more.recordedAt ?? `${beganOn}T12:00:00Z`, `insert into protection_plan (id, person_id, began_on, category, decided_by, ended_on, end_decided_by)
        values ($1, $2, $3, 'NEG', 'Conference', $4::date, case when $4::date is null then null else 'Conference' end)`, [
        numberOf(`plan ${name} ${beganOn}`), numberOf(name), beganOn, more.endedOn ?? null,
      ]), // biome-ignore format: parameters read in one line
    inCare: (name: string, beganOn: string, more: { endedOn?: string; recordedAt?: string } = {}) =>
      recorded(more.recordedAt ?? `${beganOn}T12:00:00Z`, `insert into period_of_care (id, person_id, began_on, basis, placement, on_island, decided_by, ended_on, end_decided_by)
        values ($1, $2, $3, 'care order', 'foster carer', true, 'Royal Court', $4::date, case when $4::date is null then null else 'Royal Court' end)`, [
        numberOf(`care ${name} ${beganOn}`), numberOf(name), beganOn, more.endedOn ?? null,
      ]), // biome-ignore format: parameters read in one line
    has: (worker: string, name: string, fromOn: string, more: { kind?: string; endedOn?: string; recordedAt?: string } = {}) =>
      recorded(more.recordedAt ?? `${fromOn}T12:00:00Z`, `insert into allocation (id, person_id, staff_id, kind, from_on, ended_on)
        select $1, $2, id, $3, $4, $5 from staff where family_name = $6`, [
        numberOf(`${worker} has ${name}`), numberOf(name), more.kind ?? 'worker', fromOn, more.endedOn ?? null, worker,
      ]), // biome-ignore format: parameters read in one line
    helped: (name: string, beganOn: string, recordedAt = `${beganOn}T12:00:00Z`) =>
      recorded(recordedAt, "insert into early_help_episode (id, person_id, offered_on, reply, what_was_said, began_on) values ($1, $2, $3, 'accepted', 'Said', $3)", [
        numberOf(`help ${name}`), numberOf(name), beganOn,
      ]), // biome-ignore format: parameters read in one line
  };
}

/**
 * February 2024, counted by hand in `hand-count.test.ts`: leap day, brother and sister, unborn child, red at night, decision after hours
 * on the due day, decision taken back, told late, told on another day than first thought, Easter in between, two referrals on one day.
 */
export async function tellTheirStory(world: World): Promise<void> {
  const say = storyteller(world);
  for (const name of NAMES)
    await say.person(
      name,
      '2024-01-02T09:00:00Z',
      name === 'Elder' ? { dueOn: '2024-06-01' } : { on: '2015-05-05' },
    );

  await say.contact('Alder', { at: '2024-02-01T10:00:00Z', source: '2A' }, ['Alder']);
  await say.decided('Alder', 'Alder', '2024-02-02T23:30:00Z');
  await say.told('Alder', { at: '2024-02-08T09:00:00Z' }, '2024-02-08T09:00:00Z');
  await say.contact('Birch', { at: '2024-02-29T09:00:00Z', source: '1A' }, ['Birch']);
  await say.decided('Birch', 'Birch', '2024-03-01T12:00:00Z');
  await say.contact('siblings', { at: '2024-02-05T14:00:00Z', source: '6' }, ['Cedar', 'Damson']);
  await say.decided('siblings', 'Cedar', '2024-02-06T09:30:00Z');
  await say.decided('siblings', 'Damson', '2024-02-07T10:00:00Z');
  await say.told('siblings', { at: '2024-02-12T23:00:00Z' }, '2024-02-12T23:00:00Z');
  await say.contact('Elder', { at: '2024-02-09T16:00:00Z', source: '3B' }, ['Elder']);
  await say.decided('Elder', 'Elder', '2024-02-12T09:00:00Z');
  await say.recorded('2024-02-12T11:00:00Z', 'update decision set withdrawn_at = $1, withdrawn_by = signed_by where id = $2', [
    '2024-02-12T11:00:00Z', numberOf('decision Elder'),
  ]); // biome-ignore format: parameters read in one line
  await say.contact('Fir', { at: '2024-02-10T23:00:00Z', source: '6' }, ['Fir']);
  await say.rated('Fir', 'red', '2024-02-10T23:05:00Z');
  await say.rated('Fir', 'green', '2024-02-11T01:00:00Z');
  await say.decided('Fir', 'Fir', '2024-02-11T02:00:00Z');
  await say.told('Fir', { at: '2024-02-20T09:00:00Z' }, '2024-02-20T09:00:00Z');
  await say.contact('Gorse', { at: '2024-02-12T16:00:00Z', source: '9' }, ['Gorse']);
  await say.rated('Gorse', 'amber', '2024-02-12T16:10:00Z');
  await say.rated('Gorse', 'red', '2024-02-13T08:40:00Z');
  await say.decided('Gorse', 'Gorse', '2024-02-13T09:30:00Z');
  const late = '2024-03-20T10:00:00Z';
  await say.contact('Hazel', { at: '2024-02-14T09:00:00Z', source: '2A', recordedAt: late }, ['Hazel']);
  await say.decided('Hazel', 'Hazel', '2024-02-15T09:00:00Z', late);
  await say.told('Hazel', { at: '2024-02-15T12:00:00Z' }, late);
  await say.contact('Iris', { at: '2024-03-01T09:00:00Z', source: '4' }, ['Iris']);
  await say.decided('Iris', 'Iris', '2024-03-04T09:30:00Z');
  await say.told('Iris', { whyNot: 'not safe' }, '2024-03-04T10:00:00Z');
  await say.recorded('2024-03-05T10:00:00Z', "update contact set told_at = '2024-02-22T09:00:00Z', told_on = '2024-02-22' where id = $1", [numberOf('contact Iris')]); // biome-ignore format: parameters read in one line
  await say.contact('Juniper', { at: '2024-02-27T10:00:00Z', source: '2A' }, ['Juniper']);
  await say.contact('Kelp', { at: '2024-03-28T15:00:00Z', source: '2A' }, ['Kelp']);
  await say.decided('Kelp', 'Kelp', '2024-04-02T09:00:00Z');
  await say.contact('Larch', { at: '2024-03-28T15:00:00Z', source: '2A' }, ['Larch']);

  await say.referred('Alder', '2024-02-02T23:30:00Z', { acceptedOn: '2024-02-05', decision: 'Alder' });
  await say.referred('Birch', '2024-03-01T12:00:00Z', { acceptedOn: '2024-03-01', endedOn: '2024-03-31' });
  await say.helped('Cedar', '2024-02-01');
  await say.referred('Cedar', '2024-02-06T09:30:00Z', { acceptedOn: '2024-02-07' });
  await say.referred('Elder', '2024-02-12T09:00:00Z', { decision: 'Elder' });
  await say.recorded('2024-02-12T11:00:00Z', 'update referral set withdrawn_at = $1 where id = $2', [
    '2024-02-12T11:00:00Z', numberOf('referral Elder 2024-02-12T09:00:00Z'),
  ]); // biome-ignore format: parameters read in one line
  await say.helped('Elder', '2024-02-20');
  await say.referred('Fir', '2024-02-15T10:00:00Z', { acceptedOn: '2024-02-15', endedOn: '2024-02-29' });
  await say.referred('Fir', '2024-02-15T15:00:00Z', { acceptedOn: '2024-02-15', endedOn: '2024-02-29' });
  await say.referred('Gorse', '2024-01-10T10:00:00Z', { acceptedOn: '2024-01-10', endedOn: '2024-02-20' });
  await say.referred('Gorse', '2024-02-20T10:00:00Z');
  await say.referred('Hazel', '2024-02-16T10:00:00Z', { declinedOn: '2024-02-16' });
  await say.helped('Juniper', '2024-02-29');
  await say.referred('Larch', '2024-01-31T10:00:00Z', {
    acceptedOn: '2024-02-01',
    recordedAt: '2024-03-10T10:00:00Z',
  });

  await say.onPlan('Alder', '2024-02-29');
  await say.onPlan('Birch', '2024-01-15', { endedOn: '2024-02-29' });
  await say.onPlan('Cedar', '2023-05-02', { endedOn: '2024-02-10' });
  await say.onPlan('Cedar', '2024-02-10', { endedOn: '2024-03-31' });
  await say.onPlan('Elder', '2024-02-20');
  await say.onPlan('Fir', '2024-03-01');
  await say.onPlan('Gorse', '2024-02-27', { recordedAt: '2024-03-04T09:00:00Z' });
  await say.inCare('Birch', '2024-02-29');
  await say.inCare('Damson', '2023-06-01', { endedOn: '2024-03-01' });
  await say.inCare('Fir', '2024-02-03', { endedOn: '2024-02-29' });
  await say.inCare('Hazel', '2024-02-14', { recordedAt: '2024-03-20T10:00:00Z' });
  await say.inCare('Iris', '2024-03-31', { endedOn: '2024-03-31' });
}

/**
 * Who has the children: one handed over on the leap day, one whose worker ended on it, one for thirty days of March, one with a
 * co-worker besides, and one whose worker was written down in March.
 */
export async function shareThemOut(world: World): Promise<void> {
  const { has } = storyteller(world);
  await has('Windlass', 'Alder', '2024-02-05');
  await has('Mainsail', 'Alder', '2024-02-05', { kind: 'co-worker' });
  await has('Windlass', 'Larch', '2024-02-01', { recordedAt: '2024-03-10T10:00:00Z' });
  await has('Windlass', 'Birch', '2024-03-01', { endedOn: '2024-03-31' });
  await has('Windlass', 'Cedar', '2024-02-07', { endedOn: '2024-02-29' });
  await has('Mainsail', 'Cedar', '2024-02-29');
  await has('Mainsail', 'Fir', '2024-02-15', { endedOn: '2024-02-29' });
  await has('Jetty', 'Elder', '2024-02-20');
  await has('Jetty', 'Juniper', '2024-02-29');
  await has('Jetty', 'Damson', '2024-02-10', { endedOn: '2024-03-01' });
}
