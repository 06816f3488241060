/** Why a case came on the register. Invented. */
export const ENTERED: readonly string[] = [
  'Five services work with this family and each has its own plan. One person is to hold it together.',
  'Nothing that was tried has lasted, and we do not understand why yet. We need time to think.',
  'Illness, debts and the move came together, and the children are pulled between two homes.',
  'Health and we see it differently. That must not be left to the family to sort out.',
  'He is sixteen, safe nowhere for long, and no placement has held for more than a month.',
];

/** Why a case left the register. Invented. */
export const LEFT: readonly string[] = [
  'One plan stands, everybody keeps to it, and the family knows whose it is.',
  'The hardest part is over. It goes on as an ordinary case, with the same worker.',
  'The placement has held for three months, and school has begun.',
];

/** Who came together to think. Invented. */
export const TOOK_PART: readonly string[] = [
  'Worker, manager, psychologist',
  'Worker, manager, school, health visitor',
  'Worker, both managers, paediatrician',
  'Worker, manager, police, housing',
];

/** Why thinking time was not held. Invented. */
export const NOT_HELD: readonly string[] = [
  'The worker was at court until evening.',
  'Two of four could not come. Booked again.',
  'A night like the last one came between. We met about that instead.',
];

/** What a review found. Invented. */
export const REVIEWED: readonly string[] = [
  'Two of the five plans are one plan now. The mother says that it is easier to keep. We go on.',
  'We had all thought that school was the problem. It is the way there. Transport is asked for.',
  'Little has moved. The lead speaks with the hospital this week, and we meet again before the month is over.',
  'The eldest came and said what she wants. It is the first time that the plan begins with that.',
  'Safer than last month. What helps is the same person at the same hour.',
];
