import type { MessageKey } from '../catalogue/messages.ts';

/** One page of a journey. */
export type StepName =
  | 'danger'
  | 'call'
  | 'happening'
  | 'children'
  | 'you'
  | 'place'
  | 'well'
  | 'wanted'
  | 'who'
  | 'reach'
  | 'safe'
  | 'careful'
  | 'family'
  | 'permission'
  | 'check';

type QuestionOf<Key> = Key extends `${infer Name}.title`
  ? `${Name}.hint` extends MessageKey
    ? Name
    : never
  : never;

/** A question of the catalogue: it has a title and a hint. */
export type QuestionName = QuestionOf<MessageKey>;

/** One page of a journey and the question it asks; the pages that ask none have words of their own. */
export type Step = { readonly name: StepName; readonly question?: QuestionName };

/** A way of telling us: who speaks, at which address, and what they are asked in which words. */
export type Journey = {
  readonly name: 'worried' | 'help' | 'child' | 'young person';
  readonly path: string;
  /** Whose words the pages use. A child and a young person read the same simple ones. */
  readonly voice: 'worried' | 'help' | 'young';
  readonly steps: readonly Step[];
};

const SAFE: readonly Step[] = [
  { name: 'safe', question: 'safe' },
  { name: 'careful', question: 'careful' },
];

const YOUNG: readonly Step[] = [
  { name: 'danger', question: 'young.danger' },
  { name: 'call' },
  { name: 'happening', question: 'young.happening' },
  { name: 'well', question: 'young.well' },
  { name: 'wanted', question: 'young.wanted' },
  { name: 'you', question: 'young.you' },
  { name: 'reach', question: 'young.reach' },
  ...SAFE,
  { name: 'permission', question: 'young.permission' },
  { name: 'check' },
];

/** Every journey. The order is the order of the questions: danger first, then the words, then who and how. */
export const JOURNEYS: readonly Journey[] = [
  {
    name: 'worried',
    path: '/worried-about-a-child',
    voice: 'worried',
    steps: [
      { name: 'danger', question: 'worried.danger' },
      { name: 'call' },
      { name: 'happening', question: 'worried.happening' },
      { name: 'children', question: 'worried.children' },
      { name: 'place', question: 'worried.place' },
      { name: 'well', question: 'worried.well' },
      { name: 'wanted', question: 'worried.wanted' },
      { name: 'who', question: 'worried.who' },
      { name: 'reach', question: 'worried.reach' },
      ...SAFE,
      { name: 'family', question: 'worried.family' },
      { name: 'check' },
    ],
  },
  {
    name: 'help',
    path: '/ask-for-help',
    voice: 'help',
    steps: [
      { name: 'danger', question: 'help.danger' },
      { name: 'call' },
      { name: 'happening', question: 'help.happening' },
      { name: 'children', question: 'help.children' },
      { name: 'place', question: 'help.place' },
      { name: 'well', question: 'help.well' },
      { name: 'wanted', question: 'help.wanted' },
      { name: 'who', question: 'help.who' },
      { name: 'reach', question: 'help.reach' },
      ...SAFE,
      { name: 'permission', question: 'help.permission' },
      { name: 'check' },
    ],
  },
  { name: 'child', path: '/child', voice: 'young', steps: YOUNG },
  { name: 'young person', path: '/young-person', voice: 'young', steps: YOUNG },
];
