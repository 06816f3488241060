/** What a worker writes for a colleague who takes a child over. Invented. */
export const HANDED: readonly string[] = [
  'We said goodbye together at the last visit, and the children know your name. The next visit is agreed with the mother.',
  'The family knows and agrees. What was agreed and what is still open stands in my last note.',
  'A joint visit is booked for next week. Please ring the school before you go: they expect it.',
  'They take a while to trust. It helps to come on the day that was said, and to bring the drawing things.',
  'The plan is clear and half done. Mornings are what is left. The grandmother is a great help.',
];

/** The same of somebody who leaves. Invented. */
export const LEAVING: readonly string[] = [
  'I leave today. The children know since three weeks, and we drew a card together. Everything that is agreed is written down.',
  'It is my last day. The family met you on the joint visit. The review is next, and the mother would like you to be there.',
  'I told each of the children myself. Please do not let too long pass before the first visit.',
];

/** The same when a child passes to another team. Invented. */
export const PASSED: readonly string[] = [
  'The assessment is done, and the family wants the help that was agreed. They were told that another team goes on from here.',
  'More is needed than an assessment. What the children said and what both parents think of it stands in the assessment.',
  'Passed on with the plan. School and health visitor know who comes next. The first visit is due soon.',
];

/** Why somebody declined. Invented. */
export const BUSY: readonly string[] = [
  'I have two court reports this month and could not visit in time. Please ask somebody who can.',
  'I know a relative of theirs well, so it should be somebody else.',
  'I am away for two weeks from Monday. They should not have to wait.',
];
