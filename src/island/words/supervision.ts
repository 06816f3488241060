/** What a manager decided about a case. Invented. */
export const DECIDED: readonly string[] = [
  'We go on as planned, and see each child alone before the next supervision.',
  'Visits every two weeks until the new year, then we look again.',
  'The father is to be part of the plan from now on. He is written to and rung.',
  'We ask for a family meeting within four weeks, and the family says who comes.',
  'Stays with us. It is too early to speak of ending.',
  'We work towards closing with the family, if the next two visits are as good as the last.',
  'The school is asked for what it sees each Monday. One person there rings us.',
  'The paediatrician is to see the youngest. We offer to drive.',
  'No legal step today. If another night like that comes, we meet the same morning.',
  'One plan for all the children of the family, and one person who holds it together.',
];

/** Why it was decided so. Invented. */
export const WHY: readonly string[] = [
  'What was to change has begun to change, and six weeks are too short to know that it holds.',
  'The children say that it is better, and school sees the same.',
  'We have heard the mother often and the father once. That is not fair to either.',
  'Each of us knows a part. Together it is more than any of us thought.',
  'There has been no visit at which both were seen alone.',
  'The family asks for it, and nothing speaks against it.',
  'The risk is lower than in spring and not gone: money is short again from this month.',
  'Nobody outside the home sees the youngest.',
  'The last two plans were made without them and were not kept.',
];

/** What was to be done. Invented. */
export const TO_DO: readonly string[] = [
  'Ring the health visitor and ask about weight and sleep',
  'See each child alone, at school if home is too loud',
  'Write to the father and offer two dates',
  'Ask school for attendance since the beginning of term',
  'Draw the family tree with the mother and add who could help',
  'Arrange the family meeting and book the room',
  'Read the old records and write half a page of what was tried',
  'Ask housing where they are on the list',
  'Go through the safety plan with both parents',
  'Find a place at the breakfast club',
];

/** Why something is no longer needed. Invented. */
export const NOT_NEEDED: readonly string[] = [
  'The family has done it themselves.',
  'The school had asked already and sent us the answer.',
  'They have moved to the grandmother, so it no longer arises.',
];
