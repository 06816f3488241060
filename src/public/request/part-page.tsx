import { type ComponentChildren, Fragment } from 'preact';
import type { Problem } from '../../language/outcome.ts';
import { ButtonGroup, SubmitButton } from '../../platform/html/buttons.tsx';
import { Notice } from '../../platform/html/disclosure.tsx';
import { ErrorSummary } from '../../platform/html/error-summary.tsx';
import { Progress } from '../../platform/html/form-states.tsx';
import { LinkButton } from '../link-button.tsx';
import { controlsAt, countOf, type Place, placeName, purposeOf } from './answers.ts';
import { Control, LevelQuestion, Statements } from './controls.tsx';
import { Kept, RequestForm, RequestPage, type View } from './frame.tsx';
import { personNamed, questionWords, saidIn } from './in-words.ts';
import { numbersOf } from './opening-page.tsx';
import { isFilledIn } from './own-details.ts';
import { isList, LISTS, type ListName, type PartName, partsFor } from './questions.ts';
import { copiedFor, unreadableIn } from './rules.ts';
import { MESSAGES, put } from './words/pages.ts';
import { PARTS_IN_WORDS } from './words/questions.ts';

/** One part of the request with its questions; of a list of people, the people or one of them. */
export function PartPage({
  view,
  place,
  problems,
}: {
  view: View;
  place: Place;
  problems: readonly Problem[];
}) {
  const { part, row } = place;
  if (isList(part)) {
    return row === undefined ? (
      <PeoplePage view={view} list={part} />
    ) : (
      <PersonPage view={view} list={part} row={row} problems={problems} />
    );
  }
  return (
    <PartFrame view={view} place={place} title={PARTS_IN_WORDS[part].title} problems={problems}>
      {part === 'why' && (
        <Notice colour="amber">
          <p>{put(MESSAGES.danger, numbersOf(view.reader))}</p>
        </Notice>
      )}
      {part === 'you' && isFilledIn(view) && (
        <Notice>
          <p>{MESSAGES.filledIn}</p>
        </Notice>
      )}
      {part === 'need' && <Statements {...view} profile={view.reading.profile} problems={problems} />}
      <Questions view={view} place={place} problems={problems} />
    </PartFrame>
  );
}

type Asked = ReturnType<typeof controlsAt>[number];
type QuestionsProps = { view: View; place: Place; problems: readonly Problem[] };

/** The questions of a page in their groups. Statements are asked in a way of their own. */
function Questions({ view, place, problems }: QuestionsProps) {
  const asked = controlsAt(view.reading.forms, place).filter(({ meta }) => meta.name !== 'ticked');
  return (
    <>
      {inRows(asked, place.part).map((row) => {
        const [first] = row;
        const heading = first && questionWords(place.part, first.meta).heading;
        const controls = row.map((one) => (
          <OneQuestion key={one.name} view={view} place={place} problems={problems} asked={one} />
        ));
        return (
          <Fragment key={first?.name}>
            {heading && <h2>{heading}</h2>}
            {row.length > 1 ? <div class="c-row">{controls}</div> : controls}
          </Fragment>
        );
      })}
    </>
  );
}

/** Two questions that stand beside each other make one row. */
function inRows(asked: readonly Asked[], part: PartName): readonly (readonly Asked[])[] {
  const rows: Asked[][] = [];
  for (const one of asked) {
    const before = rows.at(-1);
    if (before !== undefined && questionWords(part, one.meta).isBeside) before.push(one);
    else rows.push([one]);
  }
  return rows;
}

function OneQuestion({ view, place, problems, asked }: QuestionsProps & { asked: Asked }) {
  const { answers, reading } = view;
  const { name, meta } = asked;
  if (meta.name !== 'level')
    return <Control part={place.part} name={name} meta={meta} answers={answers} problems={problems} />;
  const words = questionWords(place.part, meta);
  return <LevelQuestion answers={answers} problems={problems} profile={reading.profile} words={words} />;
}

type FrameProps = {
  view: View;
  place: Place;
  title: string;
  problems: readonly Problem[];
  /** What the button that goes on says, and where it leads. */
  on?: string | undefined;
  children: ComponentChildren;
};

function PartFrame({ view, place, title, problems, on, children }: FrameProps) {
  const parts = partsFor(purposeOf(view.answers));
  const at = 1 + parts.indexOf(place.part);
  const { part } = MESSAGES;
  return (
    <RequestPage reader={view.reader} title={title} problems={problems}>
      <RequestForm view={view} at={placeName(place)} onEnter="next" isDraft={!isPeople(place)}>
        <p class="c-back">
          <LinkButton go="list" class="govuk-back-link">
            {part.all}
          </LinkButton>
        </p>
        <Progress done={at} of={parts.length} words={put(part.progress, { at, of: parts.length })} />
        <ErrorSummary problems={problems} />
        <h1 class="c-asked">{title}</h1>
        <p class="c-asked__hint">{PARTS_IN_WORDS[place.part].words}</p>
        {children}
        <Kept {...view} />
        <ButtonGroup>
          <SubmitButton name="go" value="next" busyWords={part.sending}>
            {on ?? nextWords(parts, place.part)}
          </SubmitButton>
          <LinkButton go="code">{part.stop}</LinkButton>
        </ButtonGroup>
      </RequestForm>
    </RequestPage>
  );
}

function isPeople({ part, row }: Place): boolean {
  return isList(part) && row === undefined;
}

function nextWords(parts: readonly PartName[], part: PartName): string {
  const next = parts[parts.indexOf(part) + 1];
  return next === undefined
    ? MESSAGES.part.last
    : put(MESSAGES.part.next, { part: PARTS_IN_WORDS[next].title });
}

/** Everybody of a list with what was said of them, to be changed, taken away or added to. */
function PeoplePage({ view, list }: { view: View; list: ListName }) {
  const words = MESSAGES.people[list];
  const { most } = LISTS[list];
  const people = saidIn(view.reading, list, view.answers);
  return (
    <PartFrame view={view} place={{ part: list }} title={PARTS_IN_WORDS[list].title} problems={[]}>
      {people.length === 0 && <p>{words.none}</p>}
      <dl class="c-read-back">
        {people.map(({ about }, row) => (
          <PersonLine key={about} view={view} list={list} row={row} about={about} />
        ))}
      </dl>
      {people.length < most ? (
        <p>
          <LinkButton go={placeName({ part: list, row: people.length })}>
            {people.length === 0 ? words.add : words.more}
          </LinkButton>
        </p>
      ) : (
        <p>{put(MESSAGES.people.full, { most })}</p>
      )}
    </PartFrame>
  );
}

type PersonProps = { view: View; list: ListName; row: number };

function PersonLine({ view, list, row, about }: PersonProps & { about: string }) {
  const { people, list: states } = MESSAGES;
  const place = placeName({ part: list, row });
  const isWrong = unreadableIn(view.reading, list, view.answers).some(({ field }) =>
    field.startsWith(`${LISTS[list].rows}.${row}.`),
  );
  return (
    <div class="c-read-back__row">
      <dt>{about}</dt>
      <dd class="c-read-back__said">{isWrong && <strong>{states.states.problem}</strong>}</dd>
      <dd>
        <LinkButton go={place} about={about}>
          {people.change}
        </LinkButton>{' '}
        <LinkButton go={`remove.${place}`} about={about}>
          {people.remove}
        </LinkButton>
      </dd>
    </div>
  );
}

/** One child or one of the people around them. A further child begins with what siblings mostly share. */
function PersonPage({ view, list, row, problems }: PersonProps & { problems: readonly Problem[] }) {
  const words = MESSAGES.people[list];
  const place = { part: list, row };
  const isNew = row >= countOf(list, view.answers);
  const copied = list === 'children' && isNew ? copiedFor(row, view.answers) : {};
  const shown = { ...view, answers: { ...view.answers, ...copied } };
  const title = isNew ? put(words.one, { number: row + 1 }) : personNamed(list, row, view.answers);
  return (
    <PartFrame view={view} place={place} title={title} problems={problems} on={MESSAGES.people.keep}>
      {Object.keys(copied).length > 0 && (
        <Notice>
          <p>{MESSAGES.people.copied}</p>
        </Notice>
      )}
      <Questions view={shown} place={place} problems={problems} />
      {row + 1 < LISTS[list].most && (
        <p>
          <LinkButton go={placeName({ part: list, row: row + 1 })}>{words.more}</LinkButton>
        </p>
      )}
    </PartFrame>
  );
}
