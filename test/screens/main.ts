import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { withDatabase } from '../../src/commands/with-database.ts';
import { readConfig } from '../../src/config.ts';
import { asOwner } from '../../src/platform/database/migrate.ts';
import { newInstallation } from '../prove/program.ts';
import { openBrowser } from '../support/browser.ts';
import { PAGES, type Shown } from './pages.ts';

const FOLDER = join(import.meta.dirname, '..', '..', '.cache', 'screens');
const SINGLE = join(FOLDER, 'single');
const WIDTHS = [1280, 375] as const;
const LIGHTS = ['light', 'dark'] as const;

/** `npm run screens`: photographs every page of a new demonstration, at both widths, by day and by night, and lays the four side by side. */
async function main(words: readonly string[]): Promise<void> {
  const wanted = PAGES.filter(({ name }) => words.length === 0 || words.some((word) => name.includes(word)));
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(SINGLE, { recursive: true });
  const house = await newInstallation();
  const browser = await openBrowser();
  try {
    console.log('Starting a new demonstration …');
    await house.start();
    const people = await peopleByRole(house.folder);
    for (const shown of wanted) {
      const unseen = await photograph(browser, house.address, shown, people);
      await sheetOf(browser, shown.name);
      console.log(`${shown.name}${unseen ? `  NOT REACHED: ${unseen}` : ''}`);
    }
  } finally {
    await browser.close();
    await house.remove();
  }
  console.log(`\n${wanted.length} sheets in ${FOLDER}`);
}

/** One person for each role, by the number that picks them at sign-in. Their pages follow the light of the device. */
async function peopleByRole(folder: string): Promise<ReadonlyMap<string, string>> {
  const config = readConfig({ DATA_DIR: folder });
  if (!config.ok) throw new Error('the folder is not one');
  return withDatabase(
    config.value,
    () => undefined,
    ({ owner }) =>
      asOwner(owner, async (client) => {
        await client.query(
          "set search_path = demonstration, extensions; update staff set theme = 'as the device'",
        );
        const found = await client.query(
          `select distinct on (role) role, staff_id from post join post_holding h on h.post_id = post.id and h.until_on is null
          order by role, (select count(*) from notification_receipt r where r.staff_id = h.staff_id and r.acknowledged_at is null) desc`,
        );
        return new Map(found.rows.map((row): [string, string] => [row.role, row.staff_id]));
      }),
  );
}

/** Four pictures of one page. Says why, if it was not reached. */
async function photograph(
  browser: Browser,
  address: string,
  shown: Shown,
  people: ReadonlyMap<string, string>,
): Promise<string | undefined> {
  for (const colorScheme of LIGHTS) {
    const context = await browser.newContext({
      colorScheme,
      locale: 'en-GB',
      timezoneId: 'Europe/Jersey',
      reducedMotion: 'reduce',
    });
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    try {
      if (shown.who !== undefined) await signIn(page, address, people.get(shown.who) ?? '');
      await reach(page, address, shown);
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: width === 375 ? 812 : 900 });
        await page.screenshot({
          path: join(SINGLE, `${shown.name}-${width}-${colorScheme}.png`),
          fullPage: true,
        });
      }
    } catch (fault) {
      return fault instanceof Error ? fault.message.split('\n')[0] : String(fault);
    } finally {
      await context.close();
    }
  }
  return undefined;
}

async function signIn(page: Page, address: string, staff: string): Promise<void> {
  await page.goto(`${address}/sign-in`);
  await page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true");
  await page.locator(`button[name="staff"][value="${staff}"]`).first().click();
  await page.waitForURL((url) => url.pathname !== '/sign-in' && url.pathname !== '/sign-in/demonstration');
}

async function reach(page: Page, address: string, { at, follow = [] }: Shown): Promise<void> {
  await page.goto(`${address}${at}`);
  for (const selector of follow) {
    const href = await page.locator(selector).first().getAttribute('href');
    await page.goto(new URL(href ?? '/', address).href);
  }
}

/** Lays the four pictures of a page side by side on one. */
async function sheetOf(browser: Browser, name: string): Promise<void> {
  const pictures = WIDTHS.flatMap((width) => LIGHTS.map((light) => ({ width, light })));
  const figures = pictures.flatMap(({ width, light }) => {
    try {
      const bytes = readFileSync(join(SINGLE, `${name}-${width}-${light}.png`)).toString('base64');
      return [
        `<figure style="margin:0;width:${width / 2}px"><figcaption>${width}, ${light}</figcaption><img style="width:100%;display:block;border:1px solid #999" src="data:image/png;base64,${bytes}"></figure>`,
      ];
    } catch {
      return [];
    }
  });
  const page = await browser.newPage({ viewport: { width: 1780, height: 600 } });
  await page.setContent(
    `<body style="margin:16px;font:14px sans-serif;background:#ddd"><h1 style="font-size:20px">${name}</h1><div style="display:flex;gap:16px;align-items:flex-start">${figures.join('')}</div>`,
  );
  await page.screenshot({ path: join(FOLDER, `${name}.png`), fullPage: true });
  await page.close();
}

await main(process.argv.slice(2));
