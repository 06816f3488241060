import { requirements } from './asvs.ts';

/** A result as it stands in docs/proof. */
export type Proved = {
  readonly id: string;
  readonly attempts: number;
  readonly failures: number;
  readonly figures: Readonly<Record<string, number | string>>;
  readonly seed: string;
  readonly commit: string;
  readonly ranOn: string;
};

/** What is to be shown, in plain words, and the proof that shows it where that has another name. */
// biome-ignore format: a table reads as a table
const GOALS: readonly (readonly [goal: string, what: string, proof?: string])[] = [
  ['G1', 'What was acknowledged is there after the database or the program was killed'],
  ['G2', 'A commit is flushed, not hoped for'],
  ['G3', 'A program that is killed leaves nothing by half'],
  ['G4', 'A full disk, a slow one, or a database that is gone loses nothing'],
  ['G5', 'Every route answers every role about every kind of record as the table written by hand says', 'matrix'],
  ['G7', 'The walls in the database hold without the program'],
  ['G8', 'No answer tells of a secret to whoever may not know of it'],
  ['G9', 'Whoever was shown a child stands in the audit'],
  ['G10', 'The audit cannot be altered unseen'],
  ['G11', 'Nobody overwrites what somebody else wrote meanwhile'],
  ['G13', 'What is sent acts once'],
  ['G14', 'No form breaks, whatever is typed into it'],
  ['G17', 'A backup is restored to a moment, whole'],
  ['G18', 'The record changes its shape while it serves'],
  ['G22', 'Sessions and signing in'],
  ['G23', 'The headers of every answer'],
  ['G24', 'Nothing that was typed stands in a log'],
  ['G27', 'What the program is made of'],
  ['G29', 'Looking without need is found'],
  ['Merges', 'Two records made one and two again lose nothing and show nobody more', 'merges'],
];

/** Writes the page that a data protection officer reads: each goal with what was seen, and what was not. */
export function trustReport(proved: readonly Proved[]): string {
  const rows = GOALS.map(([goal, what, proof = goal]) =>
    row(
      goal,
      what,
      proved.find(({ id }) => id === proof),
    ),
  );
  return `# What can be trusted, and how far

Made by \`npm run prove\` from the results in \`docs/proof/\`. A goal *held* where every attempt went well and the control, which breaks the
thing on purpose, was found. Where nothing stands under "control", none was recorded with that result.

| goal | | attempts | failures | control | seed | commit, day |
|---|---|---|---|---|---|---|
${rows.join('\n')}

${openWords(proved)}

## What cannot be claimed

- Power loss on real disks: the machine that ran this cannot take its own power away. Flushing is counted instead (G2).
- Transport and names as deployed: TLS, DNS and the proxy in front are the operator's.
- A test by outsiders: nobody who is paid to break in has tried.
- What people do: who is told a password on the telephone, which paper is left on a desk.
- Counts that are meant to count everyone say how many stand behind walls, and never who (decisions 0006 and 0045).
- Documents that an adviser attaches: nobody looks for viruses in them. V5.4.3 of ASVS 5.0, of level 2 and not asked below, does not hold (decision 0065).

## ASVS 5.0

${asvs()}`;
}

function row(goal: string, what: string, of: Proved | undefined): string {
  if (of === undefined) return `| ${goal} | ${what}: **not yet proved** | | | | | |`;
  const verdict = of.failures === 0 ? 'held' : '**did not hold**';
  const controls = Object.entries(of.figures).filter(([name]) => /control/i.test(name));
  const control = controls.map(([name, found]) => `${name}: ${found}`).join('; ');
  return `| ${goal} | ${what}: ${verdict} | ${of.attempts} | ${of.failures} | ${control} | ${of.seed} | ${of.commit}, ${of.ranOn} |`;
}

function openWords(proved: readonly Proved[]): string {
  const ids = new Set(proved.map(({ id }) => id));
  const open = GOALS.filter(([goal, , proof = goal]) => !ids.has(proof)).map(([goal]) => goal);
  const broken = GOALS.filter(([goal, , proof = goal]) => proved.some((one) => one.id === proof && one.failures > 0)).map(([goal]) => goal);
  const said = (list: readonly string[]) => (list.length === 0 ? 'none' : list.join(', '));
  return `Not yet proved: ${said(open)}. Did not hold: ${said(broken)}; why stands in \`docs/proof/README.md\`.`;
} // biome-ignore format: a chain reads in one line

function asvs(): string {
  const all = requirements();
  const asked = all.filter(({ doesNotApply }) => doesNotApply === undefined);
  const chapters = [...new Set(all.map(({ chapter }) => chapter))];
  const lines = chapters.map((chapter) => {
    const of = asked.filter((one) => one.chapter === chapter);
    const part = (level: 1 | 2) => {
      const some = of.filter((one) => one.level === level);
      return some.length === 0 ? '' : `${some.filter(({ tests }) => tests.length > 0).length} of ${some.length}`;
    };
    const missing = of.filter(({ tests }) => tests.length === 0).map(({ id }) => id);
    const apart = all.filter((one) => one.chapter === chapter && one.doesNotApply !== undefined).map(({ id }) => id);
    return `| ${chapter} | ${part(1)} | ${part(2)} | ${missing.join(', ')} | ${apart.join(', ')} |`;
  });
  const named = asked.filter(({ tests }) => tests.length > 0);
  const count = (level: 1 | 2) => `${named.filter((one) => one.level === level).length} of ${asked.filter((one) => one.level === level).length}`;
  return `Of the requirements that a test can show, these stand in the title of a test (level 1: ${count(1)}; level 2 of V4, V6 to V8, V14 to V16:
${count(2)}). The others may hold, and nothing here shows it. What does not apply is counted nowhere.

| chapter | level 1 | level 2 | without a test that names it | does not apply |
|---|---|---|---|---|
${lines.join('\n')}

${named.map(({ id, tests, butFor }) => `- V${id}: ${tests.map((file) => `\`${file}\``).join(', ')}${butFor === undefined ? '' : `. But for this: ${butFor}`}`).join('\n')}

Without a test, and why:

${all.filter(({ tests, notShown }) => tests.length === 0 && notShown !== undefined).map(({ id, notShown }) => `- V${id}: ${notShown}`).join('\n')}

What does not apply, and why:

${all.filter(({ doesNotApply }) => doesNotApply !== undefined).map(({ id, doesNotApply }) => `- V${id}: ${doesNotApply}`).join('\n')}
`;
} // biome-ignore format: a chain reads in one line
