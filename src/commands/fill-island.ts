import { finishIsland } from '../island/accounts.ts';
import { makeIsland, type Wish } from '../island/create.ts';
import { addMass } from '../island/mass.ts';
import { writeLedger } from '../island/write.ts';
import { dayOf } from '../language/day.ts';
import type { Say } from './call.ts';
import type { Server } from './database.ts';
import { progressBar } from './progress.ts';

/** More children than this are added as closed records: an island in every detail has at most so many. */
const IN_DETAIL = 20_000;

/** Makes an island in an authority that is there and empty, and shows how far it is. */
export async function fillIsland(server: Server, authority: string, wish: Wish, say: Say): Promise<void> {
  const bar = progressBar('Making the island', say, process.stdout);
  bar(0, 1);
  const children = Math.min(wish.children, IN_DETAIL);
  await writeLedger(server.generator, authority, makeIsland({ ...wish, children }), bar);
  if (wish.children > IN_DETAIL) {
    const { seed, profile, now } = wish;
    const mass = {
      seed,
      profile,
      children: wish.children - IN_DETAIL,
      today: dayOf(now, profile.calendar.zone),
    };
    await addMass(
      server.generator,
      authority,
      mass,
      progressBar('Adding closed records', say, process.stdout),
    );
  }
  await finishIsland(server.owner, authority, 'new');
}
