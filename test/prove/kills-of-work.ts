import { brokenInvariants, INVARIANTS } from './invariants.ts';
import { killingProof } from './killing.ts';
import { asOwnerOf } from './ledger.ts';
import type { Installation } from './program.ts';
import type { Proof } from './proof.ts';
import { keptWork } from './work-ledger.ts';
import { openWork } from './work-of-children.ts';
import { faultsOfWork } from './work-reckoning.ts';
import { workingCrowd } from './working-crowd.ts';

const KILLS = 10;
const KILLS_LONG = 200;
/** More than are worked with between the kills of one installation. */
const CHILDREN = 400;

/** Kills the program and its database while workers visit, rate, hand over and close. */
export const KILLS_OF_WORK = killedWork(
  'kills-of-work',
  `Nothing of a visit, a rating, a handover or a closing that was acknowledged is lost or doubled when the program (${KILLS} times) or its database (${KILLS} times) is killed meanwhile; a handover and a closing have happened on both sides or on neither.`,
  { program: KILLS, database: KILLS },
);

/** The same with the program alone, so often that each step was cut off in many places. */
export const G3 = killedWork(
  'G3',
  `When the program is killed ${KILLS_LONG} times while children are visited, rated, handed over and closed, ${Object.keys(INVARIANTS).length} invariants of the record hold after each, and nothing that was acknowledged is lost, doubled or done by half.`,
  { program: KILLS_LONG, database: 0 },
);

function killedWork(id: string, goal: string, kills: { program: number; database: number }): Proof {
  return killingProof({
    id,
    goal,
    kills,
    authority: ['island', 'Island'],
    called: 'Visits, ratings, handovers and closings acknowledged',
    spoilt: 'halves of a handover and of a closing taken back and a visit lost',
    async begin(house) {
      const crowd = workingCrowd(house.address, await openWork(house.folder, CHILDREN));
      return {
        crowd,
        reckon: async () => [
          ...faultsOfWork(crowd.acknowledged, await keptWork(house.folder)),
          ...(await onTheIsland(house, brokenInvariants)),
        ],
        always: () => onTheIsland(house, brokenInvariants),
        spoil: () => onTheIsland(house, takeHalvesBack),
      };
    },
  });
}

type Client = Parameters<typeof brokenInvariants>[0];

function onTheIsland<Result>(
  house: Installation,
  work: (client: Client) => Promise<Result>,
): Promise<Result> {
  return asOwnerOf(house.folder, async (client) => {
    await client.query('set search_path = island, extensions');
    return work(client);
  });
}

/** What would be left if steps of one act were not one transaction. */
async function takeHalvesBack(client: Client): Promise<void> {
  await client.query('set session_replication_role = replica');
  await client.query(
    'update allocation set ended_on = null where id = (select a.id from allocation a join handover h on h.person_id = a.person_id and h.from_staff_id = a.staff_id where h.accepted_at is not null limit 1)',
  );
  await client.query(
    'update period_of_service set ended_on = null, ended_reason = null where id = (select period_of_service_id from closing where authorised_at is not null limit 1)',
  );
  await client.query('delete from visit_child where id = (select id from visit_child limit 1)');
}
