import type { Proof } from './proof.ts';
import { runTests } from './tested.ts';

const numbers = (said: string, pattern: RegExp) => (pattern.exec(said) ?? []).slice(1).map(Number);

/** Every answer of the matrix that shows a child leaves one line of the audit; without it, nothing is shown. */
export const G9: Proof = {
  id: 'G9',
  goal: 'Each answer of the matrix that shows a child to somebody signed in leaves exactly one line in the audit, of that person, naming whom it showed, the class of what was shown and the ground; where the line cannot be written, no page shows anything.',
  seed: 'none: the whole table is asked',
  async run(say) {
    const matrix = await runTests(['test/trust/matrix.test.ts'], { MATRIX: 'whole' }, 'G9');
    const [disclosed = 0, unwritten = 0] = numbers(matrix.said, /^matrix, who looked: (\d+) answers that showed a child, (\d+) not written down/m);
    say(`${disclosed} answers showed a child, ${unwritten} were not written down`);
    const broken = await runTests(['test/trust/who-looked.test.ts'], {}, 'G9');
    const [asked = 0, shown = 0] = numbers(broken.said, /^who looked, nobody can write: (\d+) asked, (\d+) show the child$/m);
    const [found = 0] = numbers(broken.said, /^who looked, lost lines: (\d+) of \d+ found$/m);
    const faults = [...matrix.faults, ...broken.faults];
    return {
      attempts: disclosed + asked,
      failures: faults.length,
      figures: {
        'Answers that showed a child': disclosed,
        'Of them not written down': unwritten,
        'Pages asked while nothing could be written down': asked,
        'Of them shown': shown,
        'Control, lines lost in silence: found': found,
      },
      faults,
    };
  },
}; // biome-ignore format: patterns read in one line

/** The headers of every answer, held to a table. */
export const G23: Proof = {
  id: 'G23',
  goal: 'Every answer of every route, of whatever kind, carries exactly the headers of a table: none missing, none altered, none more; no page loads anything from elsewhere, and no policy allows what is unsafe.',
  seed: 'none: the whole table is asked',
  async run(say) {
    const matrix = await runTests(['test/trust/matrix.test.ts'], { MATRIX: 'whole' }, 'G23');
    const [answers = 0] = numbers(matrix.said, /^matrix: (\d+) answers/m);
    const headers = await runTests(['test/trust/headers.test.ts'], {}, 'G23');
    const [more = 0] = numbers(headers.said, /^headers: (\d+) answers$/m);
    const [seen = 0, broken = 0] = numbers(headers.said, /^headers, broken: (\d+) of (\d+) seen$/m);
    say(`${answers + more} answers; ${seen} of ${broken} broken ones seen`);
    const faults = [...matrix.faults, ...headers.faults];
    return {
      attempts: answers + more,
      failures: faults.length,
      figures: { 'Control, answers with a header broken: seen': seen },
      faults,
    };
  },
}; // biome-ignore format: patterns read in one line
