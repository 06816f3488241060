import { appendFileSync } from 'node:fs';
import { expect } from 'vitest';

/** A task that people do every day, and what their hands may be asked for at most. */
export type Task = {
  readonly id: string;
  readonly task: string;
  /** By keyboard, by mouse or on a telephone; words themselves are typed, and not counted, but for what is searched for. */
  readonly most: Readonly<Record<string, number>>;
  /** What is still to be made before it can be counted. */
  readonly waitsFor?: string;
};

/** The commonest tasks that the product can do so far, numbered as in the design, each with its budget there. */
// biome-ignore format: a table reads as a table
export const TASKS: readonly Task[] = [
  { id: '1', task: 'Find a child and open the record', most: { 'keys with the letters of the name': 9, clicks: 2 } },
  { id: '4', task: 'Record a visit on a phone', most: { 'taps to writing': 3, 'taps in all': 8 } },
  { id: '5', task: 'Same visit, each further brother or sister', most: { taps: 3, clicks: 3 } },
  { id: '7', task: 'Manager reviews and approves', most: { keys: 6, clicks: 3 } },
  { id: '8', task: 'Allocate a child with load shown', most: { keys: 8, clicks: 4 } },
  { id: '9', task: 'Answer the eight questions about a child, after opening', most: { 'keys and clicks': 0, taps: 0 } },
  { id: '11', task: 'Report missing; close with the return interview', most: { keys: 12, clicks: 6 }, waitsFor: 'children who go missing' },
  { id: 'rating', task: 'Rate one case in a rating exercise', most: { 'keys beside the words': 4 } },
  { id: 'morning', task: 'Open what is most overdue', most: { keys: 3 } },
];

/** Holds a task, as it was just done, to its budget, and writes down how much it took where somebody asks for that. */
export function expectWithin(id: string, manner: string, count: number): void {
  const most = TASKS.find((task) => task.id === id)?.most[manner];
  if (most === undefined) throw new Error(`The table of tasks has no ${manner} for ${id}`);
  const ledger = process.env['TASKS_LEDGER'];
  if (ledger !== undefined) appendFileSync(ledger, `${JSON.stringify({ id, manner, count })}\n`);
  expect(count, `${manner} of task ${id}`).toBeLessThanOrEqual(most);
  // A count that stands at nothing did not count.
  if (most > 0) expect(count, `${manner} of task ${id}`).toBeGreaterThan(0);
}
