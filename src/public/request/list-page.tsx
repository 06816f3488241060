import { ButtonGroup, SubmitButton } from '../../platform/html/buttons.tsx';
import { Icon } from '../../platform/html/icons.tsx';
import { LinkButton } from '../link-button.tsx';
import { placeName, purposeOf } from './answers.ts';
import { Kept, RequestForm, RequestPage, type View } from './frame.tsx';
import { type PartName, partsFor } from './questions.ts';
import { entranceOf, type PartState, stateOf } from './rules.ts';
import { MESSAGES, put } from './words/pages.ts';
import { PARTS_IN_WORDS } from './words/questions.ts';

/** All parts of the request, to be answered in any order, each with how far it is. */
export function ListPage({ view }: { view: View }) {
  const { reader, reading, answers, seen } = view;
  const { list, part } = MESSAGES;
  const purpose = purposeOf(answers);
  const parts = partsFor(purpose).map((name) => ({ name, state: stateOf(reading, name, answers, seen) }));
  const done = parts.filter(({ state }) => state === 'done').length;
  return (
    <RequestPage reader={reader} title={list[purpose]}>
      <h1 class="c-asked">{list[purpose]}</h1>
      <p class="c-asked__hint">{put(list.words, { done, of: parts.length })}</p>
      <RequestForm view={view} at="list">
        <ul class="govuk-task-list">
          {parts.map(({ name, state }) => (
            <PartLine key={name} name={name} state={state} go={placeName(entranceOf(name, answers))} />
          ))}
        </ul>
        <Kept {...view} />
        <ButtonGroup>
          <SubmitButton name="go" value="check" busyWords={part.sending}>
            {list.check}
          </SubmitButton>
          <LinkButton go="code">{part.stop}</LinkButton>
        </ButtonGroup>
        <div class="c-who-reads">
          <LinkButton go={purpose === 'advice' ? 'begin.request' : 'begin.advice'}>
            {purpose === 'advice' ? list.toRequest : list.toAdvice}
          </LinkButton>
          <p class="c-small">{list.toAdviceNote}</p>
        </div>
      </RequestForm>
    </RequestPage>
  );
}

function PartLine({ name, state, go }: { name: PartName; state: PartState; go: string }) {
  const { title, hint } = PARTS_IN_WORDS[name];
  return (
    <li class="govuk-task-list__item govuk-task-list__item--with-link">
      <div class="govuk-task-list__name-and-hint">
        <LinkButton go={go}>{title}</LinkButton>
        <div class="govuk-task-list__hint">{hint}</div>
      </div>
      <div class={`govuk-task-list__status c-task__state c-task__state--${state.replace(' ', '-')}`}>
        {state === 'done' && <Icon name="tick" size="small" />}
        {state === 'problem' && <Icon name="warning" size="small" />}
        {MESSAGES.list.states[state]}
      </div>
    </li>
  );
}
