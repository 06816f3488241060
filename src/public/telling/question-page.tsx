import type { ComponentChildren } from 'preact';
import type { Problem } from '../../language/outcome.ts';
import type { RawAnswers } from '../../platform/forms/raw-answers.ts';
import { ButtonGroup, HiddenInputs, SubmitButton } from '../../platform/html/buttons.tsx';
import { ErrorSummary } from '../../platform/html/error-summary.tsx';
import { Progress } from '../../platform/html/form-states.tsx';
import { TelephoneLink } from '../../platform/html/public-page.tsx';
import { SaveState } from '../../platform/html/voice.tsx';
import { PublicFrame } from '../frame.tsx';
import { LinkButton } from '../link-button.tsx';
import { addressOf, clockOf, clockTime, type Reader } from '../reader.ts';
import { CONTROLS } from './controls.tsx';
import type { Journey, Step } from './journeys.ts';
import { progressOf } from './rules.ts';

/** Where somebody is on a journey, with everything that they have typed so far. */
export type Place = {
  readonly reader: Reader;
  readonly journey: Journey;
  readonly step: Step;
  readonly key: string;
  readonly typed: RawAnswers;
  readonly problems?: readonly Problem[] | undefined;
  /** Since when it is kept; undefined before anything was sent. */
  readonly savedAt?: Date | undefined;
  /** True where the page was opened from the last one, to change an answer. */
  readonly isChange?: boolean | undefined;
  readonly oneMore?: boolean | undefined;
};

/** The frame of every page of a journey: it begins with danger and the way out, and ends with who will read it. */
export function JourneyPage(
  props: Pick<Place, 'reader' | 'journey' | 'problems' | 'savedAt'> & {
    title: string;
    children: ComponentChildren;
  },
) {
  const { reader, journey } = props;
  return (
    <PublicFrame
      reader={reader}
      title={`${props.title} – ${reader.say(`telling.${journey.voice}`)}`}
      path={journey.path}
      problems={props.problems}
      languagesBelow={props.savedAt && '#languages'}
    >
      {props.children}
    </PublicFrame>
  );
}

/**
 * The form of a page. Enter sends it on, although Back stands first: the first button of a form is the one that Enter presses, and
 * so an unseen one is.
 */
export function JourneyForm({ place, children }: { place: Place; children: ComponentChildren }) {
  const { reader, journey, step, key, isChange } = place;
  const { say } = reader;
  const address = addressOf(reader, journey.path);
  return (
    <form
      method="post"
      action={address}
      novalidate
      autocomplete="off"
      data-draft
      data-draft-url={step.question && `${address}/kept`}
      data-saved-words={say('telling.kept', { time: '' }).trim()}
      data-saved-clock={clockOf(reader)}
      data-waiting-words={say('telling.waiting')}
      data-refused-words={say('telling.refused')}
    >
      <HiddenInputs values={{ key, at: step.name, from: isChange ? 'check' : undefined }} />
      {step.question && (
        <button type="submit" name="go" value="on" class="c-hidden" tabIndex={-1} aria-hidden="true">
          {say('telling.continue')}
        </button>
      )}
      {children}
      {place.savedAt && <OtherLanguages reader={reader} journey={journey} />}
    </form>
  );
}

/** The same page in another language, with everything that was typed on it: a link would lose it. */
function OtherLanguages({ reader, journey }: Pick<Place, 'reader' | 'journey'>) {
  const others = reader.offered.filter(({ code }) => code !== reader.code);
  if (others.length === 0) return null;
  return (
    <p class="c-other-languages" id="languages">
      {reader.say('telling.other-language')}:
      {others.map(({ code, ownName }) => (
        <LinkButton key={code} go="show" formaction={addressOf(reader, journey.path, code)} language={code}>
          {ownName}
        </LinkButton>
      ))}
    </p>
  );
}

/** One question, in the words of whoever answers it. */
export function QuestionPage(place: Place) {
  const { reader, journey, step, typed, problems = [], savedAt } = place;
  const { say } = reader;
  const { question } = step;
  if (question === undefined) return <CallPage {...place} />;
  const { done, of } = progressOf(journey, typed, step.name);
  const controls = CONTROLS[step.name];
  return (
    <JourneyPage
      reader={reader}
      journey={journey}
      title={say(`${question}.title`)}
      problems={problems}
      savedAt={savedAt}
    >
      <JourneyForm place={place}>
        {done > 1 && <BackButton reader={reader} />}
        <Progress done={done} of={of} words={say('telling.progress', { done, of })} />
        <ErrorSummary problems={problems} title={say('problem.one-thing', { count: problems.length })} />
        {controls?.({ reader, journey, question, typed, problems, oneMore: place.oneMore === true })}
        <SaveState
          state={savedAt ? 'saved' : 'waiting'}
          words={
            savedAt ? say('telling.kept', { time: clockTime(reader, savedAt) }) : say('telling.not-kept-yet')
          }
          note={say('telling.device')}
        />
        <ButtonGroup>
          <SubmitButton name="go" value="on" busyWords={say('telling.sending')}>
            {say('telling.continue')}
          </SubmitButton>
          <LinkButton go="skip">{say('telling.skip')}</LinkButton>
          <LinkButton go="stop">{say('telling.stop')}</LinkButton>
        </ButtonGroup>
      </JourneyForm>
      <section class="c-who-reads">
        <h2>{say('telling.reads')}</h2>
        <p>{say(`telling.reads.${journey.voice}`)}</p>
      </section>
    </JourneyPage>
  );
}

/** The way to the page before; it takes along what was typed here. */
export function BackButton({ reader }: { reader: Reader }) {
  return (
    <p class="c-back">
      <LinkButton go="back" class="govuk-back-link">
        {reader.say('telling.back')}
      </LinkButton>
    </p>
  );
}

/** Said before anything else to somebody in danger, with the numbers to call; and then they may go on. */
function CallPage(place: Place) {
  const { reader, journey } = place;
  const { say } = reader;
  const { emergency, hub, 'out of hours through the police': duty } = reader.authority.profile.telephones;
  return (
    <JourneyPage reader={reader} journey={journey} title={say('call.title')} savedAt={place.savedAt}>
      <JourneyForm place={place}>
        <BackButton reader={reader} />
        <h1 class="c-asked">{say('call.title')}</h1>
        {journey.voice === 'young' && <p>{say('call.young')}</p>}
        <p class="c-call">
          <TelephoneLink number={emergency.number} />
        </p>
        <p>{say('call.emergency', { number: emergency.number })}</p>
        <p class="c-call">
          <TelephoneLink number={hub.number} />
        </p>
        <p>{say('call.hub', { number: hub.number, duty: duty.number })}</p>
        <p>{say('call.safe')}</p>
        <ButtonGroup>
          <SubmitButton kind="secondary" name="go" value="on" busyWords={say('telling.sending')}>
            {say('call.go-on')}
          </SubmitButton>
        </ButtonGroup>
      </JourneyForm>
    </JourneyPage>
  );
}
