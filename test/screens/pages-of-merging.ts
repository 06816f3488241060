import { INVITATION, WITH_CODES } from './brought-by-time.ts';
import type { Shown, Step } from './walk.ts';

const PAIR: Step = 'main th a[href^="/duplicates/"]';
const MERGE: Step = 'main a[href$="/merges/new"]';
const sent = (action: string): Step => ({ press: `main form[action$="${action}"] button.govuk-button` });
const MERGED: Step = {
  type: {
    keptId: 'first',
    identifiers: 'date of birth|family name',
    reason: 'One mother, one school place.',
  },
  press: 'main form[action$="/merges"] button.govuk-button',
};
const shown = (name: string, at: string, ...steps: readonly Step[]): Shown => ({
  name,
  who: 'hub manager',
  at,
  steps,
});

/** Two records that may be of one child, made one, and two again; and what a night, a mail or a telephone brings. */
export const PAGES_OF_MERGING: readonly Shown[] = [
  shown('23-duplicates', '/duplicates'),
  shown('23-duplicate', '/duplicates', PAIR),
  shown('23-duplicate-nothing-said', '/duplicates', PAIR, sent('/answers')),
  shown('23-merge-new', '/duplicates', PAIR, MERGE),
  shown('23-merge-nothing-said', '/duplicates', PAIR, MERGE, sent('/merges')),
  shown('23-merge', '/duplicates', PAIR, MERGE, MERGED, '.c-identity a[href*="/merges/"]'),
  shown('23-merges', '/merges'),
  shown('23-merge-undoing', '/merges', 'main a[href*="/merges/"]', 'main a[href$="/undoings/new"]'),
  {
    name: '25-look-review',
    who: 'head of service',
    at: '/look-reviews',
    steps: ['main a[href^="/look-reviews/"]'],
  },
  { name: '36-invitation', at: `/invitations/${INVITATION}` },
  {
    name: '08-second-step-asked',
    at: '/sign-in',
    steps: [{ type: WITH_CODES, press: 'form[action="/sign-in"] button[type="submit"]' }],
  },
];
