import { killingProof } from './killing.ts';
import { keptWork } from './work-ledger.ts';
import { openWork } from './work-of-children.ts';
import { faultsOfWork } from './work-reckoning.ts';
import { workingCrowd } from './working-crowd.ts';

const KILLS = 10;
/** More than are worked with between the kills of one installation. */
const CHILDREN = 400;

/** Kills the program and its database while workers visit, rate, hand over and close. */
export const KILLS_OF_WORK = killingProof({
  id: 'kills-of-work',
  goal: `Nothing of a visit, a rating, a handover or a closing that was acknowledged is lost or doubled when the program (${KILLS} times) or its database (${KILLS} times) is killed meanwhile; a handover and a closing have happened on both sides or on neither.`,
  kills: KILLS,
  authority: ['island', 'Island'],
  called: 'Visits, ratings, handovers and closings acknowledged',
  async begin(house) {
    const crowd = workingCrowd(house.address, await openWork(house.folder, CHILDREN));
    return {
      crowd,
      reckon: async () => faultsOfWork(crowd.acknowledged, await keptWork(house.folder)),
    };
  },
});
