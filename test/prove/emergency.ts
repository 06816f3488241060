import type { Proof } from './proof.ts';
import { runTests } from './tested.ts';

const USES = 500;

/** Emergency access: the test of the change, run many times as long. */
export const EMERGENCY: Proof = {
  id: 'emergency',
  goal: `${USES} uses of emergency access: each is heard at once with the mail server down, none is open past four hours, none is extended without a new ground; a database that does not tell is found out.`,
  seed: 'none: the same uses each time',
  async run(say) {
    const { said, failed, faults } = await runTests(['test/trust/emergency-uses.test.ts'], {
      EMERGENCY_USES: String(USES),
    });
    const line =
      /^emergency: (\d+) opened of \d+, (\d+) heard by mail that waits, (\d+) on the page, (\d+) open before the end, (\d+) past it, (\d+) extended/m.exec(
        said,
      );
    say(line?.[0] ?? 'nothing was counted');
    const [opened = 0, heard = 0, onPage = 0, before = 0, past = USES, extended = USES] = (line ?? [])
      .slice(1)
      .map(Number);
    const control = Number(/^emergency, control: (\d+) heard of 1$/m.exec(said)?.[1] ?? 1);
    return {
      attempts: USES * 3,
      failures: USES - heard + (USES - onPage) + past + extended + failed + control,
      figures: {
        Opened: opened,
        'Heard by manager and data protection officer': heard,
        'On the page of reviewers': onPage,
        'Open an hour before the end': before,
        'Open past the end': past,
        'Extended without a new ground': extended,
        'Heard by the control, without telling (of 1)': control,
      },
      faults,
    };
  },
};
