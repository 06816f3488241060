import type { RatingColour } from '../../profile/code-sets/rating-colours.ts';

/** Why a contact was rated so. */
export const RATED: Readonly<Record<RatingColour, readonly string[]>> = {
  red: [
    'Somebody could be hurt tonight, and the children are there.',
    'A mark that is not explained, and the child is afraid to go home.',
    'An adult who cannot be calmed, and children in the home.',
  ],
  amber: [
    'Serious, and nobody is in danger in the next hours.',
    'It has happened before, and the last plan did not hold.',
    'Needs to be put together with what others know.',
  ],
  green: [
    'Help is wanted, and the family asks for it themselves.',
    'Nobody is in danger, and the family agrees.',
    'Has gone on for a while and can be thought about in peace.',
  ],
  blue: ['A question. An answer by telephone is enough.', 'Something to know, and nothing to do today.'],
};
