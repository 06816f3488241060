import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Browser, type BrowserServer, chromium } from 'playwright-core';
import { inject } from 'vitest';
import type { TestProject } from 'vitest/node';
import { serveBrowser } from './browser.ts';

declare module 'vitest' {
  interface ProvidedContext {
    browser: string;
  }
}

/**
 * Keeps one Chromium for all journeys of a run: starting one costs as much as a journey. It is started for the first who asks where it is, so
 * that tests without a browser do not wait for it.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  let kept: Promise<BrowserServer> | undefined;
  const door = createServer((_request, response) => {
    kept ??= serveBrowser();
    kept.then(
      (browser) => response.end(browser.wsEndpoint()),
      (fault: Error) => response.writeHead(500).end(fault.message),
    );
  });
  await new Promise<void>((listening) => door.listen(0, '127.0.0.1', listening));
  project.provide('browser', `http://127.0.0.1:${(door.address() as AddressInfo).port}`);
  return async () => {
    door.close();
    await (await kept)?.close();
  };
}

/** The Chromium of this run. Closing it lets go of it, with all that was opened in it; it stays for the others. */
export async function keptBrowser(): Promise<Browser> {
  const answer = await fetch(inject('browser'));
  const said = await answer.text();
  if (!answer.ok) throw new Error(`No browser: ${said}`);
  return chromium.connect(said);
}
