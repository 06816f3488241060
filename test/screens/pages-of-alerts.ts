import type { Shown, Step } from './walk.ts';

const TO_ALERTS: readonly Step[] = [
  'main a[href^="/people/"]',
  'a[href$="/details"].c-tabs__link',
  'main a[href$="/record-alerts"]',
];
const NEW: Step = 'main a[href$="/record-alerts/new"]';
const PRESS = 'main form[action$="/record-alerts"] button.govuk-button';
const PUT_UP: Step = {
  type: {
    kind: 'hazard at home',
    words: 'A dog that bites. Ring before you come.',
    told: 'yes',
    reviewOn: 'tomorrow',
  },
  press: PRESS,
};
const shown = (name: string, ...steps: readonly Step[]): Shown => ({
  name,
  who: 'social worker',
  at: '/desk',
  steps: [...TO_ALERTS, ...steps],
});

/** The alerts of a record: none, asked for, put up, and one of them. */
export const PAGES_OF_ALERTS: readonly Shown[] = [
  shown('47-alerts'),
  shown('47-alert-new', NEW),
  shown('47-alert-nothing-said', NEW, { press: PRESS }),
  shown('47-alerts-put-up', NEW, PUT_UP),
  shown('47-alert', NEW, PUT_UP, 'main th a[href^="/record-alerts/"]'),
];
