/**
 * Something the house does by itself, again and again, e.g. sealing the audit or emptying the outbox, with a pause in milliseconds after
 * each time. A task that answers with a number rests for so many milliseconds; `everyMilliseconds` is then the pause after a failure.
 */
export type SteadyTask = {
  readonly name: string;
  readonly everyMilliseconds: number;
  work(): Promise<unknown>;
};

/**
 * Runs tasks, each after its own pause and never twice at once. A task that fails is told of and tried again: what it does must be a
 * query over facts, so that nothing is lost by a missed turn.
 */
export function keepDoing(
  tasks: readonly SteadyTask[],
  failed: (task: string, fault: unknown) => void,
): { stop(): Promise<void> } {
  let stopped = false;
  const wakers = new Set<() => void>();
  const pause = (milliseconds: number) =>
    new Promise<void>((wake) => {
      const timer = setTimeout(finish, milliseconds);
      function finish() {
        clearTimeout(timer);
        wakers.delete(finish);
        wake();
      }
      wakers.add(finish);
    });
  const running = tasks.map(async (task) => {
    while (!stopped) {
      const rest = await task.work().catch((fault: unknown) => failed(task.name, fault));
      if (!stopped) await pause(typeof rest === 'number' ? rest : task.everyMilliseconds);
    }
  });
  return {
    async stop() {
      stopped = true;
      for (const wake of wakers) wake();
      await Promise.all(running);
    },
  };
}
