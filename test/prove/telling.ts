import { randomInt } from 'node:crypto';
import { formsIn, type PageForm, sentAsShown } from '../support/page-forms.ts';

/** What stands on the last page before it is sent: everything that was told, under its key. */
export type Letter = { readonly action: string; readonly body: URLSearchParams };

/** What came back: the reference, or the status and nothing. */
export type Reply = { readonly status: number; readonly reference: string | undefined };

const MOST_PAGES = 30;
const ANSWERS: Readonly<Record<string, string>> = {
  danger: 'no',
  tie: 'not said',
  familyKnows: 'no',
  mayBeNamed: 'no',
};

/** Walks through the public form page by page, as a browser without script does, up to the page from which it is sent. */
export async function writeLetter(address: string, words: string): Promise<Letter> {
  let html = await textOf(await fetch(`${address}/worried-about-a-child`));
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const form = formsIn(html).find(({ buttons }) => buttons.some(({ name }) => name === 'go'));
    if (form === undefined) throw new Error('a page of the form has no form on it');
    const send = form.buttons.find(({ value }) => value === 'send');
    const body = bodyOf(form, { ...ANSWERS, happening: words });
    if (send !== undefined) {
      body.set('go', 'send');
      return { action: form.action, body };
    }
    body.set('go', 'on');
    html = await textOf(await post(`${address}${form.action}`, body));
  }
  throw new Error('the form does not come to an end');
}

/** The same letter with other words under a key of its own: the last page carries everything that is sent. */
export function anotherLetter({ action, body }: Letter, words: string, key = newKey()): Letter {
  const own = new URLSearchParams(body);
  own.set('key', key);
  own.set('happening', words);
  return { action, body: own };
}

/** Sends a letter once. Throws where no answer came. */
export async function sendLetter(address: string, { action, body }: Letter): Promise<Reply> {
  const answer = await post(`${address}${action}`, body);
  const reference = /\bC-\d\d-\d{4,}\b/.exec(await answer.text())?.[0];
  return { status: answer.status, reference: answer.status < 300 ? reference : undefined };
}

/** Sends until there is a reference, as somebody does who got no answer; says how often it took. */
export async function sendUntilHeard(
  address: string,
  letter: Letter,
  patience = 60_000,
): Promise<Reply & { tries: number }> {
  const until = Date.now() + patience;
  for (let tries = 1; ; tries += 1) {
    try {
      const reply = await sendLetter(address, letter);
      if (reply.reference !== undefined || reply.status === 422) return { ...reply, tries };
    } catch {
      // Nobody is there, or the answer was cut off: it may have been received or not.
    }
    if (Date.now() > until) throw new Error('nobody answered for a minute');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

function bodyOf(form: PageForm, answers: Readonly<Record<string, string>>): URLSearchParams {
  const body = new URLSearchParams();
  for (const [name, texts] of Object.entries(sentAsShown(form)))
    for (const text of [texts].flat()) body.append(name, text);
  for (const [name, text] of Object.entries(answers))
    if (form.controls.some((control) => control.name === name)) body.set(name, text);
  return body;
}

function post(url: string, body: URLSearchParams): Promise<Response> {
  return fetch(url, {
    method: 'POST',
    body,
    headers: { 'sec-fetch-site': 'same-origin' },
    signal: AbortSignal.timeout(20_000),
  });
}

async function textOf(answer: Response): Promise<string> {
  if (!answer.ok) throw new Error(`answered ${answer.status}`);
  return answer.text();
}

const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

function newKey(): string {
  const rest = Array.from({ length: 25 }, () => SIGNS[randomInt(32)]).join('');
  return `${randomInt(8)}${rest}`;
}
