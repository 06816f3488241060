import { sql } from 'kysely';
import { reactions } from '../app.ts';
import { countBeforehand } from '../insight/counted.ts';
import { dayOf } from '../language/day.ts';
import { anchorHead } from '../platform/audit/anchoring.ts';
import type { Anchors } from '../platform/audit/anchors.ts';
import { MOST_ROWS_OF_A_SEAL, sealAudit } from '../platform/audit/seal.ts';
import { profileInForce } from '../platform/authority/profile-in-force.ts';
import { forgetSteps } from '../platform/identity/steps.ts';
import { untilNight } from '../platform/jobs/night.ts';
import { keepDoing, type SteadyTask } from '../platform/jobs/steady.ts';
import type { Mailer } from '../platform/mail/mailer.ts';
import { sendNext } from '../platform/mail/outbox.ts';
import type { Authority } from '../platform/web/context.ts';
import { forgetTries } from '../platform/web/door-tries.ts';
import { type House, newId, nowOf } from '../platform/web/house.ts';
import { lookForDuplicates } from '../practice/people/duplicate/index.ts';
import { goThroughLooks } from '../practice/people/look-review/index.ts';
import { timescaleOn } from '../profile/timescales.ts';

const SEAL_EVERY = 500;
const ANCHOR_EVERY = 1000;
const ANCHOR_AGAIN_AFTER_FAILING = 10_000;
const SEND_EVERY = 1000;
const FORGET_EVERY = 3_600_000;
const FORGET_TRIES_EVERY = 900_000;
const LOOK_ON_AFTER = 3000;
const LOOK_AGAIN_AFTER = 3_600_000;
const GO_THROUGH_LOOKS_EVERY = 900_000;
const COUNT_AGAIN_AFTER_FAILING = 300_000;
const LONGEST_COUNT_IN_SECONDS = 600;
const DAY = 86_400_000;

/**
 * What the house does by itself for each authority: seals the audit and sends its head out, sends what is in the outbox, forgets old
 * drafts, counts the figures, looks for persons with two records, goes through yesterday's looks; and for all of them, forgets tries at the doors and to sign in. When it
 * stops, it seals and sends once more.
 */
export function houseWork(
  house: House,
  mailer: Mailer,
  anchors: Anchors | undefined,
  more: readonly SteadyTask[] = [],
): { stop(): Promise<void> } {
  const ofAuthorities = house.authorities.flatMap((authority) => [
    sealing(house, authority),
    ...(anchors === undefined ? [] : [anchoring(house, authority, anchors)]),
    sending(house, authority, mailer),
    forgetting(house, authority),
    counting(house, authority),
    lookingForDuplicates(house, authority),
    postsOfTheDay(house, authority),
    goingThroughLooks(house, authority),
  ]);
  const failed = (task: string, fault: unknown) =>
    house.log.warn({ event: 'task failed', task, fault: fault instanceof Error ? fault.name : 'unknown' });
  const forAll = [forgettingTries(house), forgettingAttempts(house), ...more];
  const working = keepDoing([...ofAuthorities, ...forAll], failed);
  return {
    async stop() {
      await working.stop();
      for (const authority of house.authorities)
        await sealLast(house, authority, anchors).catch((fault) => failed('seal for the last time', fault));
    },
  };
}

function sealing(house: House, authority: Authority): SteadyTask {
  return {
    name: `seal the audit of ${authority.schema}`,
    everyMilliseconds: SEAL_EVERY,
    work: async () => ((await seal(house, authority)) === MOST_ROWS_OF_A_SEAL ? 0 : SEAL_EVERY),
  };
}

function seal(house: House, authority: Authority): Promise<number> {
  return house.database.transaction(asSealer(authority), sealAudit);
}

function asSealer(authority: Authority) {
  return { authority: authority.schema, now: nowOf(authority), duty: 'sealer' } as const;
}

function anchoring(house: House, authority: Authority, anchors: Anchors): SteadyTask {
  return {
    name: `send out the head of ${authority.schema}`,
    everyMilliseconds: ANCHOR_AGAIN_AFTER_FAILING,
    work: async () => {
      await house.database.transaction(asSealer(authority), (db) =>
        anchorHead(db, authority.schema, anchors, { now: Date.now() }),
      );
      return ANCHOR_EVERY;
    },
  };
}

async function sealLast(house: House, authority: Authority, anchors: Anchors | undefined): Promise<void> {
  while ((await seal(house, authority)) === MOST_ROWS_OF_A_SEAL);
  if (anchors === undefined) return;
  await house.database.transaction(asSealer(authority), (db) =>
    anchorHead(db, authority.schema, anchors, 'last'),
  );
}

function sending(house: House, authority: Authority, mailer: Mailer): SteadyTask {
  return {
    name: `send the outbox of ${authority.schema}`,
    everyMilliseconds: SEND_EVERY,
    work: async () => {
      const now = nowOf(authority);
      const settings = { authority: authority.schema, now, duty: 'sender', provenance: 'system' } as const;
      const sendOne = () =>
        house.database.transaction(settings, (db) => sendNext(db, mailer, now, reactions.answerSent));
      while (await sendOne());
    },
  };
}

/** A draft is kept for its author as long as the profile says, and then forgotten; what somebody looked for, for a day. */
function forgetting(house: House, authority: Authority): SteadyTask {
  return {
    name: `forget old drafts of ${authority.schema}`,
    everyMilliseconds: FORGET_EVERY,
    work: async () => {
      const now = nowOf(authority);
      await house.database.transaction({ authority: authority.schema, now }, async (db) => {
        await sql`select forget_searches(clock_timestamp() - interval '1 day')`.execute(db);
        const { timescales, calendar } = await profileInForce(db, authority.profile);
        const kept = timescaleOn(timescales, 'draft kept', dayOf(now, calendar.zone))?.within;
        if (kept?.unit !== 'days') return;
        const before = new Date(now.getTime() - kept.amount * DAY);
        await sql`select forget_drafts(${before})`.execute(db);
      });
    },
  };
}

/** Figures are counted beforehand, so that a page of them need not wait for all months to be added up. */
function counting(house: House, authority: Authority): SteadyTask {
  return {
    name: `count the figures of ${authority.schema}`,
    everyMilliseconds: COUNT_AGAIN_AFTER_FAILING,
    work: () => {
      const now = nowOf(authority);
      const settings = { authority: authority.schema, now, timeoutSeconds: LONGEST_COUNT_IN_SECONDS };
      return countBeforehand(authority, now, (work) => house.database.transaction(settings, work));
    },
  };
}

/** At night, what is new is looked through a little at a time. */
function lookingForDuplicates(house: House, authority: Authority): SteadyTask {
  return {
    name: `look for duplicates in ${authority.schema}`,
    everyMilliseconds: LOOK_ON_AFTER,
    work: async () => {
      const wait = untilNight(new Date(), authority.profile.calendar.zone);
      if (wait > 0) return wait;
      const now = nowOf(authority);
      const settings = { authority: authority.schema, now, wide: true, provenance: 'system' } as const;
      const looked = await house.database.transaction(settings, (db) =>
        lookForDuplicates({ db, now, newId }),
      );
      return looked === 0 ? LOOK_AGAIN_AFTER : LOOK_ON_AFTER;
    },
  };
}

/** Whoever begins to manage today sees the children of those they manage, and whoever ended yesterday no longer does. */
function postsOfTheDay(house: House, authority: Authority): SteadyTask {
  return {
    name: `posts of the day in ${authority.schema}`,
    everyMilliseconds: FORGET_TRIES_EVERY,
    work: async () => {
      const settings = { authority: authority.schema, now: nowOf(authority), provenance: 'system' } as const;
      await house.database.transaction(settings, (db) => sql`select sight_of_the_day()`.execute(db));
    },
  };
}

/** The looks of each day that is over are gone through once, a day at a time where the program had been away. */
function goingThroughLooks(house: House, authority: Authority): SteadyTask {
  return {
    name: `go through the looks of ${authority.schema}`,
    everyMilliseconds: GO_THROUGH_LOOKS_EVERY,
    work: async () => {
      const now = nowOf(authority);
      const settings = {
        authority: authority.schema,
        now,
        provenance: 'system',
        timeoutSeconds: 120,
      } as const;
      const on = await house.database.transaction(settings, async (db) => {
        const profile = await profileInForce(db, authority.profile);
        return goThroughLooks({ db, now, profile, newId }, new Date());
      });
      return on === undefined ? GO_THROUGH_LOOKS_EVERY : LOOK_ON_AFTER;
    },
  };
}

function forgettingTries(house: House): SteadyTask {
  return {
    name: 'forget tries at the doors',
    everyMilliseconds: FORGET_TRIES_EVERY,
    work: async () => {
      await forgetTries(house.pool);
      await forgetSteps(house.pool);
    },
  };
}

/** Tries to sign in stand in the directory of all authorities: they are kept as long as the one that keeps them longest. */
function forgettingAttempts(house: House): SteadyTask {
  return {
    name: 'forget tries to sign in',
    everyMilliseconds: FORGET_EVERY,
    work: async () => {
      const before = await Promise.all(
        house.authorities.map((authority) => attemptsKeptSince(house, authority)),
      );
      if (before.some((since) => since === undefined)) return;
      const since = new Date(Math.min(...before.map((one) => one?.getTime() ?? 0)));
      await house.pool.query('select directory.forget_sign_in_attempts($1)', [since]);
    },
  };
}

/** Since when an authority keeps tries to sign in, by the machine's clock, as tries are written; undefined where it sets no time. */
function attemptsKeptSince(house: House, authority: Authority): Promise<Date | undefined> {
  const now = new Date();
  return house.database.transaction({ authority: authority.schema, now }, async (db) => {
    const { timescales, calendar } = await profileInForce(db, authority.profile);
    const kept = timescaleOn(timescales, 'sign-in attempt kept', dayOf(now, calendar.zone))?.within;
    return kept?.unit === 'days' ? new Date(now.getTime() - kept.amount * DAY) : undefined;
  });
}
