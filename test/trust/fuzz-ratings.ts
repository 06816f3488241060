import type { World } from '../support/world.ts';
import { frozenCase, insert, personOnRecord, type Records, staffOf } from './records.ts';

type Raw = Record<string, string | readonly string[]>;

/** A child whose case is open, and whom no manager works with. */
async function openCase(world: World): Promise<Records> {
  const personId = await personOnRecord(world);
  const why = { basis: 'decided', basis_words: 'Help at home.', began_on: '2026-11-20' };
  await insert(world, 'period_of_service', { person_id: personId, kind: 'in need', ...why });
  return { personId };
}

/** A first rating, on the day that its colour asks for. */
async function ratedAnew(raw: Raw): Promise<void> {
  for (const name of ['follows', 'lookAgainOn', 'proposesClosing']) delete raw[name];
  raw['harm'] = 'amber';
}

/** A case of the exercise that goes on, which nobody has yet. */
async function caseInTurn(world: World): Promise<Records> {
  const { personId = '' } = await openCase(world);
  return { personId, ...(await frozenCase(world, personId)), hugo: await staffOf(world, 'hugo') };
}

/** Nothing is open any more but one case, so that freezing takes as long as on a small island. */
async function noExercise(world: World): Promise<Records> {
  await world.rows(
    `update rating_exercise set closed_at = greatest(now(), frozen_at), closed_by = frozen_by where closed_at is null;
     alter table period_of_service disable trigger user;
     update period_of_service set ended_on = greatest(began_on, current_date), ended_reason = 'died' where ended_on is null;
     alter table period_of_service enable trigger user`,
  );
  return openCase(world);
}

/** Dealt to one who rates cases. */
async function dealtToHugo(raw: Raw, _world: World, subject: Records): Promise<void> {
  for (const key of Object.keys(raw)) if (key.startsWith('managers.')) delete raw[key];
  raw['managers.0.id'] = subject['hugo'] ?? '';
  raw['managers.0.takesPart'] = 'yes';
}

/** To one who rates cases, from nobody. */
async function passedToHugo(raw: Raw, _world: World, subject: Records): Promise<void> {
  delete raw['has'];
  raw['to'] = subject['hugo'] ?? '';
}

/** With a note: cases are left. */
async function withNote(raw: Raw): Promise<void> {
  if ((raw['note'] ?? '') === '') raw['note'] = 'Snow.';
}

/** A first rating, on the day that its colour asks for, from no table. */
async function ratedInTurn(raw: Raw): Promise<void> {
  await ratedAnew(raw);
  delete raw['from'];
}

type Bend = (raw: Raw, world: World, subject: Records) => Promise<void>;

/** What the actions of ratings and exercises are done to. */
export const RATING_MAKERS: readonly (readonly [string, (world: World) => Promise<Records>])[] = [
  ['case rating: make', openCase],
  ['rating exercise: begin', noExercise],
  ['/rating-exercises/', caseInTurn],
  ['/rating-cases/', caseInTurn],
];

/** The answers that chance alone would never get right. */
export const RATING_BENDS: Readonly<Record<string, Bend>> = {
  'case rating: make': ratedAnew,
  'case rating: make in an exercise': ratedInTurn,
  'rating exercise: deal': dealtToHugo,
  'rating exercise: close': withNote,
  'rating case: pass on': passedToHugo,
};
