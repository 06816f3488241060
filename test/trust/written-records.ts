import { randomUUID } from 'node:crypto';
import type { World } from '../support/world.ts';
import { insertAll, staffOf } from './records.ts';

const DAY = '2026-11-20';
const LATER = '2026-11-20T11:00:00Z';

/** The period is proposed for closing by Tess, and somebody of another closing that ended is to be told. */
export async function closingOf<Of extends { periodId: string }>(world: World, personId: string, of: Of) {
  const [closingId, letterId, tess] = [randomUUID(), randomUUID(), await staffOf(world, 'tess')];
  const own = { closing_id: closingId, person_id: personId };
  const words = {
    reason: 'no longer in need',
    reached: 'Mornings.',
    come_back: 'Ring us.',
    others_told: 'Nobody.',
  };
  await insertAll(world, [
    ['closing', { id: closingId, person_id: personId, period_of_service_id: of.periodId, ...words, proposed_by: tess, proposed_at: LATER }],
    ['closing_view', { ...own, whose: 'child', words: 'I can do it.' }],
    ['closing_view', { ...own, whose: 'parent', named: 'Rosa Barnacle', why_not: 'not reached' }],
    ['closing_letter', { id: letterId, ...own, named: 'Rosa Barnacle', way: 'in person', language: 'en', words: 'It ends.', made_at: LATER }],
  ]); // biome-ignore format: a table reads as a table
  return { ...of, closingId, letterId };
}

/** A case note of Tess, and a decision of Mira with something that Tess must do. */
export async function writtenOf(world: World, personId: string) {
  const [tess, mira] = [await staffOf(world, 'tess'), await staffOf(world, 'mira')];
  const [note, noteId, managementDecisionId, decisionActionId] = [
    randomUUID(),
    randomUUID(),
    randomUUID(),
    randomUUID(),
  ];
  const of = { person_id: personId };
  const decided = {
    occasion: 'supervision',
    decided_on: DAY,
    decided: 'Visit weekly.',
    why: 'The nights are hard.',
  };
  await insertAll(world, [
    ['case_note', { id: note, kind: 'telephone', happened_on: DAY, words: 'She eats again.', written_by: tess }],
    ['case_note_child', { id: noteId, case_note_id: note, ...of }],
    ['management_decision', { id: managementDecisionId, ...of, ...decided, signed_by: mira, signed_at: LATER }],
    ['management_decision_action', { id: decisionActionId, management_decision_id: managementDecisionId, ...of, what: 'Ask the school.', staff_id: tess, due_on: DAY }],
  ]); // biome-ignore format: a table reads as a table
  return { noteId, managementDecisionId, decisionActionId };
}

/** On the register of complex cases, with a thinking time that was booked. */
export async function complexOf(world: World, personId: string) {
  const [tess, mira] = [await staffOf(world, 'tess'), await staffOf(world, 'mira')];
  const [complexCaseId, thinkingTimeId, partId] = [randomUUID(), randomUUID(), randomUUID()];
  const of = { person_id: personId };
  await insertAll(world, [
    ['complex_case', { id: complexCaseId, ...of, entered_on: DAY, entered_by: mira, entered_why: 'Many work with them.', lead_id: tess }],
    ['thinking_time', { id: thinkingTimeId, complex_case_id: complexCaseId, ...of, booked_on: DAY, booked_minutes: 60, booked_by: tess, who: 'All.' }],
    ['complex_case_agency', { id: partId, complex_case_id: complexCaseId, ...of, named: 'The harbour school' }],
  ]); // biome-ignore format: a table reads as a table
  return { complexCaseId, thinkingTimeId, partId };
}
