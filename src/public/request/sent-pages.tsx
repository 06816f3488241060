import type { RawAnswers } from '../../platform/forms/raw-answers.ts';
import { HiddenInputs, SubmitButton } from '../../platform/html/buttons.tsx';
import { Notice } from '../../platform/html/disclosure.tsx';
import { ButtonLink, Link } from '../../platform/html/links.tsx';
import type { Clock } from '../../profile/timescales.ts';
import { addressOf, dayFor, type Reader, timeOf } from '../reader.ts';
import { inGroups } from '../return-key.ts';
import { UnsettledTimes } from '../unsettled-times.tsx';
import { ADDRESS, RequestForm, RequestPage, type View } from './frame.tsx';
import { numbersOf } from './opening-page.tsx';
import type { Received } from './sending.ts';
import { MESSAGES, put } from './words/pages.ts';

const PROMISED = ['contact rated', 'contact decided', 'contact answered'] as const satisfies readonly Clock[];

/** Said after the commit: the reference, what happens next with the times of the profile, and the private link. */
export function SentPage({ reader, received }: { reader: Reader; received: Received }) {
  const { sent } = MESSAGES;
  const numbers = numbersOf(reader);
  const times = PROMISED.map((clock) => timeOf(reader, clock));
  const [read, decide, answer] = times.map(({ words }) => ({ time: words }));
  return (
    <RequestPage reader={reader} title={sent.title}>
      <h1 class="c-asked">{sent.title}</h1>
      <p>{sent.words}</p>
      <p class="c-reference">{received.reference}</p>
      {received.isInDanger && (
        <Notice colour="amber">
          <p>{put(sent.danger, numbers)}</p>
        </Notice>
      )}
      <h2>{sent.next}</h2>
      <ol class="c-next">
        <li>{put(sent.read, read ?? {})}</li>
        <li>{put(sent.decide, decide ?? {})}</li>
        <li>{put(sent.answer, answer ?? {})}</li>
      </ol>
      <UnsettledTimes reader={reader} clocks={PROMISED} />
      <h2>{sent.link}</h2>
      <p>{put(sent.linkWords, { day: dayFor(reader, received.link.endsAt) })}</p>
      <p class="c-private-link">
        <Link href={new URL(received.link.url).pathname}>{received.link.url}</Link>
      </p>
      <p>{put(sent.more, numbers)}</p>
    </RequestPage>
  );
}

/** Said to whoever goes back to a page of a request that was sent: it is not changed any more. */
export function AlreadyPage({ reader, reference }: { reader: Reader; reference: string }) {
  const { already } = MESSAGES;
  return (
    <RequestPage reader={reader} title={already.title}>
      <h1 class="c-asked">{already.title}</h1>
      <p>{put(already.words, { reference })}</p>
      <ButtonLink href={addressOf(reader, ADDRESS)} kind="secondary">
        {already.begin}
      </ButtonLink>
    </RequestPage>
  );
}

/** The key was used before for other answers: nothing was changed, and nothing that was typed since is lost. */
export function AgainPage(props: { reader: Reader; newKey: string; answers: RawAnswers }) {
  const { again, part } = MESSAGES;
  return (
    <RequestPage reader={props.reader} title={again.title}>
      <h1 class="c-asked">{again.title}</h1>
      <p>{again.words}</p>
      <RequestForm view={{ reader: props.reader, key: props.newKey }} at="whole">
        <HiddenInputs values={props.answers} />
        <SubmitButton kind="secondary" name="go" value="check" busyWords={part.sending}>
          {again.send}
        </SubmitButton>
      </RequestForm>
    </RequestPage>
  );
}

/** The code with which somebody goes on later: the key itself, in groups. */
export function CodePage({ view, origin }: { view: Pick<View, 'reader' | 'key'>; origin: string }) {
  const { code, part } = MESSAGES;
  const address = `${origin}${addressOf(view.reader, ADDRESS)}`;
  return (
    <RequestPage reader={view.reader} title={code.title}>
      <h1 class="c-asked">{code.title}</h1>
      <p class="c-code">{inGroups(view.key)}</p>
      <p>{code.words}</p>
      <p>{put(code.until, { time: timeOf(view.reader, 'draft kept').words, address })}</p>
      <RequestForm view={view} at="code">
        <SubmitButton kind="secondary" name="go" value="list" busyWords={part.sending}>
          {code.goOn}
        </SubmitButton>
      </RequestForm>
    </RequestPage>
  );
}

/** Said where what was sent carries no key, or none that is one. */
export function LostPage({ reader }: { reader: Reader }) {
  const { lost } = MESSAGES;
  return (
    <RequestPage reader={reader} title={lost.title}>
      <h1 class="c-asked">{lost.title}</h1>
      <p>{put(lost.words, numbersOf(reader))}</p>
      <ButtonLink href={addressOf(reader, ADDRESS)} kind="secondary">
        {lost.begin}
      </ButtonLink>
    </RequestPage>
  );
}
