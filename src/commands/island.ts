import { isPeopled, openAccounts } from '../island/accounts.ts';
import { makeIsland, type Wish } from '../island/create.ts';
import { writeLedger } from '../island/write.ts';
import { profileNamed } from '../profile/profiles.ts';
import type { Say } from './call.ts';
import type { Server } from './database.ts';
import { progressBar } from './progress.ts';

/** The island that `npm start` fills a new demonstration with: about three years of a place of this size. */
const DEMONSTRATION = { seed: 'continuum', children: 9_600 } as const;

/** Fills the demonstration authority on the first start; later starts keep what is there. */
export async function fillDemonstration(server: Server, authority: string, say: Say): Promise<void> {
  if (!(await isPeopled(server.owner, authority))) {
    const profile = profileNamed('jersey');
    if (profile === undefined) throw new RangeError('the demonstration uses the profile "jersey"');
    await fillIsland(server, authority, { profile, now: new Date(), ...DEMONSTRATION }, say);
  }
  await openAccounts(server.owner, authority);
}

/** Makes up an island and writes it, showing how far it is. */
export async function fillIsland(server: Server, authority: string, wish: Wish, say: Say): Promise<void> {
  const bar = progressBar('Making the island', say, process.stdout);
  bar(0, 1);
  await writeLedger(server.generator, authority, makeIsland(wish), bar);
}
