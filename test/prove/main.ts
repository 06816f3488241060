import { ASVS_PROOF } from './asvs-controls.ts';
import { G24 } from './canaries.ts';
import { G18 } from './change.ts';
import { CONTROLS_PROOF } from './controls.ts';
import { G4 } from './disk-and-pause.ts';
import { DUPLICATES_PROOF } from './duplicates.ts';
import { EMERGENCY } from './emergency.ts';
import { FILTER } from './filter.ts';
import { G2 } from './flushes.ts';
import { G14 } from './fuzz.ts';
import { ISLAND } from './island.ts';
import { G1 } from './kills.ts';
import { G3, KILLS_OF_WORK } from './kills-of-work.ts';
import { LEFT_OUT } from './left-out.ts';
import { G11 } from './lost-updates.ts';
import { MATRIX_PROOF } from './matrix.ts';
import { MERGES } from './merges.ts';
import { OLDEST } from './oldest.ts';
import { carryOut, type Proof, writePage } from './proof.ts';
import { RATING } from './rating.ts';
import { G17 } from './restore-drill.ts';
import { G7 } from './second-wall.ts';
import { G13 } from './send-once.ts';
import { SHARES } from './shares.ts';
import { G22 } from './sign-in.ts';
import { G29 } from './snooping.ts';
import { G27 } from './supply.ts';
import { G10 } from './tampering.ts';
import { TASKS_PROOF } from './tasks.ts';
import { G8 } from './twin-worlds.ts';
import { G12 } from './typing.ts';
import { G9, G23 } from './who-looked.ts';
import { WORKLIST_PROOF } from './worklist.ts';

const PROOFS: readonly Proof[] = [
  G1,
  G2,
  G3,
  G4,
  G10,
  KILLS_OF_WORK,
  G7,
  G8,
  G9,
  G11,
  G12,
  G13,
  G14,
  G17,
  G18,
  G23,
  G24,
  G27,
  G22,
  G29,
  RATING,
  MATRIX_PROOF,
  OLDEST,
  LEFT_OUT,
  CONTROLS_PROOF,
  ASVS_PROOF,
  WORKLIST_PROOF,
  EMERGENCY,
  SHARES,
  ISLAND,
  TASKS_PROOF,
  DUPLICATES_PROOF,
  MERGES,
  FILTER,
];

/** `npm run prove` runs every proof; `npm run prove -- G1` one of them, `npm run prove -- --long G1` its long form; `npm run prove -- report` writes the pages of what is there. Ends with a fault if any did not hold. */
async function main(asked: readonly string[]): Promise<void> {
  if (asked.includes('report')) return writePage();
  const unknown = asked.filter((id) => !PROOFS.some((proof) => proof.id === id));
  if (unknown.length > 0) {
    console.error(
      `There is no proof ${unknown.join(', ')}. There are: ${PROOFS.map(({ id }) => id).join(', ')}`,
    );
    process.exitCode = 2;
    return;
  }
  for (const proof of PROOFS.filter(({ id }) => asked.length === 0 || asked.includes(id))) {
    const { failures } = await carryOut(proof, (line) => console.log(line));
    if (failures > 0) process.exitCode = 1;
  }
}

await main(process.argv.slice(2).filter((word) => word !== '--long'));
