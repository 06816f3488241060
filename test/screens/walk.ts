import type { Page, Response } from 'playwright-core';
import type { Route } from './routes.ts';

/** What somebody does on a page: follows the first link that leads where they want to go, or answers something and presses a button. */
export type Step = string | { readonly type?: Readonly<Record<string, string>>; readonly press: string };

/** A page of the product as somebody reaches it: an address, and what they do from there. */
export type Shown = {
  readonly name: string;
  /** The role of whoever looks, or nobody. */
  readonly who?: string;
  readonly at: string;
  readonly steps?: readonly Step[];
  /** What stands on the page that is meant: where it does not, the next link is tried. */
  readonly has?: string;
  /** A file to take, or an address that only leads on: asked for, and nothing to photograph. */
  readonly isNoPage?: boolean;
};

/** How many links of one list are tried before it is said that none leads there. */
const TRIED = 40;

/** Walks to a page. Throws where nothing leads there. */
export async function reach(page: Page, address: string, shown: Shown): Promise<void> {
  const { at, steps = [], has } = shown;
  const before = shown.isNoPage ? steps.slice(0, -1) : steps;
  const [last] = shown.isNoPage ? steps.slice(-1) : [];
  if (shown.isNoPage && last === undefined) return take(page, `${address}${at}`);
  await begin(page, address, at);
  if (!(await walk(page, before, typeof last === 'string' ? last : has)))
    throw new Error(`nothing leads there from ${at}`);
  const [file] = typeof last === 'string' ? await hrefsOf(page, last) : [];
  if (file !== undefined) await take(page, file);
}

/** Opens the first page: an address, or what is looked for in the find box ("find: limpet"). */
async function begin(page: Page, address: string, at: string): Promise<void> {
  const [, sought] = /^find: (.+)$/.exec(at) ?? [];
  await page.goto(`${address}${sought === undefined ? at : '/people'}`);
  if (sought === undefined) return;
  await page.locator('main [name="q"]').fill(sought);
  await Promise.all([page.waitForURL(/search=/), page.locator('main [name="q"]').press('Enter')]);
}

/** Asked for from a page of the same place, as a press of its link would: a page that opened would be left without a picture. */
async function take(page: Page, url: string): Promise<void> {
  if (page.url() === 'about:blank') await page.goto(new URL('/', url).href);
  const status = await page.evaluate<number>(
    `fetch(${JSON.stringify(url)}, { redirect: 'manual' }).then((answer) => answer.status)`,
  );
  if (status >= 400) throw new Error(`answers ${status}`);
}

/** The rest of the way: the first link whose own rest leads there wins. */
async function walk(page: Page, [step, ...rest]: readonly Step[], has: string | undefined): Promise<boolean> {
  if (step === undefined) return has === undefined || (await page.locator(has).count()) > 0;
  if (typeof step !== 'string') {
    await press(page, step);
    return walk(page, rest, has);
  }
  for (const href of await hrefsOf(page, step)) {
    await page.goto(href);
    if (await walk(page, rest, has)) return true;
  }
  return false;
}

async function hrefsOf(page: Page, selector: string): Promise<readonly string[]> {
  const links = await page.locator(selector).all();
  const hrefs = await Promise.all(links.map((link) => link.getAttribute('href')));
  const whole = hrefs.flatMap((href) => (href === null ? [] : [new URL(href, page.url()).href]));
  return [...new Set(whole)].slice(0, TRIED);
}

async function press(page: Page, { type = {}, press: button }: Exclude<Step, string>): Promise<void> {
  await openDetails(page);
  for (const [name, value] of Object.entries(type)) {
    const control = page.locator(`main [name="${name}"]`).first();
    // A question of another family's page: who has one parent is not asked for what the other one says.
    if ((await control.count()) === 0) continue;
    const kind = await control.getAttribute('type');
    if ((await control.evaluate((it) => it.nodeName)) === 'SELECT')
      // The place of the answer in the list: its value is not known beforehand.
      await control.selectOption({ index: Number(value) });
    else if (value === 'first') await control.check();
    else if (kind === 'radio' || kind === 'checkbox')
      for (const one of value.split('|')) await page.locator(`main [name="${name}"][value="${one}"]`).check();
    else if (kind === 'file')
      await control.setInputFiles({ name: value, mimeType: 'text/plain', buffer: Buffer.from(value) });
    else await control.fill(value);
  }
  await Promise.all([
    page.waitForResponse((response) => response.request().isNavigationRequest()),
    page.locator(button).first().click(),
  ]);
  await page.waitForLoadState();
}

/** Signs in by picking somebody of the island, and says at once that it is still them, as pages that show much ask. */
export async function signIn(page: Page, address: string, staff: string): Promise<void> {
  await page.goto(`${address}/sign-in`);
  await openDetails(page);
  await page.locator(`button[name="staff"][value="${staff}"]`).first().click();
  await page.waitForURL((url) => url.pathname !== '/sign-in' && url.pathname !== '/sign-in/demonstration');
  await page.goto(`${address}/prove`);
  await page.locator('form[action="/prove"] button').click();
  await page.waitForURL((url) => url.pathname !== '/prove');
}

async function openDetails(page: Page): Promise<void> {
  await page.evaluate("for (const one of document.querySelectorAll('main details')) one.open = true");
}

/** Which routes there are to see, and which were seen. */
export type Seen = { readonly routes: readonly Route[]; readonly reached: Set<string> };

/** Notes each route that answers this page with something, also the files that a page brings with it. */
export function noteRoutes(page: Page, { routes, reached }: Seen): void {
  page.on('response', (response) => {
    const route = routeOf(response, routes);
    if (route !== undefined) reached.add(route);
  });
}

function routeOf(response: Response, routes: readonly Route[]): string | undefined {
  if (response.request().method() !== 'GET' || response.status() >= 400) return undefined;
  if (/^\/(prove|sign-in)/.test(response.headers()['location'] ?? '')) return undefined;
  const { pathname } = new URL(response.url());
  return routes.find(({ matches }) => matches.test(pathname))?.path;
}
