import type { RawAnswers } from '../../platform/forms/raw-answers.ts';
import { valueIn } from '../../platform/html/answers.ts';
import type { PublicContext } from '../../platform/web/context.ts';
import { tryDoor } from '../../platform/web/door-tries.ts';
import type { PublicAnswer, Web } from '../../platform/web/web.tsx';
import { pathsOf, type Reader, readerOf, timeOf, triesInWords } from '../reader.ts';
import { newReturnKey, readKey } from '../return-key.ts';
import { JOURNEYS } from './journeys.ts';
import { ComeBackPage } from './pages.tsx';
import { stepNamed } from './rules.ts';
import { keepWhileTyping, keyIn, shown, takeIn } from './steps.tsx';
import { unsentUnder } from './store.ts';

/** Adds every journey at its one address, and the way back to one that was begun. */
export function tellingRoutes(web: Web): void {
  for (const journey of JOURNEYS) {
    for (const { code, path } of pathsOf(journey.path)) {
      web.publicPage(path, async (context) => {
        const step = stepNamed(journey, undefined);
        return shown({
          reader: readerOf(context, code),
          journey,
          step,
          key: newReturnKey(context),
          typed: {},
        });
      });
      web.publicForm(path, keyIn, (raw, context) => takeIn(context, readerOf(context, code), journey, raw));
      web.publicForm(`${path}/kept`, keyIn, (raw, context) =>
        keepWhileTyping(context, readerOf(context, code), journey, raw),
      );
    }
  }
  comeBackRoutes(web);
}

function comeBackRoutes(web: Web): void {
  const keyOf = (raw: RawAnswers) => readKey(valueIn(raw, 'code') ?? '');
  for (const { code, path } of pathsOf('/come-back')) {
    web.publicPage(path, async (context) => ({
      document: <ComeBackPage reader={readerOf(context, code)} />,
    }));
    web.publicForm(path, keyOf, (raw, context) => comeBack(context, readerOf(context, code), raw));
  }
}

async function comeBack(context: PublicContext, reader: Reader, raw: RawAnswers): Promise<PublicAnswer> {
  const typed = valueIn(raw, 'code') ?? '';
  const again = (problem: string, status = 422) => ({
    document: <ComeBackPage reader={reader} typed={typed} problem={problem} />,
    status,
  });
  if (typed.trim() === '') return again(reader.say('return.required'));
  const key = readKey(typed);
  const tried = await tryDoor(context, 'return code', key ?? typed, async () =>
    key === undefined ? undefined : unsentUnder(context, key),
  );
  if (tried.again) return { ...again(triesInWords(reader, tried.again), 429), retryAt: tried.again };
  if (key && tried.opened) return shown({ reader, key, ...tried.opened });
  return again(reader.say('return.unknown', { time: timeOf(reader, 'draft kept').words }));
}
