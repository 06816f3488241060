import type { Problem } from '../../language/outcome.ts';
import { type RawAnswers, setAside } from '../../platform/forms/raw-answers.ts';
import type { PublicContext } from '../../platform/web/context.ts';
import type { PublicAnswer } from '../../platform/web/web.tsx';
import { problemsIn } from '../catalogue/problems.ts';
import type { Reader } from '../reader.ts';
import { newReturnKey, readKey } from '../return-key.ts';
import type { Journey, Step } from './journeys.ts';
import { CheckPage, CodePage, LostPage, SentBeforePage, SentPage } from './pages.tsx';
import { type Place, QuestionPage } from './question-page.tsx';
import { EVERYTHING, FORM_OF } from './questions.ts';
import {
  contradictionsOn,
  isSomethingTold,
  missingOn,
  stepAfter,
  stepBefore,
  stepNamed,
  withoutBlanks,
} from './rules.ts';
import { receive } from './sending.ts';
import { keepUnsent, type Unsent } from './store.ts';

/** The controls of every page that are not answers: the key, the page, where it was opened from, the button that was pressed. */
const OWN = ['key', 'at', 'from', 'go'];
const REFUSED = 422;

/** What one page of a journey sent. */
type Sent = {
  readonly context: PublicContext;
  readonly reader: Reader;
  readonly journey: Journey;
  readonly step: Step;
  readonly key: string;
  readonly go: string;
  readonly isChange: boolean;
  readonly answers: RawAnswers;
};

/** The key in the page, if it is one as we made it. */
export function keyIn(raw: RawAnswers): string | undefined {
  const { key } = raw;
  return typeof key === 'string' && readKey(key) === key ? key : undefined;
}

/** Shows where somebody is: a question, or everything once more. */
export function shown(place: Place, status = 200): PublicAnswer {
  const document = place.step.name === 'check' ? <CheckPage {...place} /> : <QuestionPage {...place} />;
  return { document, status };
}

/** Takes in what a page sent, keeps it, and shows what follows. */
export async function takeIn(
  context: PublicContext,
  reader: Reader,
  journey: Journey,
  raw: RawAnswers,
): Promise<PublicAnswer> {
  const key = keyIn(raw);
  if (key === undefined) return { document: <LostPage reader={reader} journey={journey} />, status: REFUSED };
  const { aside, answers } = setAside(raw, OWN);
  const step = stepNamed(journey, aside['at']);
  const go = typeof aside['go'] === 'string' ? aside['go'] : 'on';
  const sent = { context, reader, journey, step, key, go, isChange: aside['from'] === 'check', answers };
  return go === 'send' && step.name === 'check' ? send(sent) : turn(sent);
}

/** Keeps what was typed while it is typed, and says nothing. */
export async function keepWhileTyping(
  context: PublicContext,
  reader: Reader,
  journey: Journey,
  raw: RawAnswers,
): Promise<PublicAnswer> {
  const key = keyIn(raw);
  if (key === undefined) return { document: <LostPage reader={reader} journey={journey} />, status: REFUSED };
  const { aside, answers } = setAside(raw, OWN);
  const { name } = stepNamed(journey, aside['at']);
  await keepUnsent(context, key, journey, { from: name, at: name, raw: answers });
  return { document: <p>{reader.say('telling.device')}</p> };
}

/** Goes where the button leads. What is wrong is said only to somebody who goes on; everything is kept either way. */
async function turn(sent: Sent): Promise<PublicAnswer> {
  const problems = goesOn(sent.go) ? problemsOf(sent) : [];
  if (problems.length > 0) return again(sent, await keep(sent, sent.step), problems);
  const stays = ['show', 'stop', 'add'].includes(sent.go);
  const unsent = await keep(sent, sent.step);
  const step = stays ? sent.step : destination(sent, unsent.typed);
  const kept = stays ? unsent : await keep(sent, step);
  const place = placeOf(sent, kept, { isChange: changes(sent) && step.name !== 'check' });
  if (sent.go === 'stop') return { document: <CodePage {...place} /> };
  return shown({ ...place, oneMore: sent.go === 'add' });
}

function goesOn(go: string): boolean {
  return !['back', 'show', 'stop', 'add'].includes(go) && !go.startsWith('change:');
}

/** An answer that is being changed leads back to the last page, and so does a page opened from there in another language. */
function changes({ go, isChange }: Sent): boolean {
  return go.startsWith('change:') || (isChange && ['show', 'add', 'stop'].includes(go));
}

function destination({ journey, step, go, isChange }: Sent, typed: RawAnswers): Step {
  if (go.startsWith('change:')) return stepNamed(journey, go.slice('change:'.length));
  if (isChange) return lastOf(journey);
  return go === 'back' ? stepBefore(journey, typed, step.name) : stepAfter(journey, typed, step.name);
}

function keep({ context, key, journey, step, answers }: Sent, at: Step): Promise<Unsent> {
  return keepUnsent(context, key, journey, { from: step.name, at: at.name, raw: answers });
}

function placeOf({ reader, journey, key }: Sent, kept: Unsent, more: Partial<Place> = {}): Place {
  return { reader, journey, step: kept.step, key, typed: kept.typed, savedAt: kept.savedAt, ...more };
}

/** The same page with what was typed, also what could not be kept, and what is wrong with it. */
function again(sent: Sent, kept: Unsent, problems: readonly Problem[]): PublicAnswer {
  const typed = { ...kept.typed, ...sent.answers };
  return shown(placeOf(sent, kept, { typed, problems, isChange: sent.isChange }), REFUSED);
}

function problemsOf({ context, reader, journey, step, go, answers }: Sent): readonly Problem[] {
  const read = FORM_OF[step.name].read(answers, { today: context.today });
  if (!read.ok) return problemsIn(reader.say, read.problems);
  const asked = go === 'skip' ? [] : missingOn(journey, step.name, answers);
  return [...asked, ...contradictionsOn(step.name, answers)].map(({ field, key }) => ({
    field,
    message: reader.say(key),
  }));
}

async function send(sent: Sent): Promise<PublicAnswer> {
  const { context, reader, journey, key } = sent;
  const raw = withoutBlanks(sent.answers);
  const read = EVERYTHING.read(raw, { today: context.today });
  if (!read.ok) return wrong(sent, problemsIn(reader.say, read.problems));
  if (!isSomethingTold(raw)) {
    const { number } = context.profile.telephones.hub;
    return wrong(sent, [{ field: '', message: reader.say('check.nothing', { number }) }]);
  }
  const received = await receive(context, reader, journey, { key, raw, told: read.value });
  if (received === undefined) {
    const place = { reader, journey, step: sent.step, key, typed: raw };
    return { document: <SentBeforePage place={place} newKey={newReturnKey(context)} />, status: 409 };
  }
  return { document: <SentPage reader={reader} journey={journey} typed={raw} {...received} /> };
}

/** Leads to the page on which the first thing is wrong; what is wrong with the whole is said on the last. */
async function wrong(sent: Sent, problems: readonly Problem[]): Promise<PublicAnswer> {
  const step = stepWith(sent.journey, problems[0]?.field ?? '') ?? sent.step;
  const kept = await keep(sent, step);
  const here = problems.filter(({ field }) => step === sent.step || stepWith(sent.journey, field) === step);
  return again({ ...sent, step, isChange: step !== sent.step }, kept, here);
}

function stepWith(journey: Journey, field: string): Step | undefined {
  const [name] = field.split('.');
  return journey.steps.find(
    (step) => step.name !== 'check' && FORM_OF[step.name].fields.some((one) => one.name === name),
  );
}

function lastOf(journey: Journey): Step {
  return stepNamed(journey, 'check');
}
