import { vi } from 'vitest';

/** Does something as if some seconds had gone by since: a page is asked only as known a few seconds ago and longer. */
export async function later<Result>(seconds: number, work: () => Promise<Result>): Promise<Result> {
  const now = Date.now.bind(Date);
  const clock = vi.spyOn(Date, 'now').mockImplementation(() => now() + seconds * 1000);
  try {
    return await work();
  } finally {
    clock.mockRestore();
  }
}
