import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Proof } from './proof.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const COPY = join(ROOT, '.cache', 'controls');

/** One idea switched off in a copy of the source, and the test that must then fail. */
export type Control = {
  readonly idea: string;
  readonly off: string;
  readonly file: string;
  readonly was: string;
  readonly becomes: string;
  readonly test: readonly [file: string, title: string];
};

/** The ten ideas, and what open children stand on besides, each with the words that carry it. */
// biome-ignore format: a table reads as a table
export const CONTROLS: readonly Control[] = [
  {
    idea: '1 actions', off: 'an action forgets the key of its submission',
    file: 'src/platform/web/web.tsx', was: 'if (asked.key === undefined) return', becomes: 'return',
    test: ['test/trust/fuzz.test.ts', '/police-notifications: sent twice it acts once, and for nobody without a session'],
  },
  {
    idea: '2 closed by default', off: 'a route needs no rule',
    file: 'src/platform/web/server.ts', was: 'if (rule === undefined && !isAsset)', becomes: 'if (false)',
    test: ['test/trust/door.test.ts', 'does not open while a route has no rule'],
  },
  {
    idea: '3 one transaction', off: 'looking is not written down in it',
    file: 'src/platform/database/transaction.ts', was: 'const last = open.query(sql, [...parameters]);', becomes: 'const last = Promise.resolve([sql, parameters]);',
    test: ['test/trust/audit.test.ts', 'shows nothing when its row cannot be written'],
  },
  {
    idea: '4 two times', off: 'what was known then is read from now',
    file: 'src/platform/database/known-at.ts', was: 'return TableNode.create(`', becomes: 'return table; TableNode.create(`',
    test: ['test/trust/two-times.test.ts', 'answers as it would have been answered then, for 100 instants over 1,000 edits'],
  },
  {
    idea: '5 derived state', off: 'an ending can be taken back',
    file: 'migrations/authority/0039-merges.sql', was: "if to_jsonb(old) -> name <> 'null'::jsonb and", becomes: 'if false and',
    test: ['test/trust/safe-database.test.ts', 'refuses a second ending, and another person under the first'],
  },
  {
    idea: '6 clocks', off: 'holidays are working days',
    file: 'src/profile/calendar.ts', was: 'holidayOn(some) === undefined', becomes: 'true',
    test: ['src/profile/working-time.test.ts', 'pass over Liberation Day and every one-off holiday'],
  },
  {
    idea: '7 nothing typed is lost', off: 'a later window overwrites an earlier one',
    file: 'src/platform/web/drafts.ts', was: ".where('version', '=', version)", becomes: '',
    test: ['src/platform/web/draft-route.test.ts', 'gives both texts where the same author wrote in another window, and overwrites neither'],
  },
  {
    idea: '8 identity', off: 'somebody comes on record before the candidates were shown',
    file: 'src/practice/hub/identification/actions.ts', was: 'if (answers.candidatesSeen !== seenMark(shown, followed))', becomes: 'if (false)',
    test: ['src/practice/hub/identification/slice.test.ts', 'creates nobody before the candidates were shown, nor from a list that has changed since'],
  },
  {
    idea: '9 a number is a definition', off: 'referrals that were taken back count',
    file: 'src/insight/measures/referrals.ts', was: ".where('referral.withdrawn_at', 'is', null)", becomes: '',
    test: ['src/insight/measures/hand-count.test.ts', 'R1: four referrals of children not open, however they ended; one whose decision was taken back is not there at all'],
  },
  {
    idea: '10 the place is data', off: 'a profile that contradicts itself is taken',
    file: 'src/profile/check-profile.ts', was: 'readonly Problem[] {', becomes: 'readonly Problem[] { return [];',
    test: ['src/profile/check-profile.test.ts', 'when a clock does not say where it comes from'],
  },
  {
    idea: 'one clock', off: 'a day more is given, where everybody reads when a visit is due',
    file: 'migrations/authority/0027-asked-once.sql', was: 'where f.date = a.from_on) + rule.amount)', becomes: 'where f.date = a.from_on) + rule.amount + 1)',
    test: ['src/practice/social-work/next-visit/slice.test.ts', 'is the same day by day, for any clock, start, birth and holiday'],
  },
  {
    idea: 'closing with the family', off: 'the database takes a closing without them',
    file: 'migrations/authority/0019-closings.sql', was: "if not coalesce(heard @> array['child', 'parent'], false) then", becomes: 'if false then',
    test: ['src/practice/social-work/closing-authorisation/slice.test.ts', 'is refused by the database without what the family says, of what is not open, and where it ends nothing'],
  },
  {
    idea: 'a frozen list', off: 'what was frozen can be changed',
    file: 'migrations/authority/0015-rating-exercises.sql', was: 'rating_case_stands before update on rating_case', becomes: 'rating_case_stands before update of table_at on rating_case',
    test: ['src/practice/social-work/rating-turn/slice.test.ts', 'freezes what is open with its worker and team of that instant, once, and another cannot begin beside it'],
  },
  {
    idea: 'a rating follows the one it covers', off: 'two may follow the same',
    file: 'migrations/authority/0014-case-ratings.sql', was: 'create unique index case_rating_follows', becomes: 'create index case_rating_follows',
    test: ['src/practice/social-work/case-rating/slice.test.ts', 'covers nobody’s rating unseen: the second of two is told, loses no word, and may send again'],
  },
  {
    idea: 'withheld from the others', off: 'the wall round what is withheld lets everybody through',
    file: 'migrations/authority/0011-visits.sql', was: "  foreach name in array array['visit_child', 'visit_withheld', 'visit_correction'] loop", becomes: "  call walled_by('visit_withheld', 'true'); foreach name in array array['visit_child', 'visit_correction'] loop",
    test: ['src/practice/social-work/visit-recording/slice.test.ts', 'withholds in the database, too, from whoever sees a sibling alone'],
  },
  {
    idea: 'the identity bar', off: 'a page is left to bring it by itself',
    file: 'src/platform/web/about-person.tsx', was: 'if (personId === undefined) return page;', becomes: 'return page;',
    test: ['src/practice/social-work/identity-bar/slice.test.ts', 'stands on each of them, with the alert and the tabs, and a page to come cannot forget it'],
  },
  {
    idea: 'a timeline of one child', off: 'a visit brings what was written of everybody who was part of it',
    file: 'src/practice/social-work/visit/timeline.ts', was: ".where('own.person_id', '=', personId)", becomes: ".where('own.visit_id', 'in', db.selectFrom('visit_child as part').select('part.visit_id').where('part.person_id', '=', personId))",
    test: ['src/practice/people/timeline/slice.test.ts', 'never shows what was written of a brother or sister, nor what is withheld from them'],
  },
];

/** Switches each of the ideas off, one at a time, in a copy: the test that is named for it turns red, and is green in the copy before. */
export const CONTROLS_PROOF: Proof = {
  id: 'controls',
  goal: 'Each of the ten ideas, and of those that open children stand on, has a named test that passes while it stands and fails when it is switched off.',
  seed: 'none',
  async run(say) {
    const faults: string[] = [];
    freshCopy();
    for (const { idea, test } of CONTROLS)
      if ((await outcome(test)) !== 'passed')
        faults.push(`${idea}: "${test[1]}" does not pass before anything is switched off`);
    for (const control of CONTROLS) {
      const seen = await switchedOff(control);
      if (seen === 'failed')
        say(`\u001b[31m✗ ${control.idea}: ${control.off}. Red: "${control.test[1]}"\u001b[0m`);
      else faults.push(`${control.idea}: ${control.off}, and "${control.test[1]}" ${seen}`);
    }
    removeCopy();
    return {
      attempts: CONTROLS.length,
      failures: faults.length,
      figures: { 'Ideas switched off': CONTROLS.length },
      faults,
    };
  },
};

/** A copy of the source in which something can be switched off. */
export function freshCopy(): void {
  rmSync(COPY, { recursive: true, force: true });
  mkdirSync(COPY, { recursive: true });
  for (const name of [
    'src',
    'test',
    'migrations',
    'docs',
    'assets',
    'bin',
    'island',
    'styles',
    'package.json',
    'package-lock.json',
    'tsconfig.json',
    'vitest.config.ts',
  ])
    if (existsSync(join(ROOT, name))) cpSync(join(ROOT, name), join(COPY, name), { recursive: true });
  for (const name of ['node_modules', 'dist']) symlinkSync(join(ROOT, name), join(COPY, name));
}

/** Takes the copy away. */
export function removeCopy(): void {
  rmSync(COPY, { recursive: true, force: true });
}

/** Switches one idea off in the copy, and says how the test named for it ended: it must have failed. */
export async function switchedOff({ file, was, becomes, test }: Control): Promise<string> {
  const path = join(COPY, file);
  const text = readFileSync(path, 'utf8');
  if (!text.includes(was)) return `was not tried: ${file} no longer says "${was}"`;
  writeFileSync(
    path,
    text.replace(was, () => becomes),
  );
  const seen = await outcome(test);
  writeFileSync(path, text);
  return seen;
}

/** Runs one test of the copy and says how it ended: a file that does not load, or a title that is not there, is neither. */
function outcome([file, title]: Control['test']): Promise<string> {
  const report = join(COPY, 'report.json');
  rmSync(report, { force: true });
  const pattern = title.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const vitest = join(ROOT, 'node_modules/vitest/vitest.mjs');
  const child = spawn(
    process.execPath,
    [vitest, 'run', file, '-t', pattern, '--reporter=json', `--outputFile=${report}`],
    { cwd: COPY, stdio: 'ignore' },
  );
  return new Promise((resolve) => {
    child.once('exit', () => {
      const { numPassedTests = 0, numFailedTests = 0 } = JSON.parse(readFileSync(report, 'utf8'));
      if (numPassedTests + numFailedTests !== 1) resolve(`ran ${numPassedTests + numFailedTests} times`);
      else resolve(numFailedTests === 1 ? 'failed' : 'passed');
    });
  });
}
