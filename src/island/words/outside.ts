/** What something is shared for, in the words that the agency reads. Invented. */
export const SHARED_FOR: readonly string[] = [
  'So that we carry out the same plan, and nobody has to tell it twice.',
  'So that you know whom to ring, and what not to ask in front of others.',
  'So that help begins at school and at home in the same week.',
];

/** Why it is shared without consent, which the agency does not read. Invented. */
export const WITHOUT_CONSENT: readonly string[] = [
  'Decided by the team manager: the plan needs them, and nobody with parental responsibility could be reached.',
  'Decided by the team manager: asking first might have put the child at risk.',
];

/** What somebody agreed to. Invented. */
export const AGREED_TO: readonly string[] = [
  'They may know which school it is and who works with us.',
  'They may know about the plan, and not about the time before.',
];

/** Why a share ended early. Invented. */
export const ENDED_FOR: readonly string[] = [
  'Their part is done.',
  'The family has moved to another school.',
];

/** What an agency told the worker. Invented. */
export const TOLD_BY_AGENCY: readonly string[] = [
  'He comes on time again, and eats with the others.',
  'We could not reach anybody at home for two days. Is somebody going there?',
];
