import { setTimeout as pause } from 'node:timers/promises';
import type { Browser, Page } from 'playwright-core';
import { openBrowserToKill } from '../support/browser.ts';

/** What was typed, and the instant after each key. */
export type Typed = { text: string; readonly at: number[] };

/** A browser of its own process, with everything somebody has open in it. */
export type Sitting = { readonly browser: Browser; newPage(): Promise<Page>; kill(): Promise<void> };

/** Sits down at a new browser that knows nothing of any earlier one. */
export async function sitDown(): Promise<Sitting> {
  const { browser, kill } = await openBrowserToKill();
  const context = await browser.newContext({ locale: 'en-GB', timezoneId: 'Europe/Jersey' });
  const newPage = async () => {
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    return page;
  };
  return { browser, newPage, kill };
}

/** Signs in as somebody of the demonstration, and opens a page. */
export async function signIn(page: Page, address: string, name: string, to: string): Promise<void> {
  await page.goto(`${address}/sign-in?to=${encodeURIComponent(to)}`);
  await page.getByRole('button', { name: new RegExp(name) }).click();
  await page.waitForURL((url) => url.pathname === to);
}

const WORDS =
  'she came late again and had not eaten since the day before, said her teacher – Zoë’s brother too. '.split(
    '',
  );

/** Types without a pause, key by key as people do, for so many milliseconds. */
export async function typeFor(
  page: Page,
  control: string,
  typed: Typed,
  milliseconds: number,
): Promise<void> {
  await page.locator(control).focus();
  const until = Date.now() + milliseconds;
  while (Date.now() < until) {
    const sign = WORDS[typed.text.length % WORDS.length] ?? ' ';
    await page.keyboard.type(sign);
    typed.text += sign;
    typed.at.push(Date.now());
    await pause(20 + Math.random() * 90);
  }
}

/** How old the oldest key was that is not in what was kept, when everything ended; undefined where something else was kept. */
export function lostMilliseconds(typed: Typed, kept: string, endedAt: number): number | undefined {
  if (!typed.text.startsWith(kept)) return undefined;
  const first = typed.at[kept.length];
  return first === undefined ? 0 : Math.max(0, endedAt - first);
}

/** Walks to the question of what is happening. */
export async function reachTelling(page: Page, address: string, path: string): Promise<void> {
  await page.goto(`${address}${path}`);
  await page.locator('[name="danger"][value="no"]').check();
  await press(page, 'on');
  await page.locator('[name="happening"]').waitFor();
}

/** The same, writing down the code to come back with, and gives that code. */
export async function beginTelling(page: Page, address: string, path: string): Promise<string> {
  await reachTelling(page, address, path);
  await press(page, 'stop');
  const code = (await page.locator('.c-code').textContent()) ?? '';
  await page.locator('main form button').first().click();
  await page.locator('[name="happening"]').waitFor();
  return code;
}

/** Comes back with the code, at a browser that was never there. */
export async function comeBack(page: Page, address: string, code: string): Promise<void> {
  await page.goto(`${address}/come-back`);
  await page.locator('[name="code"]').fill(code);
  await page.locator('main form button').first().click();
  await page.locator('[name="happening"]').waitFor();
}

/** Presses the seen button that leads there. */
export async function press(page: Page, go: string): Promise<void> {
  await page.locator(`button[name="go"][value="${go}"]:not([aria-hidden])`).first().click();
}
