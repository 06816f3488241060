import type { Shown, Step } from './walk.ts';

const CASE = 'main th a[href^="/sampled-cases/"]';
const NEW = 'main a[href$="/documents/new"]';
const TAKE = 'main a[href*="/documents/"]:not([href$="/new"])';
const PRESS = 'main form[action$="/documents"] button.govuk-button';
const ATTACHED: Step = {
  type: { words: 'What I noticed when I read this case.', file: 'notes on this case.txt' },
  press: PRESS,
};
const shown = (name: string, ...steps: readonly Step[]): Shown => ({
  name,
  who: 'adviser',
  at: '/sampled-cases',
  steps: [CASE, ...steps],
});

/** What an adviser attaches to a case: asked for, refused, attached, and taken away by both who may. */
export const PAGES_OF_SAMPLED_CASES: readonly Shown[] = [
  shown('44-sampled-case-attach', NEW),
  shown('44-sampled-case-attach-nothing-said', NEW, { press: PRESS }),
  shown('44-sampled-case-attached', NEW, ATTACHED),
  { ...shown('44-sampled-case-document', TAKE), isNoPage: true },
  {
    name: '44-case-sample-with-document',
    who: 'head of service',
    at: '/case-samples',
    steps: ['main th a'],
    has: TAKE,
  },
  {
    name: '44-case-sample-document',
    who: 'head of service',
    at: '/case-samples',
    steps: ['main th a', TAKE],
    isNoPage: true,
  },
];
