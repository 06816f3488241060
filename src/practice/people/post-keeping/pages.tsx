import { dayInWords } from '../../../language/dates-in-words.ts';
import type { Day } from '../../../language/day.ts';
import type { Id } from '../../../language/id.ts';
import { Checkboxes, Fieldset, Radios, SelectInput } from '../../../platform/html/choices.tsx';
import { DayInput, TextInput } from '../../../platform/html/text-inputs.tsx';
import { type Holding, type Member, placeInWords } from '../administration/index.ts';
import type { Post } from './store.ts';

/** A role to choose, and whether it takes two people. */
export type RoleToChoose = { readonly role: string; readonly title: string; readonly takesTwo: boolean };

const EXAMPLE = 'For example, 27 3 2027';

/** The questions when somebody is given a post: a vacant one, or a new one. */
export function PostQuestions(props: {
  member: Member;
  vacant: readonly Post[];
  managing: readonly Post[];
  teams: readonly { readonly id: Id; readonly title: string }[];
  roles: readonly RoleToChoose[];
}) {
  const { member, vacant, managing, teams, roles } = props;
  return (
    <>
      <SelectInput
        name="postId"
        label="A post that is vacant"
        hint="Whoever takes over from somebody takes their post: those it manages stay under it"
        empty={vacant.length === 0 ? 'None is vacant' : 'None of these, a new one'}
        options={vacant.map((post) => ({ value: post.id, label: placeInWords(post) }))}
      />
      <Fieldset legend="Or a new post">
        <SelectInput
          name="role"
          label="What may they do?"
          empty="Select"
          options={roles.map(({ role, title, takesTwo }) => ({
            value: role,
            label: takesTwo ? `${title} (a second person agrees)` : title,
          }))}
        />
        <TextInput name="title" label="Its title (optional)" hint="As the directory shows it" />
        {member.agencyId === undefined && (
          <>
            <SelectInput
              name="teamId"
              label="Team"
              empty="Select"
              options={teams.map(({ id, title }) => ({ value: id, label: title }))}
            />
            <SelectInput
              name="managedBy"
              label="Managed by (optional)"
              empty="The manager of the team"
              options={managing.map((post) => ({
                value: post.id,
                label: `${placeInWords(post)}${post.holder === undefined ? '' : ` (${post.holder})`}`,
              }))}
            />
          </>
        )}
      </Fieldset>
      <DayInput name="fromOn" label="First day" hint={EXAMPLE} />
      <DayInput name="untilOn" label="Last day (optional)" hint={EXAMPLE} />
      <ShareQuestions />
    </>
  );
}

function ShareQuestions() {
  return (
    <>
      <TextInput
        name="hundredths"
        label="Per cent of full time (optional)"
        hint="Left empty, it is full time"
        inputmode="numeric"
        width={5}
      />
      <Checkboxes
        name="newlyQualified"
        label="Is this their first year as a social worker?"
        options={[{ value: 'yes', label: 'Yes, newly qualified' }]}
        small
      />
    </>
  );
}

/** The question when a post ends. */
export function EndingQuestions() {
  return (
    <Radios
      name="when"
      label="When does it end?"
      small
      options={[
        { value: 'now', label: 'Now', hint: 'What it opens is closed at once, also on pages that are open' },
        {
          value: 'on a day',
          label: 'After a last day',
          followUp: <DayInput name="untilOn" label="Last day" hint={EXAMPLE} />,
        },
      ]}
    />
  );
}

/** The questions when a post is held otherwise from a day on. */
export function ChangeQuestions() {
  return (
    <>
      <DayInput name="fromOn" label="From when?" hint={EXAMPLE} />
      <ShareQuestions />
    </>
  );
}

/** Since when a post is held, and until when. */
export function datesInWords({ fromOn, untilOn }: Holding, today: Day): string {
  return `Since ${dayInWords(fromOn, today)}${untilOn === undefined ? '' : `, until ${dayInWords(untilOn, today)}`}.`;
}
