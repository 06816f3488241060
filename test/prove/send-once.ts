import { connect, createServer, type Socket } from 'node:net';
import { contactsByWords, faultsOf, type Ledger, loseOneAndDoubleOne } from './ledger.ts';
import { newInstallation } from './program.ts';
import type { Proof } from './proof.ts';
import { anotherLetter, type Letter, sendLetter, sendUntilHeard, writeLetter } from './telling.ts';

const KEYS = 500;
const AT_ONCE = 5;
const CUT_OFF = 2000;
const ALTERED = 200;
const SIDE_BY_SIDE = 10;

/** 500 letters each sent five times at once, and 2,000 whose answer is cut off: one contact each, one reference, for ever. */
export const G13: Proof = {
  id: 'G13',
  goal: 'A letter acts once: 500 sent five times at once and 2,000 whose answer was cut off on the way make one contact each, with one reference; the same key with other words is refused.',
  seed: 'none: keys are random',
  async run(say) {
    const house = await newInstallation({ DEMONSTRATION: 'no' });
    try {
      await house.command('authority', 'add', '--name', 'jersey', '--title', 'Jersey', '--profile', 'jersey');
      await house.start();
      const model = await writeLetter(house.address, 'the first');
      const acknowledged: Ledger = new Map();
      const faults: string[] = [];
      await inTurns(KEYS, (turn) =>
        atOnce(house.address, anotherLetter(model, `at once ${turn}`), acknowledged, faults),
      );
      say(`${KEYS} letters, each sent ${AT_ONCE} times at once`);
      const cutter = await cuttingProxy(house.port);
      const sent = new Map<string, Letter>();
      await inTurns(CUT_OFF, async (turn) => {
        const words = `cut off ${turn}`;
        const letter = anotherLetter(model, words);
        sent.set(words, letter);
        const reply = await sendUntilHeard(cutter.address, letter);
        acknowledged.set(words, reply.reference ?? 'refused');
      });
      await cutter.close();
      say(`${CUT_OFF} letters, ${cutter.cut()} answers cut off`);
      const refused = await alteredAreRefused(house.address, [...sent].slice(0, ALTERED), faults);
      faults.push(...faultsOf(acknowledged, await contactsByWords(house.folder)));
      await loseOneAndDoubleOne(house.folder);
      const red = faultsOf(acknowledged, await contactsByWords(house.folder)).length;
      if (red === 0) faults.push('the control was not found, so the reckoning shows nothing');
      await house.stop();
      return {
        attempts: KEYS * AT_ONCE + CUT_OFF + refused,
        failures: faults.length,
        figures: {
          'Letters acknowledged': acknowledged.size,
          'Answers cut off': cutter.cut(),
          'Altered letters refused': refused,
          'Control, one letter lost and one doubled: found': red,
        },
        faults: faults.slice(0, 20),
      };
    } finally {
      await house.remove();
    }
  },
};

async function atOnce(
  address: string,
  letter: Letter,
  acknowledged: Ledger,
  faults: string[],
): Promise<void> {
  const words = letter.body.get('happening') ?? '';
  const replies = await Promise.all(Array.from({ length: AT_ONCE }, () => sendLetter(address, letter)));
  const references = new Set(replies.map(({ reference }) => reference));
  const [only] = references;
  if (references.size !== 1 || only === undefined) faults.push(`${words} got ${[...references].join(', ')}`);
  else acknowledged.set(words, only);
}

async function alteredAreRefused(
  address: string,
  sent: readonly (readonly [string, Letter])[],
  faults: string[],
): Promise<number> {
  let refused = 0;
  for (const [words, letter] of sent) {
    const altered = anotherLetter(letter, `${words}, altered`, letter.body.get('key') ?? '');
    const { status, reference } = await sendLetter(address, altered);
    if (reference === undefined && status >= 400 && status < 500) refused += 1;
    else faults.push(`${words} was taken again with other words (${status})`);
  }
  return refused;
}

/** Passes everything on, and drops every second answer after the program has given it. */
async function cuttingProxy(port: number) {
  let [count, cut] = [0, 0];
  const open = new Set<Socket>();
  const server = createServer((client) => {
    const behind = connect(port, '127.0.0.1');
    open.add(client).add(behind);
    client.pipe(behind);
    behind.on('data', (answer) => {
      count += 1;
      if (count % 2 === 1) {
        cut += 1;
        client.destroy();
        behind.destroy();
      } else client.write(answer);
    });
    for (const [one, other] of [
      [client, behind],
      [behind, client],
    ] as const) {
      one.on('error', () => other.destroy());
      one.on('close', () => {
        open.delete(one);
        other.destroy();
      });
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    address: `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`,
    cut: () => cut,
    close: () =>
      new Promise((resolve) => {
        for (const socket of open) socket.destroy();
        server.close(resolve);
      }),
  };
}

async function inTurns(count: number, work: (turn: number) => Promise<void>): Promise<void> {
  let next = 0;
  const one = async () => {
    while (next < count) await work(next++);
  };
  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, one));
}
