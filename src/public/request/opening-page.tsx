import type { Problem } from '../../language/outcome.ts';
import { ButtonGroup, SubmitButton } from '../../platform/html/buttons.tsx';
import { Notice } from '../../platform/html/disclosure.tsx';
import { ErrorSummary } from '../../platform/html/error-summary.tsx';
import { TextInput } from '../../platform/html/text-inputs.tsx';
import { addressOf, type Reader } from '../reader.ts';
import { ADDRESS, RequestForm, RequestPage } from './frame.tsx';
import { MESSAGES, put } from './words/pages.ts';

/** Where a request begins or is taken up again: danger first, then what we need, then the two ways on. */
export function OpeningPage(props: { reader: Reader; newKey: string; typed?: string; problem?: string }) {
  const { reader, typed = '', problem } = props;
  const { opening, part } = MESSAGES;
  const problems = problem === undefined ? [] : [{ field: 'code', message: problem }];
  return (
    <RequestPage reader={reader} title={opening.title} problems={problems}>
      <ErrorSummary problems={problems} />
      <h1 class="c-asked">{opening.title}</h1>
      <p class="c-asked__hint">{opening.lede}</p>
      <Notice colour="amber">
        <p>{put(opening.danger, numbersOf(reader))}</p>
      </Notice>
      <h2>{opening.before}</h2>
      <ul class="govuk-list govuk-list--bullet">
        {[opening.consult, opening.ask, opening.needed, opening.leave].map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
      <RequestForm view={{ reader, key: props.newKey }} at="opening">
        <ButtonGroup>
          <SubmitButton name="go" value="begin.request" busyWords={part.sending}>
            {opening.begin}
          </SubmitButton>
          <SubmitButton kind="secondary" name="go" value="begin.advice" busyWords={part.sending}>
            {opening.advice}
          </SubmitButton>
        </ButtonGroup>
      </RequestForm>
      <ComeBack reader={reader} typed={typed} problems={problems} />
      <section class="c-who-reads">
        <h2>{opening.reads}</h2>
        <p>{opening.readsWords}</p>
      </section>
    </RequestPage>
  );
}

function ComeBack({
  reader,
  typed,
  problems,
}: {
  reader: Reader;
  typed: string;
  problems: readonly Problem[];
}) {
  const { opening, part } = MESSAGES;
  return (
    <section class="c-who-reads">
      <h2>{opening.back}</h2>
      <form method="post" action={addressOf(reader, ADDRESS)} novalidate autocomplete="off">
        <TextInput
          name="code"
          label={opening.code}
          hint={opening.codeHint}
          value={typed}
          problems={problems}
        />
        <SubmitButton kind="secondary" name="go" value="resume" busyWords={part.sending}>
          {opening.resume}
        </SubmitButton>
      </form>
    </section>
  );
}

/** The numbers that messages name. */
export function numbersOf({ authority }: Reader): Readonly<Record<string, string>> {
  const { emergency, hub } = authority.profile.telephones;
  return { emergency: emergency.number, hub: hub.number };
}
