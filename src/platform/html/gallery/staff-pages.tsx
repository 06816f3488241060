import { ButtonGroup, SubmitButton } from '../buttons.tsx';
import { Checkboxes, Radios, SelectInput } from '../choices.tsx';
import { Clock } from '../clock.tsx';
import { ErrorSummary } from '../error-summary.tsx';
import { Conflict, PreFilled, Progress } from '../form-states.tsx';
import { IdentityBar } from '../identity-bar.tsx';
import { LevelChoice } from '../level-scale.tsx';
import { ButtonLink, Link } from '../links.tsx';
import { Timeline } from '../lists.tsx';
import { PageHead, Panel, PanelPart, WithAside } from '../panel.tsx';
import { DayInput, TextInput, WordsInput } from '../text-inputs.tsx';
import { Toast } from '../toast.tsx';
import { SaveState, Voice, Words } from '../voice.tsx';
import { GalleryStaffPage } from './frames.tsx';

/** One contact in a screening meeting: reading at the left, deciding at the right, nothing chosen. */
export function ScreeningPage() {
  return (
    <GalleryStaffPage
      title="Saffron Barnacle, 11"
      toast={<Toast words="Otto and Wren Sandpiper: referral, opened" undo={{ action: '/undo' }} />}
    >
      <Progress
        title="Screening meeting"
        done={7}
        of={20}
        words="7 of 20, 13 to go"
        actions={
          <ButtonLink kind="secondary" size="compact" href="/pause">
            Pause meeting
          </ButtonLink>
        }
      />
      <WithAside aside={<Deciding />}>
        <Panel>
          <PageHead
            level={2}
            title="Saffron Barnacle, 11"
            below="C-27-0415, Gull Rock School, with mother and two brothers"
            actions={
              <Clock startedAt={at(8)} dueAt={at(16)} now={at(15)} words="1 h left" note="Amber, due 16:00" />
            }
          />
          <Voice
            words="I do the tea because Mum is asleep. I just want her to be like before."
            by="Saffron, to her teacher, Tuesday 2 March"
          />
          <Words
            words="Saffron has been late on nine of the last fourteen days and falls asleep after lunch."
            by="Ada Lugsail, designated lead, Gull Rock School. Mother has been told and agrees to this request."
          />
          <PanelPart title="What we already know">
            <Timeline
              steps={[
                { when: '2 March 2027', what: 'This contact, school, level 3' },
                { when: '14 Nov 2026', what: 'Health visitor, advice given, level 2' },
                { when: 'June 2022', what: 'Early help, closed with goals met' },
              ]}
            />
          </PanelPart>
        </Panel>
      </WithAside>
    </GalleryStaffPage>
  );
}

function at(hour: number): Date {
  return new Date(Date.UTC(2027, 2, 3, hour));
}

function Deciding() {
  return (
    <Panel>
      <form method="post">
        <LevelChoice
          name="level"
          label="Level of need"
          levels={['Universal', 'Wellbeing', 'Health or development', 'Safeguarding'].map((name, index) => ({
            level: index + 1,
            name,
          }))}
          notch={{ level: 3, words: 'referrer said' }}
        />
        <Radios
          name="outcome"
          label="What should happen"
          small
          options={[
            { value: 'advice', label: 'Advice and information', key: 'a' },
            { value: 'early help', label: 'Early help', hint: 'Lead worker and a family plan', key: 'e' },
            {
              value: 'referral',
              label: 'Referral to social care',
              hint: 'Assessment and support team',
              key: 's',
            },
            { value: 'none', label: 'No further action', key: 'n' },
          ]}
        />
        <WordsInput name="reason" label="Why, in words the family could read" rows={4} />
        <SubmitButton wide shortcut="ctrl+enter">
          Save and open next
        </SubmitButton>
      </form>
    </Panel>
  );
}

const PROBLEMS = [
  { field: 'seenOn', message: 'Say when Juniper was last at the dentist, or tick “not known”' },
  { field: 'children.0.givenName', message: 'Enter a first name' },
];

/** A long form with everything that can happen to it. */
export function FormPage() {
  return (
    <GalleryStaffPage
      title="Health and development"
      place="children"
      band={
        <IdentityBar
          name="Juniper Limpet, 11"
          below="Born 8 June 2015. Says “Juno”. She, her."
          facts={[
            { label: 'Plan', value: 'Child in need plan', note: 'since 12 January 2027' },
            { label: 'Social worker', value: 'Tess Windlass', note: '12 weeks, first worker' },
            { label: 'Last seen', value: '6 days ago, alone', note: 'Thu 25 Feb, at school' },
            { label: 'Next due', value: 'Visit, by Thu 11 March', note: 'in 8 days' },
          ]}
          alerts={[{ words: 'Do not leave messages on the home phone. Mother asks for texts.' }]}
        />
      }
    >
      <PageHead title="Health and development" above={<Link href="/children/1">Juniper Limpet, 11</Link>} />
      <div class="c-form-column">
        <SaveState state="saved" words="Saved 14:02:07" note="Kept as a draft, also with mistakes in it" />
        <ErrorSummary problems={PROBLEMS} />
        <FormConflict />
        <PreFilled
          source="From the school nurse’s check, 14 November 2026"
          actions={
            <>
              <Link href="#a">Still right</Link> <Link href="#b">Change it</Link>
            </>
          }
        />
        <FormFields />
      </div>
    </GalleryStaffPage>
  );
}

function FormConflict() {
  return (
    <Conflict
      title="Two versions of “Sleep and food”"
      words="You both changed it within a minute. Nothing has been lost."
      versions={[
        {
          title: 'Yours',
          when: 'Today, 14:01',
          parts: [
            { words: 'Juno cooks in the evening. ' },
            { words: 'She is asleep by eleven.', differs: true },
          ],
          keep: <SubmitButton size="compact">Keep mine</SubmitButton>,
        },
        {
          title: 'Ivo Mainsail’s',
          when: 'Today, 14:00',
          parts: [
            { words: 'Juno cooks in the evening. ' },
            { words: 'School offers breakfast.', differs: true },
          ],
          keep: (
            <SubmitButton size="compact" kind="secondary">
              Keep Ivo’s
            </SubmitButton>
          ),
        },
      ]}
      keepBoth={<Link href="#both">Keep both, and edit them together</Link>}
    />
  );
}

function FormFields() {
  return (
    <form method="post">
      <WordsInput
        name="growth"
        label="Growth, hearing, sight"
        value="Growing well. Hearing and sight checked in Year 6, no concern."
        rows={2}
      />
      <DayInput
        name="seenOn"
        label="When was Juniper last at the dentist?"
        problems={PROBLEMS}
        value="lsat summer"
      />
      <TextInput name="children.0.givenName" label="First name" problems={PROBLEMS} width={20} />
      <Checkboxes
        name="agencies"
        label="Whom do you want to ask?"
        values={['health']}
        options={[
          { value: 'police', label: 'Police' },
          { value: 'health', label: 'Health', hint: 'School nurse and GP' },
        ]}
      />
      <SelectInput
        name="parish"
        label="Parish"
        empty="Select a parish"
        options={[{ value: 'north', label: 'North' }]}
      />
      <ButtonGroup>
        <SubmitButton>Next: Strengths</SubmitButton>
        <SubmitButton kind="secondary">Send to manager</SubmitButton>
        <Link href="/stop">Stop here, it is kept</Link>
      </ButtonGroup>
    </form>
  );
}
