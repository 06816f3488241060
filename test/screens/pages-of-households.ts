import type { Shown, Step } from './walk.ts';

const TO_HOUSEHOLD: readonly Step[] = [
  'main a[href^="/people/"]',
  'a[href$="/details"].c-tabs__link',
  'main a[href$="/household"]',
];
const MOVES_IN: Step = 'main a[href$="/household-memberships/new"]';
const MOVES: Step = 'main a[href$="/household-moves/new"]';
const ONE: Step = 'main a[href^="/household-memberships/"]';
const FIND: Step = { type: { q: 'a' }, press: 'main form[action="/searches"] button' };
const WITH: Step = 'main a[href*="?with="]';
const press = (end: string) => `main form[action$="${end}"] button.govuk-button`;
const shown = (name: string, ...steps: readonly Step[]): Shown => ({
  name,
  who: 'social worker',
  at: '/desk',
  steps: [...TO_HOUSEHOLD, ...steps],
});

const SAME = 'main a[href$="/duplicates/new"]';
/** Somebody who may compare two records finds the other one. */
const same = (name: string, ...steps: readonly Step[]): Shown => ({
  name,
  who: 'hub manager',
  at: 'find: limpet',
  steps: ['main a[href^="/people/"]', 'a[href$="/details"].c-tabs__link', SAME, ...steps],
});

/** With whom a child lives: the page, somebody moving in and out, a whole household that moves, and what was wrong. */
export const PAGES_OF_HOUSEHOLDS: readonly Shown[] = [
  shown('48-household'),
  shown('48-household-find', MOVES_IN),
  shown('48-household-found', MOVES_IN, FIND),
  shown('48-household-moves-in', MOVES_IN, FIND, WITH),
  shown('48-household-moves-in-nothing-said', MOVES_IN, FIND, WITH, {
    press: press('/household-memberships'),
  }),
  shown('48-household-moves', MOVES),
  shown('48-household-moves-nothing-said', MOVES, { press: press('/household-moves') }),
  shown('48-household-of-one', ONE),
  shown('48-household-moves-out-nothing-said', ONE, { press: press('/endings') }),
  shown('48-household-taken-back-nothing-said', ONE, { press: press('/withdrawals') }),
  same('49-same-person'),
  same('49-same-person-found', FIND),
  same('49-same-person-compared', FIND, { press: press('/duplicates') }),
  shown('48-household-put-right-nothing-said', ONE, { press: press('/corrections') }),
];
