import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { contactsByWords, faultsOf, type Ledger, loseOneAndDoubleOne } from './ledger.ts';
import { type Installation, newInstallation } from './program.ts';
import type { Proof } from './proof.ts';
import { anotherLetter, type Letter, sendLetter, sendUntilHeard, writeLetter } from './telling.ts';

const STOPPED_SECONDS = 30;
const SENDERS = 6;
const DISK_MEGABYTES = 400;

type Seen = {
  tried: number;
  acknowledged: Ledger;
  unanswered: number;
  calm: number;
  notCalm: string[];
  faults: string[];
};

/** A disk that is full, a database that stands still, two programs on one folder: nothing acknowledged is lost, nothing is confirmed that is not there. */
export const G4: Proof = {
  id: 'G4',
  goal: `With the database stopped for ${STOPPED_SECONDS} seconds and with a full disk, no letter is confirmed that is not kept, none that was confirmed is lost, whoever is not heard is given a page with a telephone number, and all goes on without repair; of two starts on one folder one serves.`,
  seed: 'none: people send at once',
  async run(say) {
    const seen: Seen = { tried: 0, acknowledged: new Map(), unanswered: 0, calm: 0, notCalm: [], faults: [] };
    const stood = await standingStill(seen, say);
    const disk = await fullDisk(seen, say);
    const served = await twoStarts(seen, say);
    seen.faults.push(...new Set(seen.notCalm));
    return {
      attempts: seen.tried + 2,
      failures: seen.faults.length,
      figures: {
        'Letters acknowledged': seen.acknowledged.size,
        'Sent while the database stood still or the disk was full, and not taken': seen.unanswered,
        'Of them answered with a telephone number': seen.calm,
        'Pages of the public opened meanwhile': stood.pages + disk.pages,
        'Of two starts on one folder, serving': served,
        'Full disk': disk.tried,
        'Control, one letter lost and one doubled: found': stood.red,
      },
      faults: seen.faults.slice(0, 20),
    };
  },
};

/** Sends letters until told to end; each is sent again with its key until it is heard. */
function senders(house: Installation, model: Letter, seen: Seen, name: string) {
  let ended = false;
  const own: Ledger = new Map();
  const one = async (who: number) => {
    for (let turn = 0; !ended; turn += 1) {
      const words = `${name}, sender ${who}, letter ${turn}`;
      const letter = anotherLetter(model, words);
      seen.tried += 1;
      const first = await sendLetter(house.address, letter).catch(() => undefined);
      if (first?.reference === undefined) {
        seen.unanswered += 1;
        const page = await fetch(`${house.address}${letter.action}`, { method: 'POST', body: letter.body, headers: { 'sec-fetch-site': 'same-origin' } }).then((answer) => answer.text(), () => undefined);
        if (page !== undefined && /href="tel:|\b0\d{4} \d{6}\b|\b999\b/.test(page)) seen.calm += 1;
        else if (page !== undefined) seen.notCalm.push(`a page without a telephone number: ${page.slice(0, 80)}`);
      }
      const reply = first?.reference === undefined ? await sendUntilHeard(house.address, letter, 120_000) : first;
      if (reply.reference === undefined) seen.faults.push(`refused: ${words} (${reply.status})`);
      else {
        own.set(words, reply.reference);
        seen.acknowledged.set(words, reply.reference);
      }
    }
  };
  const everybody = Array.from({ length: SENDERS }, (_, who) => one(who));
  return {
    own,
    async end() {
      ended = true;
      await Promise.all(everybody);
    },
  };
} // biome-ignore format: a call reads in one line

async function standingStill(seen: Seen, say: (line: string) => void): Promise<{ pages: number; red: number }> {
  const house = await begun();
  try {
    const crowd = senders(house, await writeLetter(house.address, 'the first'), seen, 'still');
    await pause(3000);
    const stopped = processesOf(house.folder);
    for (const id of stopped) process.kill(id, 'SIGSTOP');
    const [, pages] = await Promise.all([pause(STOPPED_SECONDS * 1000), pagesOpened(house)]).finally(() => {
      for (const id of stopped) signal(id, 'SIGCONT');
    });
    await pause(3000);
    await crowd.end();
    seen.faults.push(...faultsOf(crowd.own, await contactsByWords(house.folder)));
    say(`stood still: ${crowd.own.size} acknowledged, ${seen.unanswered} not taken at first, ${seen.faults.length} faults`);
    await loseOneAndDoubleOne(house.folder);
    const red = faultsOf(crowd.own, await contactsByWords(house.folder)).length;
    if (red === 0) seen.faults.push('the control was not found');
    await house.stop();
    return { pages, red };
  } finally {
    await house.remove();
  }
} // biome-ignore format: a signature reads in one line

async function fullDisk(seen: Seen, say: (line: string) => void): Promise<{ pages: number; tried: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'continuum-full-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${DISK_MEGABYTES}m,mode=755`, 'tmpfs', folder], { stdio: 'ignore' });
  } catch {
    rmSync(folder, { recursive: true, force: true });
    say('full disk: a small disk could not be mounted here');
    return { pages: 0, tried: 'not tried: no small disk could be mounted here' };
  }
  const before = seen.unanswered;
  let house: Installation | undefined;
  try {
    house = await begun(folder);
    const crowd = senders(house, await writeLetter(house.address, 'the first'), seen, 'full');
    await pause(3000);
    const { bavail, bsize } = statfsSync(folder);
    // What is left is filled but for a little, which the letters fill themselves.
    writeFileSync(join(folder, 'filler'), Buffer.alloc(Math.max(0, bavail * bsize - 500_000)));
    await pause(12_000);
    const left = statfsSync(folder).bavail;
    try {
      writeFileSync(join(folder, 'more'), Buffer.alloc(left * bsize));
    } catch {
      // Full to the last block.
    }
    await pause(5000);
    const pages = await pagesOpened(house);
    rmSync(join(folder, 'filler'), { force: true });
    rmSync(join(folder, 'more'), { force: true });
    await pause(5000);
    await crowd.end();
    const found = faultsOf(crowd.own, await contactsByWords(house.folder));
    seen.faults.push(...found);
    say(`full disk: ${crowd.own.size} acknowledged, ${seen.unanswered - before} not taken at first, ${found.length} faults`);
    if (seen.unanswered === before) seen.faults.push('the disk was never full, so nothing was shown');
    await house.stop();
    return { pages, tried: `${DISK_MEGABYTES} MB, filled to the last block while people sent` };
  } finally {
    await house?.remove();
    execFileSync('umount', ['-l', folder], { stdio: 'ignore' });
    rmSync(folder, { recursive: true, force: true });
  }
} // biome-ignore format: a signature reads in one line

async function twoStarts(seen: Seen, say: (line: string) => void): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'continuum-twice-'));
  chmodSync(folder, 0o755);
  const both = [await newInstallation({ DEMONSTRATION: 'no' }, folder), await newInstallation({ DEMONSTRATION: 'no' }, folder)];
  try {
    const began = await Promise.allSettled(both.map((one) => one.start()));
    const serving = began.filter(({ status }) => status === 'fulfilled').length;
    say(`two starts: ${serving} serving`);
    if (serving !== 1) seen.faults.push(`of two starts on one folder ${serving} served`);
    return serving;
  } finally {
    for (const one of both) await one.remove();
    rmSync(folder, { recursive: true, force: true });
  }
} // biome-ignore format: a table reads as a table

async function begun(folder?: string): Promise<Installation> {
  const house = await newInstallation({ DEMONSTRATION: 'no' }, folder);
  await house.command('authority', 'add', '--name', 'jersey', '--title', 'Jersey', '--profile', 'jersey');
  await house.start();
  return house;
}

/** Pages of the public that open while nothing can be written: with a telephone number, whatever else they say. */
async function pagesOpened(house: Installation): Promise<number> {
  let opened = 0;
  for (const path of ['/', '/worried-about-a-child', '/ask-for-help', '/sign-in']) {
    const answer = await fetch(`${house.address}${path}`, { signal: AbortSignal.timeout(25_000) }).catch(() => undefined);
    const page = answer === undefined ? '' : await answer.text().catch(() => '');
    if (/href="tel:|\b999\b/.test(page)) opened += 1;
  }
  return opened;
} // biome-ignore format: a call reads in one line

/** The database and every process that works for it. */
function processesOf(folder: string): readonly number[] {
  const [first = ''] = readFileSync(join(folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n');
  const children = readdirSync('/proc').filter((name) => /^\d+$/.test(name) && parentOf(name) === first);
  return [Number(first), ...children.map(Number)];
}

function parentOf(id: string): string | undefined {
  try {
    return /^PPid:\s+(\d+)$/m.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1];
  } catch {
    return undefined;
  }
}

function signal(id: number, name: NodeJS.Signals): void {
  try {
    process.kill(id, name);
  } catch {
    // It has ended meanwhile.
  }
}
