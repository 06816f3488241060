import { ButtonGroup, HiddenInputs, SubmitButton } from '../../platform/html/buttons.tsx';
import { ErrorSummary } from '../../platform/html/error-summary.tsx';
import { LinkButton } from '../link-button.tsx';
import { answersToSend, placeName, purposeOf } from './answers.ts';
import { RequestForm, RequestPage, type View } from './frame.tsx';
import { type Group, saidIn } from './in-words.ts';
import { type PartName, partsFor } from './questions.ts';
import { type InTheWay, inTheWay } from './rules.ts';
import { MESSAGES } from './words/pages.ts';
import { PARTS_IN_WORDS } from './words/questions.ts';

/** Everything once more. The answers go along with the page, so that what is sent is what was read here. */
export function CheckPage({ view, problem }: { view: View; problem?: string | undefined }) {
  const { reader, reading, answers } = view;
  const { check, part: words } = MESSAGES;
  const wrong = inTheWay(reading, answers);
  const parts = partsFor(purposeOf(answers));
  return (
    <RequestPage reader={reader} title={check.title} problems={wrong}>
      <RequestForm view={view} at="whole">
        <HiddenInputs values={answersToSend(reading.forms, answers)} />
        <p class="c-back">
          <LinkButton go="list" class="govuk-back-link">
            {words.all}
          </LinkButton>
        </p>
        <h1 class="c-asked">{check.title}</h1>
        <p class="c-asked__hint">{check.words}</p>
        <ErrorSummary problems={problem === undefined ? [] : [{ field: '', message: problem }]} />
        {wrong.length > 0 && <InTheWayOf wrong={wrong} />}
        {parts.map((part) => (
          <PartReadBack key={part} view={view} part={part} />
        ))}
        <p>{check.agree}</p>
        <ButtonGroup>
          {wrong.length === 0 && (
            <SubmitButton name="go" value="send" busyWords={words.sending}>
              {check.send}
            </SubmitButton>
          )}
          <LinkButton go="code">{words.stop}</LinkButton>
        </ButtonGroup>
      </RequestForm>
    </RequestPage>
  );
}

/** Each thing in the way leads to the page on which it is put right. */
function InTheWayOf({ wrong }: { wrong: readonly InTheWay[] }) {
  return (
    <div class="govuk-error-summary" data-focus-first tabIndex={-1}>
      <div role="alert">
        <h2 class="govuk-error-summary__title">{MESSAGES.check.wrong}</h2>
        <ul class="govuk-list govuk-error-summary__list">
          {wrong.map(({ field, message, place }) => (
            <li key={`${field} ${message}`}>
              <LinkButton go={placeName(place)}>{message}</LinkButton>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}

function PartReadBack({ view, part }: { view: View; part: PartName }) {
  const { check } = MESSAGES;
  const { title } = PARTS_IN_WORDS[part];
  const groups = saidIn(view.reading, part, view.answers).filter(({ answers }) => answers.length > 0);
  return (
    <section class="c-part">
      <div class="c-panel__head">
        <h2>{title}</h2>
        <LinkButton go={part} about={title}>
          {check.change}
        </LinkButton>
      </div>
      {groups.length === 0 && <p>{check.blank}</p>}
      {groups.map((group) => (
        <GroupReadBack key={group.about} group={group} isPerson={group.about !== title} />
      ))}
    </section>
  );
}

function GroupReadBack({ group, isPerson }: { group: Group; isPerson: boolean }) {
  return (
    <>
      {isPerson && <h3>{group.about}</h3>}
      <dl class="c-read-back">
        {group.answers.map(({ question, words }) => (
          <div key={question} class="c-read-back__row">
            <dt>{question}</dt>
            <dd class="c-read-back__said">
              <p>{words}</p>
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}
