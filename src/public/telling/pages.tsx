import type { RawAnswers } from '../../platform/forms/raw-answers.ts';
import { ButtonGroup, HiddenInputs, SubmitButton } from '../../platform/html/buttons.tsx';
import { ErrorSummary } from '../../platform/html/error-summary.tsx';
import { ButtonLink, Link } from '../../platform/html/links.tsx';
import { TextInput } from '../../platform/html/text-inputs.tsx';
import type { Clock } from '../../profile/timescales.ts';
import { PublicFrame } from '../frame.tsx';
import { LinkButton } from '../link-button.tsx';
import { addressOf, dayFor, type Reader, timeOf } from '../reader.ts';
import { inGroups } from '../return-key.ts';
import { UnsettledTimes } from '../unsettled-times.tsx';
import type { Journey, Step } from './journeys.ts';
import { BackButton, JourneyForm, JourneyPage, type Place } from './question-page.tsx';
import { readBack } from './read-back.ts';
import { stepsFor, withoutBlanks } from './rules.ts';

/** Everything once more before it is sent; the answers go along, so that what is sent is what was read here. */
export function CheckPage(place: Place) {
  const { reader, journey, typed, problems = [] } = place;
  const { say } = reader;
  const questions = stepsFor(journey, typed).filter(({ question }) => question !== undefined);
  return (
    <JourneyPage
      reader={reader}
      journey={journey}
      title={say('check.title')}
      problems={problems}
      savedAt={place.savedAt}
    >
      <JourneyForm place={place}>
        <HiddenInputs values={withoutBlanks(typed)} />
        <BackButton reader={reader} />
        <ErrorSummary problems={problems} title={say('problem.one-thing', { count: problems.length })} />
        <h1 class="c-asked">{say('check.title')}</h1>
        <p class="c-asked__hint">{say('check.words')}</p>
        <dl class="c-read-back">
          {questions.map((step) => (
            <ReadBackRow key={step.name} reader={reader} step={step} typed={typed} />
          ))}
        </dl>
        <p>{say('check.agree')}</p>
        <ButtonGroup>
          <SubmitButton name="go" value="send" busyWords={say('telling.sending')}>
            {say('check.send')}
          </SubmitButton>
          <LinkButton go="stop">{say('telling.stop')}</LinkButton>
        </ButtonGroup>
      </JourneyForm>
    </JourneyPage>
  );
}

function ReadBackRow({ reader, step, typed }: { reader: Reader; step: Step; typed: RawAnswers }) {
  const { say } = reader;
  const title = step.question ? say(`${step.question}.title`) : '';
  const answers = readBack(reader, step, typed);
  return (
    <div class="c-read-back__row">
      <dt>{title}</dt>
      <dd class="c-read-back__said">
        {answers.length === 0 && <p class="c-read-back__blank">{say('check.blank')}</p>}
        {answers.map(({ label, said }) => (
          <p key={`${label} ${said}`}>
            {label && <span class="c-read-back__label">{label}</span>}
            {said}
          </p>
        ))}
      </dd>
      <dd>
        <LinkButton go={`change:${step.name}`} about={title}>
          {say('check.change')}
        </LinkButton>
      </dd>
    </div>
  );
}

/** What is kept under the key, said after the commit: the reference, what happens next, and the private link. */
export function SentPage(props: {
  reader: Reader;
  journey: Journey;
  typed: RawAnswers;
  reference: string;
  link: { readonly url: string; readonly endsAt: Date };
}) {
  const { reader, typed } = props;
  const { say } = reader;
  const { emergency, hub } = reader.authority.profile.telephones;
  const { telephone, email, danger } = withoutBlanks(typed);
  const isReachable = telephone !== undefined || email !== undefined;
  const promised: readonly Clock[] = ['contact rated', 'contact decided', ...answered(isReachable)];
  const time = (clock: Clock) => ({ time: timeOf(reader, clock).words });
  return (
    <JourneyPage reader={reader} journey={props.journey} title={say('sent.page')}>
      <h1 class="c-asked">{say('sent.title')}</h1>
      <p>{say('sent.words')}</p>
      <p class="c-reference">{props.reference}</p>
      {danger === 'yes' && <p class="c-block c-block--amber">{say('sent.danger', emergency)}</p>}
      <h2>{say('sent.next')}</h2>
      <ol class="c-next">
        <li>{say('sent.read', time('contact rated'))}</li>
        <li>{say('sent.decide', time('contact decided'))}</li>
        <li>{isReachable ? say('sent.answer', time('contact answered')) : say('sent.no-answer')}</li>
      </ol>
      <UnsettledTimes reader={reader} clocks={promised} />
      <h2>{say('sent.link')}</h2>
      <p>{say('sent.link.words', { day: dayFor(reader, lastInstant(props.link.endsAt)) })}</p>
      <p class="c-private-link">
        <Link href={new URL(props.link.url).pathname}>{props.link.url}</Link>
      </p>
      <p>{say('sent.worse', { number: hub.number })}</p>
    </JourneyPage>
  );
}

const answered = (isReachable: boolean): readonly Clock[] => (isReachable ? ['contact answered'] : []);

/** A link of whole days ends with the first instant of the day after its last. */
function lastInstant(endsAt: Date): Date {
  return new Date(endsAt.getTime() - 1);
}

/** The key was used before for other answers: nothing was changed, and nothing that was typed since is lost. */
export function SentBeforePage({ place, newKey }: { place: Place; newKey: string }) {
  const { reader, journey, typed } = place;
  const { say } = reader;
  return (
    <JourneyPage reader={reader} journey={journey} title={say('again.title')}>
      <h1 class="c-asked">{say('again.title')}</h1>
      <p>{say('again.words')}</p>
      <form method="post" action={addressOf(reader, journey.path)}>
        <HiddenInputs values={{ ...withoutBlanks(typed), key: newKey, at: 'check' }} />
        <SubmitButton kind="secondary" name="go" value="show" busyWords={say('telling.sending')}>
          {say('again.send')}
        </SubmitButton>
      </form>
    </JourneyPage>
  );
}

/** The code with which somebody goes on later: the key itself, in groups. */
export function CodePage(place: Place) {
  const { reader, journey, key } = place;
  const { say } = reader;
  return (
    <JourneyPage reader={reader} journey={journey} title={say('code.title')}>
      <h1 class="c-asked">{say('code.title')}</h1>
      <p class="c-code">{inGroups(key)}</p>
      <p>{say('code.words')}</p>
      <p>{say('code.until', { time: timeOf(reader, 'draft kept').words })}</p>
      <form method="post" action={addressOf(reader, '/come-back')}>
        <HiddenInputs values={{ code: key }} />
        <SubmitButton kind="secondary" busyWords={say('telling.sending')}>
          {say('code.go-on')}
        </SubmitButton>
      </form>
    </JourneyPage>
  );
}

/** Where somebody types the code that they wrote down. */
export function ComeBackPage({ reader, typed = '', problem }: ComeBack) {
  const { say } = reader;
  const problems = problem === undefined ? [] : [{ field: 'code', message: problem }];
  return (
    <PublicFrame reader={reader} title={say('return.title')} path="/come-back" problems={problems}>
      <form method="post" action={addressOf(reader, '/come-back')} novalidate autocomplete="off">
        <ErrorSummary problems={problems} title={say('problem.one-thing', { count: problems.length })} />
        <h1 class="c-asked">{say('return.title')}</h1>
        <TextInput
          name="code"
          label={say('return.code')}
          hint={say('return.words')}
          value={typed}
          problems={problems}
        />
        <SubmitButton busyWords={say('telling.sending')}>{say('return.go')}</SubmitButton>
      </form>
    </PublicFrame>
  );
}

type ComeBack = { reader: Reader; typed?: string | undefined; problem?: string | undefined };

/** Said where the page that was sent carries no key, or none that is one. */
export function LostPage({ reader, journey }: Pick<Place, 'reader' | 'journey'>) {
  const { say, authority } = reader;
  return (
    <JourneyPage reader={reader} journey={journey} title={say('lost.title')}>
      <h1 class="c-asked">{say('lost.title')}</h1>
      <p>{say('lost.words', { number: authority.profile.telephones.hub.number })}</p>
      <ButtonLink href={addressOf(reader, journey.path)} kind="secondary">
        {say('lost.begin')}
      </ButtonLink>
    </JourneyPage>
  );
}
