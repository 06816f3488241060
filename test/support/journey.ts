import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { expect } from 'vitest';
import { openBrowser } from './browser.ts';
import { openWorld, type World } from './world.ts';

/** The two screens every page is made for: a desk and a telephone. */
export const DESK = { width: 1280, height: 900 } as const;
export const TELEPHONE = { width: 375, height: 812 } as const;
const NARROWEST = 320;

/** The script of axe, put into a page once; without a frame there is nothing to put together, and no style sheet need be read again. */
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES: RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  resultTypes: ['violations'],
  preload: false,
};

/** A world that is really served, and a browser to walk through it. */
export type Journey = {
  readonly world: World;
  readonly address: string;
  /** A new browser with nothing kept, at one of the two screens. */
  visitor(screen: typeof DESK | typeof TELEPHONE, options?: { script: boolean }): Promise<Page>;
  /** The same, signed in as one of the staff of the tests. */
  worker(key: string, screen: typeof DESK | typeof TELEPHONE): Promise<Page>;
  /** Gives the browser of a page another session, as signing in in another window does. */
  signInAgain(page: Page, key: string): Promise<void>;
  close(): Promise<void>;
};

/** Opens a world of its own for one file of journeys. */
export async function openJourney(): Promise<Journey> {
  const world = await openWorld();
  const address = await world.server.listen({ host: '127.0.0.1', port: 0 });
  const browser = await openBrowser();
  const contexts: BrowserContext[] = [];
  const newPage = async (screen: typeof DESK | typeof TELEPHONE, script: boolean) => {
    const context = await contextFor(browser, screen, script);
    contexts.push(context);
    const page = await context.newPage();
    page.setDefaultTimeout(10_000);
    return page;
  };
  const signInAgain = async (page: Page, key: string) => {
    const { token } = await world.as(key);
    const url = address.replace('http:', 'https:');
    const kept = { secure: true, httpOnly: true, sameSite: 'Lax' } as const;
    await page.context().addCookies([{ name: '__Host-continuum', value: token, url, ...kept }]);
  };
  return {
    world,
    address,
    visitor: (screen, options) => newPage(screen, options?.script ?? true),
    async worker(key, screen) {
      const page = await newPage(screen, true);
      await signInAgain(page, key);
      return page;
    },
    signInAgain,
    async close() {
      await Promise.all(contexts.map((context) => context.close()));
      await browser.close();
      await world.close();
    },
  };
}

function contextFor(browser: Browser, screen: typeof DESK | typeof TELEPHONE, script: boolean) {
  return browser.newContext({
    viewport: screen,
    javaScriptEnabled: script,
    locale: 'en-GB',
    timezoneId: 'Europe/Jersey',
    reducedMotion: 'reduce',
    hasTouch: screen === TELEPHONE,
  });
}

/**
 * What holds on every state of every page: no violation that axe knows of, nothing to scroll sideways down to 320 pixels, one heading
 * of the first rank, a title, a language, and no style or script that the strict headers turned away.
 */
export async function expectSound(page: Page): Promise<void> {
  await expectSoundAsItIs(page);
  const before = page.viewportSize() ?? DESK;
  await page.setViewportSize({ width: NARROWEST, height: before.height });
  await expectNothingSideways(page);
  await page.setViewportSize(before);
}

async function expectSoundAsItIs(page: Page): Promise<void> {
  const found = await axeViolations(page);
  expect(found.join('\n'), page.url()).toBe('');
  await expectInOrder(page);
}

async function expectInOrder(page: Page): Promise<void> {
  const where = page.url();
  expect(await page.title(), `title of ${where}`).not.toBe('');
  expect(await page.locator('h1').count(), `headings of the first rank on ${where}`).toBe(1);
  await expectNothingSideways(page);
}

/** The same at a desk and then on a telephone, where the page stands: both show one document. */
export async function expectSoundOnBoth(page: Page): Promise<void> {
  await page.setViewportSize(DESK);
  await expectSoundAsItIs(page);
  await page.setViewportSize(TELEPHONE);
  await expectSound(page);
}

/** What of it needs no axe, at a desk, on a telephone and down to 320 pixels. */
export async function expectInOrderEverywhere(page: Page): Promise<void> {
  for (const width of [DESK.width, TELEPHONE.width, NARROWEST]) {
    await page.setViewportSize({ width, height: TELEPHONE.height });
    await expectInOrder(page);
  }
}

async function axeViolations(page: Page): Promise<readonly string[]> {
  expect(page.frames(), `frames of ${page.url()}`).toHaveLength(1);
  if (!(await page.evaluate<boolean>('"axe" in window'))) await page.evaluate(AXE);
  const { violations } = await page.evaluate<AxeResults>(`axe.run(document, ${JSON.stringify(RULES)})`);
  return violations.flatMap((one) =>
    one.nodes.map((node) => `${one.id}: ${node.target.join(' ')} (${one.help})`),
  );
}

/** Run in the page: the innermost element that reaches furthest to the right. */
const WIDEST = `(() => {
  const all = [...document.body.querySelectorAll('*')];
  const reach = (one) => one.getBoundingClientRect().right;
  const most = Math.max(...all.map(reach));
  const last = all.filter((one) => reach(one) === most).at(-1);
  return last.tagName + '.' + last.className;
})()`;

/** Wide tables may scroll within themselves; the page may not. */
async function expectNothingSideways(page: Page): Promise<void> {
  const beyond = await page.evaluate<number>(
    'document.documentElement.scrollWidth - document.documentElement.clientWidth',
  );
  const widest = beyond > 0 ? await page.evaluate<string>(WIDEST) : '';
  const where = `${page.viewportSize()?.width} on ${page.url()}: ${widest}`;
  expect(beyond, `pixels beyond ${where}`).toBeLessThanOrEqual(0);
}

/** Run in the page: what has the focus, and whether it looks different from when it has not. */
const FOCUS_SEEN = `(() => {
  const at = document.activeElement;
  if (at === null || at === document.body) return { name: 'the page', visible: true };
  const look = (one) => {
    const style = getComputedStyle(one);
    return [style.outlineStyle, style.outlineWidth, style.boxShadow, style.backgroundColor, style.borderColor].join(' ');
  };
  const marked = [at, at.nextElementSibling, at.parentElement].filter((one) => one !== null);
  const held = marked.map(look).join('|');
  at.blur();
  const left = marked.map(look).join('|');
  at.focus();
  return { name: at.tagName + ' ' + (at.textContent ?? '').trim().slice(0, 40), visible: held !== left };
})()`;

/** Walks with the Tab key alone: at each place one can see that one is there. */
export async function expectVisibleFocus(page: Page, steps: number): Promise<void> {
  for (let step = 0; step < steps; step += 1) {
    await page.keyboard.press('Tab');
    const seen = await page.evaluate<{ name: string; visible: boolean }>(FOCUS_SEEN);
    expect(seen.visible, `the focus on "${seen.name}" of ${page.url()} can be seen`).toBe(true);
  }
}

/** Looks for somebody from the page of finding, and waits for who was found. */
export async function lookFor(page: Page, address: string, typed: string): Promise<void> {
  await page.goto(`${address}/people`);
  await page.locator('main [name="q"]').fill(typed);
  await Promise.all([page.waitForURL(/\?search=/), page.locator('main [name="q"]').press('Enter')]);
}
