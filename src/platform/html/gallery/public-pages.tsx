import { ButtonGroup, SubmitButton } from '../buttons.tsx';
import { Radios } from '../choices.tsx';
import { ErrorSummary } from '../error-summary.tsx';
import { Progress } from '../form-states.tsx';
import { type Door, Doors, Hero, LinkColumns, Steps } from '../front-page.tsx';
import { BackLink, ButtonLink, Link } from '../links.tsx';
import { TextInput, WordsInput } from '../text-inputs.tsx';
import { SaveState } from '../voice.tsx';
import { GalleryPublicPage } from './frames.tsx';

const DOORS: readonly Door[] = [
  {
    drawing: 'boat',
    title: 'I am a child',
    words: 'Tell us what is good, what is wrong, or what you want to change.',
    href: '/a',
    go: 'Say it my way',
  },
  {
    drawing: 'speech',
    title: 'I am a young person',
    words: 'Your rights, your worker, somewhere to live, someone to talk to.',
    href: '/b',
    go: 'See what is for you',
  },
  {
    drawing: 'house',
    title: 'I am a parent or carer',
    words: 'Support at home, school, health, money, and caring for someone else’s child.',
    href: '/c',
    go: 'Find support',
  },
  {
    drawing: 'hands',
    title: 'I work with children',
    words: 'Ask for support, ask our advice, or answer a request from the hub.',
    href: '/d',
    go: 'Go to requests',
  },
];

/** The public front page. */
export function FrontPage() {
  return (
    <GalleryPublicPage title="You can talk to us" layout="front">
      <Hero
        title="You can talk to us."
        words="If family life is hard, or you are worried about a child, tell us. It is free, and you do not need to be sure."
        actions={
          <>
            <ButtonLink href="/worried">I am worried about a child</ButtonLink>
            <ButtonLink href="/help-for-my-family" kind="secondary">
              I need help for my family
            </ButtonLink>
          </>
        }
      />
      <div class="c-front">
        <Doors label="Who are you?" doors={DOORS} />
        <h2>What happens when you tell us</h2>
        <p class="c-lede">You can ask us to stop and explain at any point.</p>
        <Steps
          steps={[
            { title: 'You tell us', words: 'Online or by phone. It takes about ten minutes.' },
            {
              title: 'A social worker reads it',
              words: 'The same working day. If a child may be in danger, straight away.',
            },
            {
              title: 'We talk with you',
              words: 'In your language. Most families are offered help, not an assessment.',
            },
            {
              title: 'You hear what happens next',
              words: 'Within one working day, and you get a private link to follow it.',
            },
          ]}
        />
        <h2>What we do</h2>
        <LinkColumns
          links={[
            { href: '/early-help', words: 'Early help', note: 'Support before things get harder' },
            { href: '/social-care', words: 'Social care', note: 'When a child may need protecting' },
            {
              href: '/feelings',
              words: 'Feelings and mental health',
              note: 'For children, and for the adults around them',
            },
          ]}
        />
      </div>
    </GalleryPublicPage>
  );
}

/** A question in the caller's own words. */
export function WordsQuestion() {
  return (
    <GalleryPublicPage title="What is making you worried?" layout="question">
      <BackLink href="/worried/2" />
      <Progress done={3} of={7} words="Question 3 of 7" />
      <form method="post" data-draft data-draft-url="/drafts/1">
        <WordsInput
          name="worry"
          label="What is making you worried?"
          labelIsHeading
          hint="Use your own words. You do not need to prove anything."
          value="I look after her on Thursdays. She is often hungry and has started to cry when it is time to go home."
        />
        <SaveState state="saved" words="Kept for you, 2:02pm. Nothing is saved on this device." />
        <ButtonGroup>
          <SubmitButton>Continue</SubmitButton>
          <Link href="/worried/4">I cannot answer this</Link>
          <Link href="/worried/stop">Stop now and come back with a code</Link>
        </ButtonGroup>
      </form>
      <div class="c-who-reads">
        <h2>Who will read this</h2>
        <p>
          A social worker at the hub, today. We do not tell the family who you are without asking you first,
          unless a child would be in danger.
        </p>
      </div>
    </GalleryPublicPage>
  );
}

/** A question that was sent on without an answer. */
export function RefusedQuestion() {
  const problems = [
    { field: 'mayCall', message: 'Select whether it is safe to call you' },
    { field: 'telephone', message: 'Enter a telephone number, like 07700 900123' },
  ];
  return (
    <GalleryPublicPage title="Is it safe to call you?" layout="question">
      <BackLink href="/worried/5" />
      <ErrorSummary problems={problems} title="Two things to look at" />
      <form method="post">
        <Radios
          name="mayCall"
          label="Is it safe to call you?"
          labelIsHeading
          problems={problems}
          options={[
            { value: 'yes', label: 'Yes' },
            { value: 'times', label: 'Only at some times', hint: 'You can say when' },
            { value: 'no', label: 'No, do not call me' },
          ]}
        />
        <TextInput
          name="telephone"
          label="Your number"
          type="tel"
          autocomplete="tel"
          width={20}
          value="0770"
          problems={problems}
        />
        <SubmitButton>Continue</SubmitButton>
      </form>
    </GalleryPublicPage>
  );
}
