import type { ContactOutcome } from '../../profile/code-sets/contact-outcomes.ts';

/** Why it was decided so, in words that a family could read. */
// biome-ignore format: sentences read as a list
export const REASONS: Readonly<Record<ContactOutcome, readonly string[]>> = {
  'advice and information': ['The family knows what it wants to do and asked where to turn. We told them.', 'Nobody is at risk. What was asked for is open to every family, and we said how to get it.', 'We talked it through on the telephone and they were content with that.'],
  'early help offered': ['Things have been hard for a while and would get harder without help. The parents want it to change.', 'Home and school both see it, and one person holding it together would help.', 'The children are cared for, and there is more on these parents than two people can carry.', 'The family asked for help before it got worse, and this is the help for it.'],
  'referral to social care': ['It has happened more than once, and what was tried has not made it safe.', 'A child may be hurt, and we need a social worker to see the children and talk with everybody.', 'What was told by school and police together is serious, and we cannot judge it from a desk.', 'The parents cannot keep the children safe at the moment without help, and they have said so.'],
  'another agency': ['Another service can do this better than we can, and the family agreed that we pass it on.', 'What is needed is one thing, and one agency gives it.'],
  'already open': ['A worker already knows this family. It was passed to them the same day.', 'It belongs to a plan that is running, and the worker takes it up.'],
  'no further action': ['It was put right before we were told, and nobody is at risk now.', 'What was told was looked into and does not bear on the child’s safety or wellbeing.', 'The same event was told before and is being dealt with.'],
  'child mental health': ['What is needed is treatment, and the mental health service gives it.'],
  'youth service': ['A youth worker can be there in the evenings, which is when it is needed.'],
  probation: ['Somebody is already supervised, and it belongs there.'],
  'police only': ['It is a matter for the police, and no child was touched by it.'],
  'single agency continues': ['The school already does what is needed, and the family is content with it.', 'The health visitor goes on visiting and will tell us if it changes.'],
  'transfer in': ['The family has moved here with a plan that another place began.'],
};

/** What advice was given. */
export const ADVICE: readonly string[] = [
  'Told about the drop-in for parents on Tuesdays and the evening group for fathers.',
  'Talked about bedtime, gave the number of the health visitor, and sent the page on sleep.',
  'Explained how to ask for a short break and what is asked in return.',
  'Gave the number of the housing advice line, and said what to bring.',
  'Talked through what to say to the children about the separation.',
  'Said where young people can talk to somebody without an appointment.',
];

/** Why social care did not take something on, in words for the hub and whoever told us. */
export const NOT_TAKEN_ON: readonly string[] = [
  'The family accepted early help on the telephone, and that is enough for now.',
  'The children were seen the same day with a grandparent and are safe there. No assessment is needed.',
  'It is a matter between the parents for the court, with no concern for the children’s care.',
];

/** What partner agencies hold, by kind of agency; the last stands for every other kind. */
// biome-ignore format: sentences read as a list
export const HELD: Readonly<Record<string, readonly string[]>> = {
  police: ['Three call-outs to the address in twelve months, all for shouting. No arrest.', 'One report of domestic abuse in the spring, withdrawn later. A former partner is on bail not to come near.', 'No offences. Known as a witness only.'],
  health: ['Two visits to the emergency department this year, both explained by falls at play.', 'Appointments kept. Growth as expected. The doctor has no worry about the care.', 'Mother is treated for low mood and keeps her appointments.'],
  education: ['Attendance 84 per cent. The school has a worry on record from November about clothing.', 'No exclusions. A reading group and a free breakfast since September.', 'Two worries on record: tired, and collected late four times.'],
  housing: ['Tenant since 2021, two months behind with the rent, a plan to pay is kept.', 'Damp reported twice. Work is ordered for next month.'],
  other: ['Known to us since the summer. A worker sees the mother each fortnight.', 'Was known two years ago, closed by agreement.'],
};
