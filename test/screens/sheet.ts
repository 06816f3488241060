import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';

const FOLDER = join(import.meta.dirname, '..', '..', '.cache', 'screens');
const SINGLE = join(FOLDER, 'single');
const WIDTHS = [1280, 375] as const;
const LIGHTS = ['light', 'dark'] as const;
const PICTURES = WIDTHS.flatMap((width) => LIGHTS.map((light) => ({ width, light })));
const NARROWEST = 320;

/** Where the sheets are: empty where all are made anew, otherwise with those of the other pages as they were. */
export function folderOfSheets(areAllMade: boolean): string {
  if (areAllMade) rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(SINGLE, { recursive: true });
  return FOLDER;
}

/** Four pictures of the page that is open: both widths, by day and by night. */
export async function photograph(page: Page, name: string): Promise<void> {
  for (const { width, light } of PICTURES) {
    await page.emulateMedia({ colorScheme: light });
    await page.setViewportSize({ width, height: width === 375 ? 812 : 900 });
    await page.screenshot({ path: pathOf(name, width, light), fullPage: true });
  }
}

/** How many pixels of the page that is open stand beyond the narrowest screen. */
export async function beyondNarrowest(page: Page): Promise<number> {
  await page.setViewportSize({ width: NARROWEST, height: 812 });
  return page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth');
}

/** Lays the four pictures of a page side by side on one. */
export async function sheetOf(browser: Browser, name: string): Promise<void> {
  const figures = PICTURES.map(({ width, light }) => {
    const bytes = readFileSync(pathOf(name, width, light)).toString('base64');
    return `<figure style="margin:0;width:${width / 2}px"><figcaption>${width}, ${light}</figcaption><img style="width:100%;display:block;border:1px solid #999" src="data:image/png;base64,${bytes}"></figure>`;
  });
  const page = await browser.newPage({ viewport: { width: 1780, height: 600 } });
  await page.setContent(
    `<body style="margin:16px;font:14px sans-serif;background:#ddd"><h1 style="font-size:20px">${name}</h1><div style="display:flex;gap:16px;align-items:flex-start">${figures.join('')}</div>`,
  );
  await page.screenshot({ path: join(FOLDER, `${name}.png`), fullPage: true });
  await page.close();
}

function pathOf(name: string, width: number, light: string): string {
  return join(SINGLE, `${name}-${width}-${light}.png`);
}
