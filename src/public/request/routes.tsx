import type { VNode } from 'preact';
import type { RawAnswers } from '../../platform/forms/raw-answers.ts';
import { valueIn } from '../../platform/html/answers.ts';
import type { PublicContext } from '../../platform/web/context.ts';
import { tryDoor } from '../../platform/web/door-tries.ts';
import type { PublicAnswer, Web } from '../../platform/web/web.tsx';
import { type Reader, readerOf, timeOf, triesInWords } from '../reader.ts';
import { newReturnKey, readKey } from '../return-key.ts';
import { ADDRESS } from './frame.tsx';
import { OpeningPage } from './opening-page.tsx';
import { AlreadyPage, LostPage } from './sent-pages.tsx';
import { keepWhileTyping, openAt, type Sent, send, sentFrom, turn } from './steps.tsx';
import { keptUnder, sentUnder } from './store.ts';
import { MESSAGES, put } from './words/pages.ts';

const REFUSED = 422;

/** Adds the request of a professional at its one address, and where it is kept while it is typed. */
export function requestRoutes(web: Web): void {
  web.publicPage(ADDRESS, async (context) => opening(context, readerFor(context)));
  web.publicForm(ADDRESS, keyIn, takeIn);
  web.publicForm(`${ADDRESS}/kept`, keyIn, async (raw, context) => {
    const sent = sentWith(raw, context);
    return sent === undefined
      ? { document: <LostPage reader={readerFor(context)} />, status: REFUSED }
      : keepWhileTyping(sent);
  });
}

/** The request is in English alone until it has a catalogue of its own. */
function readerFor(context: PublicContext): Reader {
  const reader = readerOf(context, 'en');
  return { ...reader, offered: [reader.language] };
}

/** The key in the page, or the code that was typed to come back: they are the same. */
function keyIn(raw: RawAnswers): string | undefined {
  return readKey(valueIn(raw, 'key') ?? valueIn(raw, 'code') ?? '');
}

function sentWith(raw: RawAnswers, context: PublicContext): Sent | undefined {
  const key = keyIn(raw);
  const newKey = () => newReturnKey(context);
  return key === undefined ? undefined : sentFrom(context, readerFor(context), { key, raw, newKey });
}

function opening(
  context: PublicContext,
  reader: Reader,
  again?: { typed: string; problem: string },
): { document: VNode; status: number } {
  const newKey = newReturnKey(context);
  return {
    document: <OpeningPage reader={reader} newKey={newKey} {...again} />,
    status: again === undefined ? 200 : REFUSED,
  };
}

async function takeIn(raw: RawAnswers, context: PublicContext): Promise<PublicAnswer> {
  const reader = readerFor(context);
  const sent = sentWith(raw, context);
  if (valueIn(raw, 'go') === 'resume') return resume(context, reader, valueIn(raw, 'code') ?? '', sent);
  if (sent === undefined) return { document: <LostPage reader={reader} />, status: REFUSED };
  if (sent.go === 'send' && sent.at === 'whole') return send(sent);
  const reference = await sentUnder(context, sent.key);
  return reference === undefined
    ? turn(sent)
    : { document: <AlreadyPage reader={reader} reference={reference} /> };
}

/** Somebody who types a code that opens nothing is told so with the code before them. */
async function resume(
  context: PublicContext,
  reader: Reader,
  typed: string,
  sent: Sent | undefined,
): Promise<PublicAnswer> {
  const { codeWanted, codeUnknown } = MESSAGES.opening;
  if (typed.trim() === '') return opening(context, reader, { typed, problem: codeWanted });
  const tried = await tryDoor(context, 'return code', sent?.key ?? typed, () => openUnder(sent));
  if (tried.again) {
    const problem = triesInWords(reader, tried.again);
    return { ...opening(context, reader, { typed, problem }), status: 429, retryAt: tried.again };
  }
  const { words: time } = timeOf(reader, 'draft kept');
  return tried.opened ?? opening(context, reader, { typed, problem: put(codeUnknown, { time }) });
}

/** What a code opens: the request as far as it was written, or the word that it was sent. */
async function openUnder(sent: Sent | undefined): Promise<PublicAnswer | undefined> {
  if (sent === undefined) return undefined;
  const kept = await keptUnder(sent.context, sent.key);
  if (kept !== undefined) return openAt(sent, kept, 'list');
  const reference = await sentUnder(sent.context, sent.key);
  return reference === undefined
    ? undefined
    : { document: <AlreadyPage reader={sent.reader} reference={reference} /> };
}
