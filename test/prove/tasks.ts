import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { TASKS } from '../support/tasks.ts';
import type { Proof } from './proof.ts';
import { runTests } from './tested.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const LEDGER = join(ROOT, '.cache', 'tasks.jsonl');
const JOURNEYS = ['visit', 'closing', 'morning', 'at-a-glance', 'rating-exercise'];

/** What was counted while somebody did a task. */
type Counted = { readonly id: string; readonly manner: string; readonly count: number };

/** Walks through the journeys of the everyday tasks and counts keys, clicks and taps as the browser was given them. */
export const TASKS_PROOF: Proof = {
  id: 'tasks',
  goal: 'Each everyday task that can be done so far takes no more keys, clicks and taps than its budget.',
  seed: 'none',
  async run(say) {
    const haveHeld = await walkJourneys();
    const counted = readLedger();
    const budgets = TASKS.filter(({ waitsFor }) => waitsFor === undefined).flatMap(({ id, task, most }) =>
      Object.entries(most).map(([manner, budget]) => ({ name: `${nameOf(id, task)}: ${manner}`, id, manner, budget })),
    ); // biome-ignore format: a line reads as a line
    const faults: string[] = haveHeld ? [] : ['A journey did not reach its end'];
    const figures: Record<string, string> = {};
    for (const { name, id, manner, budget } of budgets) {
      const counts = counted.filter((one) => one.id === id && one.manner === manner);
      const most = Math.max(...counts.map(({ count }) => count));
      figures[name] = counts.length === 0 ? 'not counted' : `${most} of ${budget}`;
      say(`${figures[name]}  ${name}`);
      if (counts.length === 0 || most > budget) faults.push(`${name}: ${figures[name]}`);
    }
    for (const { id, task, waitsFor } of TASKS)
      if (waitsFor !== undefined) figures[nameOf(id, task)] = `waits for ${waitsFor}`;
    return { attempts: budgets.length, failures: faults.length, figures, faults };
  },
};

/** With the number that the task has in the design, where it has one. */
function nameOf(id: string, task: string): string {
  return /^\d+$/.test(id) ? `${id}. ${task}` : task;
}

function readLedger(): readonly Counted[] {
  if (!existsSync(LEDGER)) return [];
  const lines = readFileSync(LEDGER, 'utf8').trim().split('\n');
  return lines.filter((line) => line !== '').map((line): Counted => JSON.parse(line));
}

async function walkJourneys(): Promise<boolean> {
  rmSync(LEDGER, { force: true });
  const files = JOURNEYS.map((name) => `test/journeys/${name}.test.ts`);
  const { failed } = await runTests(files, { TASKS_LEDGER: LEDGER });
  return failed === 0;
}
