import type { ComponentChildren, VNode } from 'preact';
import type { Problem } from '../../language/outcome.ts';
import type { RawAnswers } from '../../platform/forms/raw-answers.ts';
import { valueIn, valuesIn } from '../../platform/html/answers.ts';
import { Checkboxes, Fieldset, Radios, SelectInput } from '../../platform/html/choices.tsx';
import { TextInput, WordsInput } from '../../platform/html/text-inputs.tsx';
import { LANGUAGES } from '../../profile/code-sets/languages.ts';
import { SAFE_WAYS } from '../../profile/code-sets/safe-contact.ts';
import { LinkButton } from '../link-button.tsx';
import type { Reader } from '../reader.ts';
import type { Journey, QuestionName, StepName } from './journeys.ts';
import { DANGER, MOST_CHILDREN, PERMISSIONS, TIES } from './questions.ts';

/** What a page needs to ask its question. */
export type Asked = {
  readonly reader: Reader;
  readonly journey: Journey;
  readonly question: QuestionName;
  readonly typed: RawAnswers;
  readonly problems: readonly Problem[];
  /** One more row than was filled in, where somebody asked for it. */
  readonly oneMore: boolean;
};

/** The controls of each question. A page that asks none has none. */
export const CONTROLS: Readonly<Partial<Record<StepName, (asked: Asked) => VNode>>> = {
  danger: (asked) => (
    <Radios
      {...control(asked, 'danger')}
      {...heading(asked)}
      options={DANGER.map((code) => ({ value: code, label: asked.reader.say(code) }))}
    />
  ),
  happening: (asked) => <Happening {...asked} />,
  children: (asked) => <Children {...asked} />,
  you: (asked) => (
    <Several {...asked}>
      <TextInput {...control(asked, 'givenName')} label={asked.reader.say('you.given-name')} />
      <TextInput {...control(asked, 'familyName')} label={asked.reader.say('you.family-name')} />
      <TextInput {...control(asked, 'age')} label={asked.reader.say('you.age')} width={20} />
    </Several>
  ),
  place: (asked) => (
    <Several {...asked}>
      <WordsInput {...control(asked, 'address')} label={asked.reader.say('place.address')} rows={3} />
      <TextInput {...control(asked, 'school')} label={asked.reader.say('place.school')} />
    </Several>
  ),
  well: (asked) => <WordsInput {...control(asked, 'goingWell')} {...heading(asked)} />,
  wanted: (asked) => <WordsInput {...control(asked, 'helpWanted')} {...heading(asked)} />,
  who: (asked) => (asked.journey.name === 'worried' ? <WhoIsWorried {...asked} /> : <WhoAsks {...asked} />),
  reach: (asked) => <Reach {...asked} />,
  safe: (asked) => <Safe {...asked} />,
  careful: (asked) => <WordsInput {...control(asked, 'notToSay')} {...heading(asked)} rows={4} />,
  family: (asked) => (
    <Several {...asked}>
      <Radios
        {...control(asked, 'familyKnows')}
        label={asked.reader.say('family.knows')}
        options={yesOrNo(asked.reader)}
      />
      <Radios
        {...control(asked, 'mayBeNamed')}
        label={asked.reader.say('family.named')}
        options={yesOrNo(asked.reader)}
      />
    </Several>
  ),
  permission: (asked) => (
    <>
      <Radios
        {...control(asked, 'permission')}
        {...heading(asked)}
        options={PERMISSIONS.map((code) => ({ value: code, label: asked.reader.say(`permission.${code}`) }))}
      />
      <WordsInput
        {...control(asked, 'permissionWords')}
        label={asked.reader.say('permission.words')}
        rows={3}
      />
    </>
  ),
};

/** Name, problems and what was typed, for a control. */
function control({ typed, problems }: Asked, name: string) {
  return { name, problems, value: valueIn(typed, name) };
}

/** The question as the heading of its page. */
function heading({ reader, question }: Asked) {
  return {
    label: reader.say(`${question}.title`),
    hint: reader.say(`${question}.hint`),
    labelIsHeading: true,
  };
}

function yesOrNo({ say }: Reader) {
  return [
    { value: 'yes', label: say('yes') },
    { value: 'no', label: say('no') },
  ];
}

/** A page of several small controls under one heading. */
function Several({ reader, question, children }: Asked & { children: ComponentChildren }) {
  return (
    <>
      <h1 class="c-asked">{reader.say(`${question}.title`)}</h1>
      <p class="c-asked__hint">{reader.say(`${question}.hint`)}</p>
      {children}
    </>
  );
}

function Happening(asked: Asked) {
  const { reader, journey, question } = asked;
  const prompts = [1, 2, 3] as const;
  return (
    <WordsInput
      {...control(asked, 'happening')}
      label={reader.say(`${question}.title`)}
      labelIsHeading
      hint={
        <>
          {reader.say(`${question}.hint`)}
          <ul class="c-prompts">
            {prompts.map((number) => (
              <li key={number}>{reader.say(`${journey.voice}.happening.prompt.${number}`)}</li>
            ))}
          </ul>
        </>
      }
      rows={7}
    />
  );
}

/** A row for each child that was named, one more at the beginning or when it is asked for. */
function Children(asked: Asked) {
  const { say } = asked.reader;
  const rows = rowsOf(asked);
  return (
    <Several {...asked}>
      {rows.map((row) => (
        <Fieldset key={row} legend={say('children.child', { number: row + 1 })}>
          <div class="c-row">
            <TextInput {...control(asked, `children.${row}.givenName`)} label={say('children.given-name')} />
            <TextInput
              {...control(asked, `children.${row}.familyName`)}
              label={say('children.family-name')}
            />
          </div>
          <TextInput {...control(asked, `children.${row}.age`)} label={say('children.age')} width={20} />
        </Fieldset>
      ))}
      {rows.length < MOST_CHILDREN && (
        <p>
          <LinkButton go="add">{say('children.add')}</LinkButton>
        </p>
      )}
    </Several>
  );
}

function rowsOf({ typed, oneMore, problems }: Asked): readonly number[] {
  const wrong = problems.map(({ field }) => field);
  const filled = Array.from({ length: MOST_CHILDREN }, (_, row) =>
    ['givenName', 'familyName', 'age'].some((name) => {
      const field = `children.${row}.${name}`;
      return wrong.includes(field) || (valueIn(typed, field) ?? '').trim() !== '';
    }),
  ).lastIndexOf(true);
  const shown = Math.max(1, filled + 1) + (oneMore ? 1 : 0);
  return Array.from({ length: Math.min(shown, MOST_CHILDREN) }, (_, row) => row);
}

function WhoIsWorried(asked: Asked) {
  const { say } = asked.reader;
  return (
    <Several {...asked}>
      <Radios
        {...control(asked, 'tie')}
        label={say('who.tie')}
        options={TIES.map((tie) => ({ value: tie, label: say(`who.tie.${tie}`) }))}
      />
      <TextInput {...control(asked, 'name')} label={say('who.name')} autocomplete="name" />
    </Several>
  );
}

function WhoAsks(asked: Asked) {
  const { say } = asked.reader;
  return (
    <Several {...asked}>
      <TextInput {...control(asked, 'name')} label={say('who.your-name')} autocomplete="name" />
      <TextInput
        {...control(asked, 'relation')}
        label={say('who.relation')}
        hint={say('who.relation.hint')}
      />
    </Several>
  );
}

function Reach(asked: Asked) {
  const { say } = asked.reader;
  return (
    <Several {...asked}>
      <TextInput
        {...control(asked, 'telephone')}
        label={say('reach.telephone')}
        type="tel"
        inputmode="tel"
        autocomplete="tel"
        width={20}
      />
      <TextInput
        {...control(asked, 'email')}
        label={say('reach.email')}
        type="email"
        inputmode="email"
        autocomplete="email"
      />
      <SelectInput
        {...control(asked, 'language')}
        value={valueIn(asked.typed, 'language') ?? asked.reader.code}
        label={say('reach.language')}
        options={languageOptions(asked.reader)}
      />
    </Several>
  );
}

/** Languages under their own names, so that everybody finds theirs. */
export function languageOptions({ say }: Reader) {
  return LANGUAGES.codes
    .filter(({ code }) => code !== 'und')
    .map(({ code, ownName }) => ({
      value: code,
      label: code === 'mis' ? say('reach.language.another') : ownName,
    }));
}

function Safe(asked: Asked) {
  const { say } = asked.reader;
  return (
    <>
      <Checkboxes
        {...control(asked, 'safeWays')}
        {...heading(asked)}
        values={valuesIn(asked.typed, 'safeWays')}
        options={SAFE_WAYS.codes.map(({ code }) => ({ value: code, label: say(`safe.way.${code}`) }))}
      />
      <WordsInput
        {...control(asked, 'safeTimes')}
        label={say('safe.times')}
        hint={say('safe.times.hint')}
        rows={3}
      />
    </>
  );
}
