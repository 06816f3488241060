import type { Profile } from '../profile/profile.ts';
import { fillBoard } from './board.ts';
import { makeDuty } from './duty.ts';
import { makeFamilies } from './families.ts';
import { type Ledger, openLedger } from './ledger.ts';
import { makingOf } from './making.ts';
import { makePartners } from './partners.ts';
import { recordFamily, servicesOf } from './people.ts';
import { beginNaming, makeStaff } from './staff.ts';

/** What an island is made from. The same wish gives the same island, to the last letter. */
export type Wish = {
  readonly profile: Profile;
  readonly seed: string;
  readonly children: number;
  readonly now: Date;
};

/** Makes up an island: nobody in it is real. Nothing is written yet. */
export function makeIsland(wish: Wish): Ledger {
  const ledger = openLedger();
  const making = makingOf(wish.profile, wish.seed, wish.now, ledger);
  const naming = beginNaming(making);
  const staff = makeStaff(making, naming);
  const partners = makePartners(making, naming);
  makeDuty(making, staff);
  const services = servicesOf(making, partners);
  for (const family of makeFamilies(making, wish.children))
    recordFamily(making, services, family, { at: making.now });
  const cast = {
    random: making.random('contacts'),
    holders: staff,
    partners,
    references: new Map<number, number>(),
  };
  fillBoard(making, cast, services);
  return ledger;
}
