import { setTimeout as pause } from 'node:timers/promises';
import { killingProof } from './killing.ts';
import { contactsByWords, faultsOf, type Ledger, loseOneAndDoubleOne } from './ledger.ts';
import type { Installation } from './program.ts';
import { isLong } from './proof.ts';
import { anotherLetter, type Letter, sendUntilHeard, writeLetter } from './telling.ts';

/** `npm run prove -- --long G1` kills the database ten times as often: it takes half an hour. */
const KILLS = { program: 20, database: isLong() ? 200 : 20 };
const SENDERS = 6;

/** Kills the program and its database while people send; nothing acknowledged is lost or doubled. */
export const G1 = killingProof({
  id: 'G1',
  goal: `Nothing that was acknowledged is lost or doubled when the program (${KILLS.program} times) or its database (${KILLS.database} times) is killed while people send.`,
  kills: KILLS,
  authority: ['jersey', 'Jersey'],
  called: 'Letters acknowledged',
  spoilt: 'one letter lost and one doubled',
  async begin(house) {
    const crowd = sendingCrowd(house, await writeLetter(house.address, 'the first'));
    return {
      crowd,
      reckon: async () => faultsOf(crowd.acknowledged, await contactsByWords(house.folder)),
      spoil: () => loseOneAndDoubleOne(house.folder),
    };
  },
});

/** People who send one letter after the other, each until they hear a reference, and now and then the same once more. */
function sendingCrowd(house: Installation, model: Letter) {
  const acknowledged: Ledger = new Map();
  const faults: string[] = [];
  let [ended, repeats] = [false, 0];
  const one = async (who: number) => {
    for (let turn = 0; !ended; turn += 1) {
      const words = `sender ${who}, letter ${turn} of ${house.port}`;
      const letter = anotherLetter(model, words);
      const reply = await sendUntilHeard(house.address, letter);
      repeats += reply.tries - 1;
      if (reply.reference === undefined) faults.push(`refused: ${words} (${reply.status})`);
      else acknowledged.set(words, reply.reference);
      if (turn % 3 !== 0) continue;
      const again = await sendUntilHeard(house.address, letter);
      repeats += again.tries;
      if (again.reference !== reply.reference)
        faults.push(`changed: ${words} was ${reply.reference} and then ${again.reference}`);
    }
  };
  const everybody = Array.from({ length: SENDERS }, (_, who) => one(who));
  return {
    acknowledged,
    faults,
    repeats: () => repeats,
    async heardMore(count: number) {
      const enough = acknowledged.size + count;
      while (acknowledged.size < enough) await Promise.race([pause(10), ...everybody]);
    },
    async end() {
      ended = true;
      await Promise.all(everybody);
    },
  };
}
