import { seeded } from '../../src/insight/statistics/simulate.ts';
import { addDays, type Day, dayOf, daysBetween, startOfDay } from '../../src/language/day.ts';
import { numberOf } from './twelve-children.ts';
import type { World } from './world.ts';

/** One child of a made-up contact with everything that followed, as plain facts: a test recounts them without SQL. */
export type Followed = {
  readonly id: string;
  readonly toldAt: Date;
  readonly source: string;
  readonly firstColour: string | undefined;
  readonly signedAt: Date | undefined;
  readonly withdrawn: boolean;
  readonly referrerToldAt: Date | undefined;
  readonly whyNot: boolean;
};

/** A made-up referral, or early help that began (`referredAt` is then undefined). */
export type Opened = {
  readonly id: string;
  readonly person: string;
  readonly referredAt: Date | undefined;
  readonly beganOn: Day | undefined;
  readonly endedOn: Day | undefined;
};

export type BusyHub = { readonly followed: readonly Followed[]; readonly opened: readonly Opened[] };

const SOURCES = ['1A', '2A', '2A', '6', '6', '3B', '9', '4'];
const COLOURS = ['red', 'amber', 'amber', 'green', 'green', 'blue', undefined];
const HOUR = 3_600_000;

/** Makes up what happened at a hub between two days, always the same for a seed, at about `aDay` contacts a day. */
export function makeUp(from: Day, to: Day, { aDay, seed }: { aDay: number; seed: number }): BusyHub {
  const chance = seeded(seed);
  const below = (most: number) => Math.floor(chance() * most);
  const oneOf = <One>(some: readonly One[]): One | undefined => some[below(some.length)];
  const someHours = (mean: number) => -Math.log(1 - chance()) * mean * HOUR;
  const followed: Followed[] = [];
  const opened: Opened[] = [];
  const days = daysBetween(from, to) + 1;
  const contacts = Math.round(days * aDay);
  for (let at = 0; at < contacts; at += 1) {
    const on = addDays(from, below(days));
    const hour = chance() < 0.8 ? 8 + chance() * 10 : chance() * 24;
    const toldAt = new Date(Math.floor((startOfDay(on).getTime() + hour * HOUR) / 60_000) * 60_000);
    const signedAt = chance() < 0.96 ? new Date(toldAt.getTime() + someHours(20)) : undefined;
    const toldBack = signedAt && chance() < 0.85 ? new Date(signedAt.getTime() + someHours(60)) : undefined;
    followed.push({
      id: `made-up child ${seed} ${at}`,
      toldAt,
      source: oneOf(SOURCES) ?? '2A',
      firstColour: oneOf(COLOURS),
      signedAt,
      withdrawn: chance() < 0.03,
      referrerToldAt: toldBack,
      whyNot: toldBack === undefined && chance() < 0.5,
    });
    const person = `made-up person ${seed} ${below(contacts)}`;
    if (chance() < 0.35) opened.push(openedFor(at, person, signedAt ?? toldAt));
  }
  return { followed, opened };

  function openedFor(at: number, person: string, instant: Date): Opened {
    const referredAt = chance() < 0.75 ? instant : undefined;
    const on = dayOf(instant);
    const beganOn =
      chance() < 0.8 || referredAt === undefined ? addDays(on, referredAt ? below(3) : 0) : undefined;
    const endedOn = beganOn && chance() < 0.8 ? addDays(beganOn, below(300)) : undefined;
    return { id: `made-up opening ${seed} ${at}`, person, referredAt, beganOn, endedOn };
  }
}

/** Writes it into the world, a table at a time. */
export async function write(world: World, { followed, opened }: BusyHub): Promise<void> {
  const [staff] = await world.rows<{ id: string }>("select id from staff where family_name = 'Capstan'");
  const by = staff?.id;
  const insert = async (table: string, rows: readonly Readonly<Record<string, unknown>>[]) => {
    const columns = Object.keys(rows[0] ?? {}).join(', ');
    const from = `jsonb_populate_recordset(null::${table}, $1)`;
    if (rows.length > 0)
      await world.rows(`insert into ${table} (${columns}) select ${columns} from ${from}`, [
        JSON.stringify(rows),
      ]);
  };
  const contact = (one: Followed) => numberOf(`contact of ${one.id}`);
  await insert('contact', followed.map((one, at) => ({
    id: contact(one), reference: `M-${at}-${one.id.length}-${one.id.split(' ')[2]}`.slice(0, 20), channel: 'call', source: one.source, about: 'help', told_at: one.toldAt,
    told_on: dayOf(one.toldAt), words: 'What was said.', words_language: 'en', statements: [], permission: 'given',
  }))); // biome-ignore format: a row reads as a row
  await insert('contact_child', followed.map((one) => ({
    id: numberOf(one.id), contact_id: contact(one), position: 1, given_name: 'Made', family_name: 'Up', languages: [],
  }))); // biome-ignore format: a row reads as a row
  await insert('contact_rating', followed.flatMap((one) => one.firstColour === undefined ? [] : [one.firstColour, 'green'].map((colour, at) => ({
    id: numberOf(`rating ${at} of ${one.id}`), contact_id: contact(one), colour, reason: 'Why', rated_by: by, rated_at: new Date(one.toldAt.getTime() + at * HOUR),
  })))); // biome-ignore format: a row reads as a row
  await insert('decision', followed.flatMap((one) => one.signedAt === undefined ? [] : [{
    id: numberOf(`decision of ${one.id}`), contact_id: contact(one), contact_child_id: numberOf(one.id), level_of_need: 2, outcome: 'no further action', reason: 'Why',
    discussion_wanted_today: false, signed_by: by, signed_at: one.signedAt, signed_on: dayOf(one.signedAt), authorisation_asked: false,
    withdrawn_at: one.withdrawn ? one.signedAt : null, withdrawn_by: one.withdrawn ? by : null,
  }])); // biome-ignore format: a row reads as a row
  await insert('answer', followed.flatMap((one) => one.referrerToldAt === undefined && !one.whyNot ? [] : [{
    id: numberOf(`answer of ${one.id}`), contact_id: contact(one), audience: 'referrer', way: one.whyNot ? null : 'telephone', language: 'en', words: one.whyNot ? null : 'Words',
    why_not: one.whyNot ? 'not safe' : null, made_by: by, made_at: one.toldAt, told_at: one.referrerToldAt ?? null,
  }])); // biome-ignore format: a row reads as a row
  const persons = [...new Set(opened.map(({ person }) => person))];
  await insert('person', persons.map((person, at) => ({
    id: numberOf(person), number: `Z${at.toString().padStart(6, '0')}`, born_on: '2016-01-01', born_on_certainty: 'known', sex: 'U', disabilities: [],
  }))); // biome-ignore format: a row reads as a row
  // In the order in which they began, as they are recorded in life: of several that are open at once the first makes the period of service.
  const inOrder = opened.toSorted((one, other) => ((one.beganOn ?? '') < (other.beganOn ?? '') ? -1 : 1));
  const [referred, helped] = [
    inOrder.filter((one) => one.referredAt),
    inOrder.filter((one) => !one.referredAt),
  ];
  await insert('referral', referred.map((one) => ({
    id: numberOf(one.id), person_id: numberOf(one.person), referred_at: one.referredAt, referred_on: dayOf(one.referredAt ?? new Date(0)), source: '2A',
    what_was_said: 'Said', reason: 'Why', discussion_wanted_today: false, accepted_on: one.beganOn ?? null, ended_on: one.endedOn ?? null,
  }))); // biome-ignore format: a row reads as a row
  await insert('early_help_episode', helped.map((one) => ({
    id: numberOf(one.id), person_id: numberOf(one.person), offered_on: one.beganOn, reply: 'accepted', what_was_said: 'Said', began_on: one.beganOn, ended_on: one.endedOn ?? null,
  }))); // biome-ignore format: a row reads as a row
}
