import type { CaseColour } from '../../profile/code-sets/case-ratings.ts';

/** Why the risk of harm was rated so. Invented. */
export const RATED_HARM: Readonly<Record<CaseColour, readonly string[]>> = {
  green: [
    'Seen alone twice, and nothing new.',
    'The children say that it is calm, and school agrees.',
    'What we were told of has not come again for four months.',
    'Three grown-ups look out for them, and each of them rings.',
  ],
  amber: [
    'Two of the last four visits were missed.',
    'It is better on weekdays. Weekends are still the grandmother’s word alone.',
    'Money is gone before the month is, and then it gets loud.',
    'The plan is kept by one parent and not by the other.',
  ],
  red: [
    'The police were there twice in two weeks, and the little ones saw it.',
    'The youngest has not been seen for three weeks.',
    'A bruise, and three stories of it.',
    'The person who was to stay away is back in the home.',
  ],
};

/** Why the risk of a breakdown of the family was rated so. Invented. */
export const RATED_BREAKDOWN: Readonly<Record<CaseColour, readonly string[]>> = {
  green: [
    'Nobody speaks of living elsewhere.',
    'The family has its own plan for bad days and uses it.',
    'Home is steady, and the grandparents are near.',
  ],
  amber: [
    'The mother has said twice that she cannot go on alone.',
    'The eldest sleeps at friends more often than at home.',
    'The landlord wants the flat back by summer.',
  ],
  red: [
    'The parents have asked whether one of them can live elsewhere.',
    'The placement with the aunt ends this month, and nothing comes after it.',
    'Both parents are ill, and the neighbour cannot do it any longer.',
  ],
};

/** What will be done, by the higher of the two. Invented. */
export const RATED_TO_DO: Readonly<Record<CaseColour, readonly string[]>> = {
  green: [
    'Visit as planned. Talk with the family about how it could end.',
    'Nothing beyond the plan.',
    'School rings if anything changes.',
  ],
  amber: [
    'See the children alone within a week, and the father too.',
    'One meeting with school and health before the month is over.',
    'Bring the next visit forward and go at breakfast.',
  ],
  red: [
    'Seen today or tomorrow. Manager and worker talk the same evening.',
    'Meet with the police and health this week, and decide on the next step.',
    'Daily contact until Friday, then look at it again.',
  ],
};

/** Why a case was passed on to another manager. Invented. */
export const PASSED_ON: readonly string[] = [
  'I know the grandmother from home.',
  'I was their worker until last year.',
  'The team has changed. You have them now.',
];

/** What was put on the table. Invented. */
export const QUESTIONS: readonly string[] = [
  'Green by what we see, red by what the neighbour says. How do others weigh that?',
  'Is this one case or two? The half-brother lives with his father.',
  'Should we end this, although school would like us to stay?',
  'Who else has seen the youngest?',
];

/** What the head of service wrote when an exercise was closed. Invented. */
export const CLOSED_NOTES: readonly string[] = [
  'Every open case was looked at. Those rated red were seen within two days. Low ones are closed with the family, not from a desk.',
  'All managers took part. What was on the table was talked over on the last day.',
];
