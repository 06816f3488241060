import type { Profile } from '../profile/profile.ts';
import { fillBoard } from './board.ts';
import { makeDuty } from './duty.ts';
import { makeFamilies } from './families.ts';
import { liveThrough } from './history.ts';
import { type Ledger, openLedger } from './ledger.ts';
import { makingOf } from './making.ts';
import { officeOf } from './office.ts';
import { makePartners } from './partners.ts';
import { servicesOf } from './people.ts';
import { openRegister } from './register.ts';
import { NO_SCENARIO, type Scenario } from './scenario.ts';
import { beginNaming, makeStaff } from './staff.ts';

/** What an island is made from. The same wish gives the same island, to the last letter. */
export type Wish = {
  readonly profile: Profile;
  readonly seed: string;
  readonly children: number;
  readonly now: Date;
  readonly scenario?: Scenario;
};

/** Makes up an island: nobody in it is real. Nothing is written yet. */
export function makeIsland(wish: Wish): Ledger {
  const ledger = openLedger();
  const making = makingOf(wish.profile, wish.seed, wish.now, ledger);
  const naming = beginNaming(making);
  const holders = makeStaff(making, naming);
  const partners = makePartners(making, naming);
  const desk = { rota: makeDuty(making, holders), office: officeOf(making) };
  const register = openRegister(making, servicesOf(making, partners));
  const cast = {
    random: making.random('contacts'),
    holders,
    partners,
    references: new Map<number, number>(),
  };
  const families = makeFamilies(making, wish.children);
  const lately = liveThrough(making, cast, register, desk, families, wish.scenario ?? NO_SCENARIO);
  fillBoard(making, cast, register, desk, lately);
  register.finish();
  return ledger;
}
