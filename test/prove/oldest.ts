import { systemBinaries } from '../../src/platform/database/embedded/system-binaries.ts';
import type { Proof } from './proof.ts';
import { runTests } from './tested.ts';

/** All that speaks SQL, once more on the oldest PostgreSQL that the machine has: `npm test` walks over it quickly. */
export const OLDEST: Proof = {
  id: 'oldest',
  goal: 'Every test that speaks SQL also passes on the oldest PostgreSQL that the product runs on.',
  seed: 'as each test says',
  async run(say) {
    const [oldest] = systemBinaries();
    if (oldest === undefined)
      return { attempts: 0, failures: 1, figures: {}, faults: ['This machine has no PostgreSQL of its own'] };
    say(`PostgreSQL ${oldest.major}`);
    const { passed, failed, faults } = await runTests(
      ['src/practice', 'src/insight', 'src/public', 'test/trust'],
      {
        TEST_PG_BIN: oldest.folder,
      },
    );
    return { attempts: passed + failed, failures: failed, figures: { PostgreSQL: oldest.major }, faults };
  },
};
