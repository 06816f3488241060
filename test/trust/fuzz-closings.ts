import type { World } from '../support/world.ts';
import { insert, personOnRecord, type Records, staffOf, workWith } from './records.ts';
import { closingOf, complexOf, writtenOf } from './written-records.ts';

type Raw = Record<string, string | readonly string[]>;

/** What closings are done to, each made anew. */
export const CLOSING_MAKERS: readonly (readonly [string, (world: World) => Promise<Records>])[] = [
  ['closing: propose', inNeed],
  ['/closings/', proposedByTess],
  ['/complex-cases/', complexChild],
  ['/thinking-times/', complexChild],
  ['case note: write', writtenOfChild],
  ['case note: correct', writtenOfChild],
  ['management decision: correct', writtenOfChild],
  ['/management-decision-actions/', writtenOfChild],
  ['/closing-letters/', proposedByTess],
];

/** A child of Tess with a period of service, and nobody of the family on record. */
async function inNeed(world: World): Promise<Records> {
  const personId = await personOnRecord(world);
  const tess = await staffOf(world, 'tess');
  await insert(world, 'allocation', {
    person_id: personId,
    staff_id: tess,
    kind: 'worker',
    from_on: '2026-11-20',
  });
  return { personId, ...(await workWith(world, personId)) };
}

/** A child of Tess, with a case note and a management decision. */
async function writtenOfChild(world: World): Promise<Records> {
  const child = await inNeed(world);
  return { ...child, ...(await writtenOf(world, child['personId'] ?? '')) };
}

/** A child of Tess on the register of complex cases. */
async function complexChild(world: World): Promise<Records> {
  const child = await inNeed(world);
  return { ...child, ...(await complexOf(world, child['personId'] ?? '')) };
}

/** Proposed by Tess, of a child with whom no manager works. */
async function proposedByTess(world: World): Promise<Records> {
  const child = await inNeed(world);
  await world.rows("update allocation set ended_on = from_on where person_id = $1 and kind = 'co-worker'", [
    child['personId'],
  ]);
  return closingOf(world, child['personId'] ?? '', { ...child, periodId: child['periodId'] ?? '' });
}

/** What must fit together, put right; every other answer stays as nasty as it came. */
export const CLOSING_BENDS: Readonly<
  Record<string, (raw: Raw, world: World, subject: Records) => Promise<void>>
> = {
  'closing: propose': async (raw, _world, subject) => {
    raw['periodId'] = subject['periodId'] ?? '';
    for (const key of Object.keys(raw)) if (/^views\.(?:[3-9]|\d\d)/.test(key)) delete raw[key];
    for (const [place, of] of ['child', 'another', 'one more'].entries()) {
      raw[`views.${place}.of`] = of;
      raw[`views.${place}.words`] ||= 'We can do it ourselves.';
      delete raw[`views.${place}.whyNot`];
      if (place > 0) raw[`views.${place}.named`] ||= 'Rosa Barnacle';
    }
    delete raw['views.0.named'];
  },
  'period of service: end': async (raw) => {
    raw['endedOn'] = '20/11/2026';
    raw['reason'] = 'moved away';
  },
  'case note: write': async (raw, _world, subject) => {
    for (const key of Object.keys(raw)) if (/^children\.[1-9]/.test(key)) delete raw[key];
    raw['children.0.personId'] = subject['personId'] ?? '';
    noteOfADay(raw);
  },
  'case note: correct': async (raw, world, subject) => {
    raw['version'] = await versionOf(
      world,
      'case_note n join case_note_child c on c.case_note_id = n.id where c.id',
      subject['noteId'],
    );
    noteOfADay(raw);
  },
  'management decision: make': async (raw, _world, subject) => {
    for (const key of Object.keys(raw)) if (/^actions\./.test(key)) delete raw[key];
    raw['decidedOn'] = '20/11/2026';
    raw['actions.0.what'] = 'Ask the school.';
    raw['actions.0.named'] = subject['personId'] ?? 'Gran';
    raw['actions.0.dueOn'] = '20/11/2026';
  },
  'management decision: correct': async (raw, world, subject) => {
    raw['version'] = await versionOf(world, 'management_decision where id', subject['managementDecisionId']);
    raw['decidedOn'] = '20/11/2026';
  },
  'complex case: begin': async (raw, world) => {
    for (const key of Object.keys(raw)) if (/^agencies\./.test(key)) delete raw[key];
    raw['leadId'] = await staffOf(world, 'tess');
    raw['enteredOn'] = '20/11/2026';
  },
  'complex case: end': async (raw) => {
    raw['leftOn'] = '20/11/2026';
  },
  'complex case: review': async (raw) => {
    raw['reviewedOn'] = '20/11/2026';
  },
  'complex case: add an agency': async (raw) => {
    delete raw['agencyId'];
    raw['named'] ||= 'The harbour school';
  },
  'complex case: take an agency off': async (raw, _world, subject) => {
    raw['partId'] = subject['partId'] ?? '';
    raw['agencyLeftOn'] = '20/11/2026';
  },
  'thinking time: book': async (raw) => {
    raw['bookedMinutes'] = '60';
  },
  'thinking time: say whether it was held': async (raw) => {
    raw['outcome'] = 'not held';
    raw['why'] ||= 'The nurse was ill.';
    delete raw['heldOn'];
    delete raw['heldMinutes'];
  },
  'management decision: carry out': async (raw) => {
    raw['words'] ||= 'They moved.';
  },
};

function noteOfADay(raw: Raw): void {
  raw['happenedOn'] = '20/11/2026';
  raw['words'] ||= 'She eats again.';
  delete raw['happenedTime'];
  delete raw['toldOn'];
}

async function versionOf(world: World, of: string, id: string | undefined): Promise<string> {
  const [row] = await world.rows(`select version from ${of} = $1`, [id]);
  return String(row?.['version'] ?? 1);
}
