import type { Problem } from '../../language/outcome.ts';
import { type RawAnswers, setAside } from '../../platform/forms/raw-answers.ts';
import { valuesIn } from '../../platform/html/answers.ts';
import type { PublicContext } from '../../platform/web/context.ts';
import type { PublicAnswer } from '../../platform/web/web.tsx';
import type { Reader } from '../reader.ts';
import {
  answersToSend,
  changesAt,
  changesWithout,
  countOf,
  type Place,
  placeFrom,
  purposeOf,
  unaskedAt,
  unaskedInAll,
  wholeChanges,
} from './answers.ts';
import { CheckPage } from './check-page.tsx';
import { contactFrom } from './contact-made.ts';
import type { View } from './frame.tsx';
import { ListPage } from './list-page.tsx';
import { FILLED_IN, ownDetails } from './own-details.ts';
import { PartPage } from './part-page.tsx';
import { formsFor, isList } from './questions.ts';
import { isOnlyCopied, placeAfter, problemsAt, type Reading } from './rules.ts';
import { receive } from './sending.ts';
import { AgainPage, CodePage, SentPage } from './sent-pages.tsx';
import { type Kept, keep, keptUnder, sentUnder } from './store.ts';
import { MESSAGES } from './words/pages.ts';

/** The controls of every page that are not answers: the key, a typed code, the page, the button that was pressed. */
const OWN = ['key', 'code', 'at', 'go'];
const REFUSED = 422;

/** What one page of the request sent. */
export type Sent = {
  readonly context: PublicContext;
  readonly reader: Reader;
  readonly reading: Reading;
  readonly key: string;
  readonly at: string;
  readonly go: string;
  readonly answers: RawAnswers;
  newKey(): string;
};

/** Reads what a page sent: who, from where, and where to. */
export function sentFrom(
  context: PublicContext,
  reader: Reader,
  { key, raw, newKey }: { key: string; raw: RawAnswers; newKey: () => string },
): Sent {
  const { profile, today } = context;
  const { aside, answers } = setAside(raw, OWN);
  const reading = { forms: formsFor(profile.indicators), profile, today };
  const [at = '', go = ''] = ['at', 'go'].map((name) => valuesIn(aside, name)[0]);
  return { context, reader, reading, key, at, go, answers, newKey };
}

/**
 * Keeps what a page sent, right or wrong, and goes where its button leads.
 *
 * What is wrong is said only to somebody who goes on. What cannot be kept at all is said whichever way they go, because it would be lost.
 */
export async function turn(sent: Sent): Promise<PublicAnswer> {
  const place = placeFrom(sent.at);
  const kept = await keepPage(sent, place);
  if (place === undefined || sent.go.startsWith('remove.')) return openAt(sent, kept, sent.go);
  const answers = { ...kept.answers, ...sent.answers };
  const lost = cannotBeKept(sent, place);
  // The page that lists people has no controls: what is wrong there is put right on the page of the person.
  const goesOn = sent.go === 'next' && !(isList(place.part) && place.row === undefined);
  const wrong = lost.length > 0 || goesOn ? problemsAt(sent.reading, place, answers) : [];
  const problems = [...wrong, ...(wrong.length === 0 ? lost : [])];
  if (problems.length === 0) return openAt(sent, kept, sent.go);
  const view = viewOf(sent, { ...kept, answers });
  return { document: <PartPage view={view} place={place} problems={problems} />, status: REFUSED };
}

/** Keeps what is typed while it is typed. A request that was sent is not written to any more. */
export async function keepWhileTyping(sent: Sent): Promise<PublicAnswer> {
  const place = placeFrom(sent.at);
  const words = <p>{MESSAGES.part.also}</p>;
  if (place === undefined || (await sentUnder(sent.context, sent.key)) !== undefined)
    return { document: words, status: REFUSED };
  await keep(sent.context, sent.key, await changesFrom(sent, place));
  return { document: words, status: cannotBeKept(sent, place).length > 0 ? REFUSED : 200 };
}

/** Opens the page with a name: the list of parts, the last reading, the code, or a page of the request. */
export function openAt(sent: Sent, kept: Kept, go: string): PublicAnswer {
  const view = viewOf(sent, kept);
  if (go === 'code') return { document: <CodePage view={view} origin={sent.context.origin} /> };
  const place = go === 'next' ? afterPage(sent, kept) : placeFrom(go.replace(/^remove\.(\w+)\.\d+$/, '$1'));
  if (go === 'check' || (go === 'next' && place === undefined))
    return { document: <CheckPage view={view} /> };
  if (place === undefined) return { document: <ListPage view={view} /> };
  return { document: <PartPage view={view} place={withinList(place, kept.answers)} problems={[]} /> };
}

/** Makes the contact of what was read on the last page, and answers with its reference. */
export async function send(sent: Sent): Promise<PublicAnswer> {
  const { context, reader, reading, key } = sent;
  const answers = answersToSend(reading.forms, sent.answers);
  const isNew = (await sentUnder(context, key)) === undefined;
  const view = viewOf(sent, { answers: sent.answers, seen: [], savedAt: context.now });
  const isUnasked = unaskedInAll(reading.forms, sent.answers).length > 0;
  const contact = isNew ? contactFrom(reading, answers, context.now) : undefined;
  if (isUnasked || contact?.ok === false) {
    const problem = isUnasked ? MESSAGES.unasked : undefined;
    await keepPage(sent, undefined);
    return { document: <CheckPage view={view} problem={problem} />, status: REFUSED };
  }
  const received = await receive(context, key, answers, contact?.value);
  if (received === undefined)
    return { document: <AgainPage reader={reader} newKey={sent.newKey()} answers={answers} />, status: 409 };
  return { document: <SentPage reader={reader} received={received} /> };
}

async function keepPage(sent: Sent, place: Place | undefined): Promise<Kept> {
  const { context, reading, key, go, answers } = sent;
  if (place !== undefined && !go.startsWith('remove.'))
    return keep(context, key, await changesFrom(sent, place), place.part);
  const kept = await keptUnder(context, key);
  if (go.startsWith('begin.')) return keepBeginning(sent, kept);
  const gone = placeFrom(go.replace(/^remove\./, ''));
  if (go.startsWith('remove.') && gone?.row !== undefined && isList(gone.part))
    return keep(context, key, changesWithout(reading.forms, gone.part, gone.row, kept?.answers ?? {}));
  // The draft stands above what the last page carries along, unless there is none any more or a new key begins with it.
  if (kept !== undefined) return kept;
  return keep(context, key, sent.at === 'whole' ? wholeChanges(reading.forms, answers) : {});
}

/** Begins for a purpose, or changes it: the details of whoever is signed in stand in a new request alone. */
async function keepBeginning({ context, key, go }: Sent, kept: Kept | undefined): Promise<Kept> {
  const purpose = purposeOf({ purpose: go.slice('begin.'.length) });
  const own = kept === undefined ? await ownDetails(context) : undefined;
  return own === undefined
    ? keep(context, key, { purpose })
    : keep(context, key, { ...own, purpose }, FILLED_IN);
}

async function changesFrom({ context, reading, key, answers }: Sent, place: Place): Promise<RawAnswers> {
  const changes = changesAt(reading.forms, place, answers);
  const { part, row } = place;
  if (!isList(part) || row === undefined || part !== 'children') return changes;
  const kept = await keptUnder(context, key);
  return isOnlyCopied(part, row, changes, kept?.answers ?? {}) ? {} : changes;
}

/** What the page holds that no draft can: a name that is not asked, a text that cannot be stored. */
function cannotBeKept({ reading, answers }: Sent, place: Place): readonly Problem[] {
  const kept = changesAt(reading.forms, place, answers);
  const isLost = Object.keys(answers).some(
    (name) => !Object.hasOwn(kept, name) && valuesIn(answers, name).some((text) => text.trim() !== ''),
  );
  if (unaskedAt(reading.forms, place, answers).length > 0) return [{ field: '', message: MESSAGES.unasked }];
  return isLost ? [{ field: '', message: MESSAGES.unkept }] : [];
}

function afterPage({ at }: Sent, { answers }: Kept): Place | undefined {
  const place = placeFrom(at);
  return place && placeAfter(place, answers);
}

/** A person beyond the end of a list is the next one: no empty places are left between people. */
function withinList(place: Place, answers: RawAnswers): Place {
  const { part, row } = place;
  return isList(part) && row !== undefined ? { part, row: Math.min(row, countOf(part, answers)) } : place;
}

function viewOf({ reader, reading, key }: Sent, kept: Kept): View {
  return { reader, reading, key, answers: kept.answers, seen: kept.seen, savedAt: kept.savedAt };
}
