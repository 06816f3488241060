import type { Page } from 'playwright-core';

/** What hands did on a page. A letter is a key that became part of a word; a modifier held down is none of them. */
export type Touches = {
  readonly keys: number;
  readonly letters: number;
  readonly clicks: number;
  readonly taps: number;
};

/** Run in the page, before anything of its own: says of each press that a person could have made what it was. */
const LISTEN = `(() => {
  if (window.areTouchesCounted) return;
  window.areTouchesCounted = true;
  const isTyping = (at) => at.matches?.('textarea, input:not([type=radio], [type=checkbox], [type=button], [type=submit])') ?? false;
  addEventListener('keydown', (event) => {
    if (!event.isTrusted || ['Shift', 'Control', 'Alt', 'Meta'].includes(event.key)) return;
    const isLetter = event.key.length === 1 && !event.ctrlKey && !event.metaKey && isTyping(event.target);
    touched(isLetter ? 'letters' : 'keys');
  }, true);
  addEventListener('pointerdown', (event) => {
    if (event.isTrusted) touched(event.pointerType === 'touch' ? 'taps' : 'clicks');
  }, true);
})()`;

/** Begins to count on a page that is open, across all that follow on it. What comes back says how many there were since. */
export async function countTouches(page: Page): Promise<() => Promise<Touches>> {
  const seen = { keys: 0, letters: 0, clicks: 0, taps: 0 };
  await page.exposeFunction('touched', (kind: keyof Touches) => {
    seen[kind] += 1;
  });
  await page.addInitScript(LISTEN);
  await page.evaluate(LISTEN);
  return async () => {
    // What the page said before this answer has arrived before it.
    await page.evaluate('0');
    return { ...seen };
  };
}
