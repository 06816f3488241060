import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import type { Page } from 'playwright-core';
import {
  beginTelling,
  comeBack,
  lostMilliseconds,
  press,
  reachTelling,
  type Sitting,
  signIn,
  sitDown,
  type Typed,
  typeFor,
} from './typist.ts';

/** Where a run happens, and which one it is. */
export type Desk = { readonly address: string; readonly owner: pg.Client; readonly turn: number };

/** What a run ended with: how old the oldest lost key was, or what was wrong. */
type Ending = { readonly lost: number } | { readonly fault: string };

/** One way in which typing is interrupted. */
export type Kind = {
  readonly name: string;
  readonly runs: number;
  run(desk: Desk, sit: () => Promise<Sitting>): Promise<Ending>;
};

const NAME = 'Cleo Fathom';
/** Milliseconds in which what was typed may be lost (G12). */
export const MOST = 5000;

type Form = { readonly path: string; readonly control: string };

/** Forms of the staff that keep drafts: a call, questions to partners, a decision. */
async function someForm({ owner, turn }: Desk): Promise<Form> {
  await owner.query('delete from draft');
  if (turn % 3 === 0) return { path: '/contacts/new', control: '[name="words"]' };
  const { rows } = await owner.query<{ id: string }>(
    `select c.id from contact c where c.answered_at is null and c.about = 'safeguarding concern'
        and not exists (select from mash_enquiry m where m.contact_id = c.id)
        and not exists (select from decision d where d.contact_id = c.id) order by c.told_at limit 1`,
  );
  const [contact] = rows;
  if (contact === undefined) return { path: '/contacts/new', control: '[name="words"]' };
  return turn % 3 === 1
    ? { path: `/contacts/${contact.id}/mash-enquiries/new`, control: '[name="purpose"]' }
    : { path: `/contacts/${contact.id}/decisions/new`, control: '[name="decisions.0.reason"]' };
}

async function openForm(sitting: Sitting, { address }: Desk, { path, control }: Form): Promise<Page> {
  const page = await sitting.newPage();
  await signIn(page, address, NAME, path);
  await page.locator(control).waitFor();
  return page;
}

/** What the form shows at a browser that was never there. */
async function keptIn(desk: Desk, form: Form, sit: () => Promise<Sitting>): Promise<string> {
  const page = await openForm(await sit(), desk, form);
  return page.locator(form.control).inputValue();
}

/** A moment between none and a second and a half in some of the runs: people also stop to think. */
const thinking = () => pause(Math.random() < 0.3 ? Math.random() * 1500 : 0);
const someTime = () => 1000 + Math.random() * 8000;

function ending(typed: Typed, kept: string, endedAt: number): Ending {
  const lost = lostMilliseconds(typed, kept, endedAt);
  if (lost === undefined) return { fault: `other words were kept than were typed: "${kept.slice(0, 60)}"` };
  return lost <= MOST ? { lost } : { fault: `${lost} milliseconds of typing were lost` };
}

const killedStaff: Kind['run'] = async (desk, sit) => {
  const form = await someForm(desk);
  const sitting = await sit();
  const page = await openForm(sitting, desk, form);
  const typed: Typed = { text: '', at: [] };
  await typeFor(page, form.control, typed, someTime());
  await thinking();
  const endedAt = Date.now();
  await sitting.kill();
  return ending(typed, await keptIn(desk, form, sit), endedAt);
};

const PATHS = ['/worried-about-a-child', '/ask-for-help', '/pt/ask-for-help'];
const HAPPENING = '[name="happening"]';

const killedPublic: Kind['run'] = async (desk, sit) => {
  const sitting = await sit();
  const page = await sitting.newPage();
  const code = await beginTelling(page, desk.address, PATHS[desk.turn % PATHS.length] ?? '');
  const typed: Typed = { text: '', at: [] };
  await typeFor(page, HAPPENING, typed, someTime());
  await thinking();
  const endedAt = Date.now();
  await sitting.kill();
  const back = await (await sit()).newPage();
  await comeBack(back, desk.address, code);
  return ending(typed, await back.locator(HAPPENING).inputValue(), endedAt);
};

/** Loaded again where the page came from the question before, and where it came from the code: both send that once more. */
const reloadedPublic: Kind['run'] = async (desk, sit) => {
  const page = await (await sit()).newPage();
  const begin = desk.turn % 2 === 0 ? reachTelling : beginTelling;
  await begin(page, desk.address, PATHS[desk.turn % PATHS.length] ?? '');
  const typed: Typed = { text: '', at: [] };
  await typeFor(page, HAPPENING, typed, someTime());
  const endedAt = Date.now();
  await page.reload();
  return ending(typed, await page.locator(HAPPENING).inputValue(), endedAt);
};

/** Neither text is overwritten unseen: the later window shows the earlier text whole, and its own is the draft. */
const twoTabs: Kind['run'] = async (desk, sit) => {
  const form = await someForm(desk);
  const sitting = await sit();
  const one = await openForm(sitting, desk, form);
  const two = await sitting.newPage();
  await two.goto(`${desk.address}${form.path}`);
  const [first, second]: [Typed, Typed] = [
    { text: '', at: [] },
    { text: '', at: [] },
  ];
  await typeFor(one, form.control, first, 2000 + Math.random() * 2000);
  await pause(3000);
  await two.bringToFront();
  second.text = 'Other window: ';
  await two.locator(form.control).fill(second.text);
  second.at.push(...[...second.text].map(() => Date.now()));
  await typeFor(two, form.control, second, 2000 + Math.random() * 4000);
  const shown = (await two.locator('[data-other-text]').first().textContent()) ?? '';
  if (!shown.includes(first.text.trim())) return { fault: 'the later window does not show the earlier text' };
  const endedAt = Date.now();
  await sitting.kill();
  const kept = await keptIn(desk, form, sit);
  return ending(second, kept === first.text ? '' : kept, endedAt);
};

/** The session is gone while somebody types; they sign in again in another window, and this page goes on by itself. */
const sessionEnded: Kind['run'] = async (desk, sit) => {
  const form = await someForm(desk);
  const sitting = await sit();
  const page = await openForm(sitting, desk, form);
  const typed: Typed = { text: '', at: [] };
  await typeFor(page, form.control, typed, 2000);
  await desk.owner.query('delete from directory.session');
  await typeFor(page, form.control, typed, 3000 + Math.random() * 3000);
  await pause(1500);
  if (desk.turn % 2 === 0)
    await page
      .getByRole('button')
      .filter({ hasText: /Keep|Ask the|Sign the/ })
      .click();
  await openForm(sitting, desk, { ...form, path: '/hub', control: 'main' });
  await page.bringToFront();
  const endedAt = Date.now() + MOST;
  await pause(MOST + 2000);
  await sitting.kill();
  const result = ending(typed, await keptIn(desk, form, sit), endedAt);
  return 'lost' in result && result.lost > 0
    ? { fault: 'not everything was there after signing in again' }
    : result;
};

/** Half an hour passed; somebody types on without a session, and the browser is killed. */
const sessionRanOut: Kind['run'] = async (desk, sit) => {
  const form = await someForm(desk);
  const sitting = await sit();
  const page = await openForm(sitting, desk, form);
  const typed: Typed = { text: '', at: [] };
  await typeFor(page, form.control, typed, 1500);
  await desk.owner.query("update directory.session set seen_at = now() - interval '31 minutes'");
  await typeFor(page, form.control, typed, someTime());
  await thinking();
  const endedAt = Date.now();
  await sitting.kill();
  return ending(typed, await keptIn(desk, form, sit), endedAt);
};

/** Pressed twice, or sent twice by a script in the same instant: one contact. */
const sentTwice: Kind['run'] = async (desk, sit) => {
  const page = await (await sit()).newPage();
  const words = `Sent twice, ${desk.turn}, ${Date.now()}`;
  await beginTelling(page, desk.address, '/worried-about-a-child');
  await page.locator(HAPPENING).fill(words);
  await page.locator('button[name="go"][value="on"]:not([aria-hidden])').click();
  while ((await page.locator('button[name="go"][value="send"]').count()) === 0) {
    const tie = page.locator('[name="tie"][value="not said"]');
    if ((await tie.count()) > 0) await tie.check();
    for (const name of ['familyKnows', 'mayBeNamed']) {
      const no = page.locator(`[name="${name}"][value="no"]`);
      if ((await no.count()) > 0) await no.check();
    }
    await press(page, 'on');
    await page.waitForLoadState();
  }
  await sendTwice(page, desk.turn);
  await page
    .getByText(/C-\d\d-\d{4}/)
    .first()
    .waitFor();
  const { rows } = await desk.owner.query('select 1 from contact where words = $1', [words]);
  return rows.length === 1 ? { lost: 0 } : { fault: `${rows.length} contacts of one form` };
};

async function sendTwice(page: Page, turn: number): Promise<void> {
  const send = page.locator('button[name="go"][value="send"]').first();
  if (turn % 2 === 0) return send.dblclick({ noWaitAfter: true }).catch(() => undefined);
  // Both leave: the first by fetch, which no navigation can end, the second by the form itself.
  await page.evaluate(`(() => {
    const button = document.querySelector('button[name="go"][value="send"]');
    const body = new URLSearchParams(new FormData(button.form, button));
    void fetch(button.form.action, { method: 'POST', body, keepalive: true });
    button.form.requestSubmit(button);
  })()`);
}

/** Every way in which typing is interrupted, with how often each is tried. */
export const KINDS: readonly Kind[] = [
  { name: 'browser killed, form of the staff', runs: 20, run: killedStaff },
  { name: 'browser killed, public form', runs: 14, run: killedPublic },
  { name: 'page loaded again, public form', runs: 4, run: reloadedPublic },
  { name: 'two windows', runs: 6, run: twoTabs },
  { name: 'session ended while typing', runs: 6, run: sessionEnded },
  { name: 'session ran out, browser killed', runs: 6, run: sessionRanOut },
  { name: 'sent twice at once', runs: 6, run: sentTwice },
];

/** Runs one, and ends every browser that was opened for it. */
export async function carryOutRun(kind: Kind, desk: Desk): Promise<Ending> {
  const opened: Sitting[] = [];
  const sit = async () => {
    const sitting = await sitDown();
    opened.push(sitting);
    return sitting;
  };
  try {
    return await kind.run(desk, sit);
  } catch (fault) {
    return { fault: fault instanceof Error ? (fault.message.split('\n')[0] ?? '') : 'unknown' };
  } finally {
    await Promise.all(opened.map(({ kill }) => kill().catch(() => undefined)));
  }
}
