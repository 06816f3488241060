import type { RawAnswers } from '../../platform/forms/raw-answers.ts';
import { valueIn, valuesIn } from '../../platform/html/answers.ts';
import type { NewContact } from '../../practice/hub/contact/index.ts';
import { rowOf } from '../../profile/code-sets/code-set.ts';
import { CONTACT_SOURCES } from '../../profile/code-sets/contact-sources.ts';
import type { FamilyPermission } from '../../profile/code-sets/family-permission.ts';
import type { MessageKey } from '../catalogue/messages.ts';
import type { Journey, Step, StepName } from './journeys.ts';
import type { PERMISSIONS, TIES, Told } from './questions.ts';

/** The pages that this person meets: nobody is told to ring who is in no danger, or asked how to be reached who left no way. */
export function stepsFor(journey: Journey, typed: RawAnswers): readonly Step[] {
  const left = new Set<StepName>();
  if (!['yes', 'not sure'].includes(valueIn(typed, 'danger') ?? '')) left.add('call');
  if (!mayBeReached(typed)) left.add('safe').add('careful');
  return journey.steps.filter(({ name }) => !left.has(name));
}

/** The page of this journey with a name; the first where a browser names another. */
export function stepNamed(journey: Journey, name: unknown): Step {
  return journey.steps.find((step) => step.name === name) ?? firstStep(journey);
}

/** The page that follows; the last is followed by itself. */
export function stepAfter(journey: Journey, typed: RawAnswers, at: StepName): Step {
  return neighbour(journey, typed, at, 1);
}

/** The page before; the first stays. */
export function stepBefore(journey: Journey, typed: RawAnswers, at: StepName): Step {
  return neighbour(journey, typed, at, -1);
}

/** How far somebody is, counting questions alone. */
export function progressOf(
  journey: Journey,
  typed: RawAnswers,
  at: StepName,
): { readonly done: number; readonly of: number } {
  const questions = stepsFor(journey, typed).filter(({ question }) => question !== undefined);
  return { done: 1 + questions.findIndex(({ name }) => name === at), of: questions.length };
}

/** What a page asks for before it goes on, unless somebody says that they cannot answer it. */
export function missingOn(
  journey: Journey,
  at: StepName,
  typed: RawAnswers,
): readonly { readonly field: string; readonly key: MessageKey }[] {
  const asked: Partial<Record<StepName, readonly (readonly [string, MessageKey])[]>> = {
    danger: [['danger', 'danger.required']],
    happening: [['happening', 'happening.required']],
    who: journey.name === 'worried' ? [['tie', 'who.tie.required']] : [],
    safe: [['safeWays', 'safe.required']],
    family: [
      ['familyKnows', 'family.required'],
      ['mayBeNamed', 'family.required'],
    ],
    permission: [['permission', 'permission.required']],
  };
  return (asked[at] ?? []).filter(([field]) => isBlank(typed, field)).map(([field, key]) => ({ field, key }));
}

/** What cannot both be meant. It is asked again, because guessing could put somebody in danger. */
export function contradictionsOn(
  at: StepName,
  typed: RawAnswers,
): readonly { readonly field: string; readonly key: MessageKey }[] {
  const ways = valuesIn(typed, 'safeWays');
  const isBoth = at === 'safe' && ways.includes('not at all') && ways.length > 1;
  return isBoth ? [{ field: 'safeWays', key: 'safe.contradiction' }] : [];
}

/** What is sent: blanks are no answers, so the same words have the same meaning however often the pages were turned. */
export function withoutBlanks(typed: RawAnswers): RawAnswers {
  return Object.fromEntries(Object.entries(typed).filter(([name]) => !isBlank(typed, name)));
}

/** Says whether there is anything for anybody to act on: the language of a page and "no danger" alone are nothing. */
export function isSomethingTold(typed: RawAnswers): boolean {
  const { language: _, danger, ...rest } = withoutBlanks(typed);
  return Object.keys(rest).length > 0 || danger === 'yes' || danger === 'not sure';
}

const BY_TIE: Readonly<Record<(typeof TIES)[number], string>> = {
  relative: '1A',
  friend: '1B',
  else: '1D',
  'not said': '1D',
};
const BY_PERMISSION: Readonly<Record<(typeof PERMISSIONS)[number], FamilyPermission>> = {
  yes: 'given',
  'ask first': 'sought',
  no: 'refused',
};
/** Stands where somebody sent everything but a description. Read by workers, and in no one's voice. */
const NO_WORDS = '(Nothing was written about what is happening.)';

/** The contact that the answers make. `language` is the one in which the pages were read and so, as far as we know, answered. */
export function contactFrom(
  journey: Journey,
  told: Told,
  { toldAt, language }: { toldAt: Date; language: string },
): NewContact {
  const inDanger = told.danger === 'yes';
  return {
    channel: 'public form',
    source: sourceOf(journey, told),
    about: journey.name === 'worried' || inDanger ? 'safeguarding concern' : 'help',
    toldAt,
    words: told.happening ?? NO_WORDS,
    wordsLanguage: language,
    goingWell: told.goingWell,
    helpWanted: told.helpWanted,
    immediateDanger: told.danger === 'not sure' ? undefined : told.danger && inDanger,
    permission: told.permission && BY_PERMISSION[told.permission],
    permissionWords: told.permissionWords,
    familyKnows: told.familyKnows,
    referrer: referrerFrom(journey, told, language),
    children: journey.voice === 'young' ? [themselves(told)] : childrenFrom(told),
    familyMembers: [],
  };
}

function sourceOf(journey: Journey, told: Told): string {
  if (journey.voice === 'young') return '1C';
  if (journey.name === 'help') return '1A';
  const isKnown = told.name !== undefined || told.telephone !== undefined || told.email !== undefined;
  return isKnown ? BY_TIE[told.tie ?? 'not said'] : '9';
}

function referrerFrom(journey: Journey, told: Told, language: string): NewContact['referrer'] {
  const ownName = [told.givenName, told.familyName].filter(Boolean).join(' ');
  return {
    kind: rowOf(CONTACT_SOURCES, sourceOf(journey, told))?.speaksAs ?? 'anonymous',
    name: told.name ?? (ownName || undefined),
    telephone: told.telephone?.typed,
    email: told.email,
    relationToChild: told.relation ?? (told.tie === undefined ? undefined : TIE_WORDS[told.tie]),
    mayBeNamed: told.mayBeNamed,
    language: told.language ?? language,
    safeWays: told.safeWays,
    safeTimes: told.safeTimes,
    notToSay: told.notToSay,
  };
}

/** What workers read; the person chose the same in their own language. */
const TIE_WORDS: Readonly<Record<(typeof TIES)[number], string>> = {
  relative: 'Family',
  friend: 'Friend or neighbour',
  else: 'Knows the child in another way',
  'not said': 'Would rather not say',
};

function themselves({ givenName, familyName, age }: Told): NewContact['children'][number] {
  return { givenName, familyName, ageSaid: age };
}

function childrenFrom({ children, address, school }: Told): NewContact['children'] {
  const named = children.filter((child) => child.givenName || child.familyName || child.age);
  const all = named.length === 0 && (address || school) ? [{}] : named;
  return all.map((child: Partial<Told['children'][number]>) => ({
    givenName: child.givenName,
    familyName: child.familyName,
    ageSaid: child.age,
    address,
    school,
  }));
}

function mayBeReached(typed: RawAnswers): boolean {
  return !isBlank(typed, 'telephone') || !isBlank(typed, 'email');
}

function isBlank(typed: RawAnswers, name: string): boolean {
  const said = Object.hasOwn(typed, name) ? typed[name] : undefined;
  return [said ?? []].flat().every((text) => text.trim() === '');
}

function firstStep({ steps }: Journey): Step {
  const [first] = steps;
  if (first === undefined) throw new RangeError('a journey has a first page');
  return first;
}

function neighbour(journey: Journey, typed: RawAnswers, at: StepName, by: 1 | -1): Step {
  const steps = stepsFor(journey, typed);
  const index = steps.findIndex(({ name }) => name === at);
  return steps[index + by] ?? stepNamed(journey, at);
}
