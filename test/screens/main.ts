import type { Browser } from 'playwright-core';
import { withDatabase } from '../../src/commands/with-database.ts';
import { readConfig } from '../../src/config.ts';
import { asOwner } from '../../src/platform/database/migrate.ts';
import { newInstallation } from '../prove/program.ts';
import { openBrowser } from '../support/browser.ts';
import { broughtByTime } from './brought-by-time.ts';
import { PAGES } from './pages.ts';
import { routesToSee } from './routes.ts';
import { beyondNarrowest, folderOfSheets, photograph, sheetOf } from './sheet.ts';
import { noteRoutes, reach, type Seen, type Shown, signIn } from './walk.ts';

/**
 * `npm run screens`: photographs every page of a new demonstration, at both widths, by day and by night, and lays the four side by side.
 *
 * Fails where a page is not reached or stands wider than the narrowest screen; asked for every page, also where a route is not seen.
 */
async function main(words: readonly string[]): Promise<void> {
  const wanted = PAGES.filter(({ name }) => words.length === 0 || words.some((word) => name.includes(word)));
  const folder = folderOfSheets(words.length === 0);
  const house = await newInstallation();
  const browser = await openBrowser();
  const faults: string[] = [];
  try {
    console.log('Starting a new demonstration …');
    await house.start();
    const routes = routesToSee(await house.command('routes'));
    const ground = { address: house.address, routes, reached: new Set<string>() };
    const people = await peopleByRole(house.folder);
    for (const shown of wanted) {
      const fault = await show(browser, ground, shown, people);
      console.log(fault === undefined ? shown.name : `${shown.name}  ${fault}`);
      if (fault !== undefined) faults.push(shown.name);
    }
    const unseen = words.length > 0 ? [] : routes.filter(({ path }) => !ground.reached.has(path));
    for (const { path } of unseen) console.log(`No page shows ${path}`);
    faults.push(...unseen.map(({ path }) => path));
  } finally {
    await browser.close();
    await house.remove();
  }
  console.log(`\n${wanted.length} pages in ${folder}, ${faults.length} faults`);
  if (faults.length > 0) process.exitCode = 1;
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
        await broughtByTime(client);
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

/** Walks to one page and photographs it. Says what is wrong with it, if anything is. */
async function show(
  browser: Browser,
  ground: Seen & { readonly address: string },
  shown: Shown,
  people: ReadonlyMap<string, string>,
): Promise<string | undefined> {
  const context = await browser.newContext({
    locale: 'en-GB',
    timezoneId: 'Europe/Jersey',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  try {
    if (shown.who !== undefined) await signIn(page, ground.address, people.get(shown.who) ?? '');
    noteRoutes(page, ground);
    await reach(page, ground.address, shown);
    if (shown.isNoPage) return undefined;
    await photograph(page, shown.name);
    await sheetOf(browser, shown.name);
    const beyond = await beyondNarrowest(page);
    return beyond > 0 ? `WIDER than the narrowest screen by ${beyond} pixels` : undefined;
  } catch (fault) {
    return `NOT REACHED: ${fault instanceof Error ? fault.message.split('\n')[0] : String(fault)}`;
  } finally {
    await context.close();
  }
}

await main(process.argv.slice(2));
