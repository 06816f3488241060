import type { ChildStatementKind } from '../../profile/code-sets/child-statements.ts';

/** Short sentences of how a child is, by what they are about. Invented; no child said them. */
export const STATEMENTS: Readonly<Record<ChildStatementKind, readonly string[]>> = {
  worry: [
    'Is often alone in the evening.',
    'Loud arguments at night, twice a week.',
    'Comes to school without breakfast.',
    'Nobody knows who is at home on weekends.',
    'Has missed three appointments at the hospital.',
    'Sleeps little and falls asleep in class.',
    'Is out late, and does not say with whom.',
    'The flat is damp, and the cough does not go.',
    'Mum says that she cannot manage the two of them at once.',
    'Looks after the little ones when Dad is ill.',
  ],
  'going well': [
    'The grandmother is there every day.',
    'School has been on time since spring.',
    'Both parents come to each meeting.',
    'Has a best friend next door.',
    'Dad has not drunk since the summer.',
    'Mum asks for help before it gets bad.',
    'Loves the swimming club and never misses it.',
    'Bedtime is the same every night.',
  ],
  proud: [
    'I can swim without holding on.',
    'I looked after my sister when she was ill.',
    'My picture hangs in the corridor at school.',
    'I scored in the last match.',
    'I read a whole book by myself.',
    'I told somebody when it was bad.',
    'I make the best pancakes.',
  ],
  'worries me': [
    'That we have to move again.',
    'When they shout behind the door.',
    'That Mum is sad and I do not know why.',
    'Being asked about home in front of others.',
    'That nobody picks me up.',
    'That my brother has to go somewhere else.',
    'The man who comes on Fridays.',
  ],
  trust: [
    'Nan.',
    'My teacher, most of the time.',
    'My big sister.',
    'The lady at the breakfast club.',
    'Dad, when he is well.',
    'My friend’s mum.',
    'The dog, and Grandad.',
  ],
};
