import type { Problem } from '../../../language/outcome.ts';
import type { RawAnswers } from '../../../platform/forms/raw-answers.ts';
import { valueIn } from '../../../platform/html/answers.ts';
import { ButtonGroup, HiddenInputs, SubmitButton } from '../../../platform/html/buttons.tsx';
import { type Option, Radios } from '../../../platform/html/choices.tsx';
import { Clock } from '../../../platform/html/clock.tsx';
import { ErrorSummary } from '../../../platform/html/error-summary.tsx';
import { Link } from '../../../platform/html/links.tsx';
import { PageHead, Panel, PanelPart } from '../../../platform/html/panel.tsx';
import { RatingMark, RatingTag, StandingTag } from '../../../platform/html/tags.tsx';
import { WordsInput } from '../../../platform/html/text-inputs.tsx';
import { Words } from '../../../platform/html/voice.tsx';
import { ActionForm } from '../../../platform/web/action-form.tsx';
import type { Calendar } from '../../../profile/calendar.ts';
import { RATING_COLOURS } from '../../../profile/code-sets/rating-colours.ts';
import { type Contact, childrenNamed, lineOf } from '../contact/index.ts';
import { type ContactClock, clockInWords, momentInWords, type Rating, type Taking } from './rules.ts';

/** A clock of a contact, drawn and in words. */
export function ContactClockLine(props: { clock: ContactClock; now: Date; calendar: Calendar }) {
  const { clock, now, calendar } = props;
  return (
    <Clock
      startedAt={clock.startedAt}
      dueAt={clock.due?.at ?? null}
      now={now}
      quiet={clock.clock === 'contact rated'}
      {...clockInWords(clock, now, calendar)}
    />
  );
}

/** Every rating of a contact, the latest first, each with who gave it and why. */
export function RatingsSoFar(props: { ratings: readonly Rating[]; now: Date; calendar: Calendar }) {
  if (props.ratings.length === 0) return <p>Nobody has rated this contact yet.</p>;
  return (
    <ol class="c-ratings" aria-label="Ratings, latest first">
      {props.ratings.map((rating) => (
        <li key={rating.ratedAt.toISOString()}>
          <RatingTag colour={rating.colour} />
          <p class="c-ratings__reason">{rating.reason}</p>
          <p class="c-small">
            {rating.ratedBy}, {momentInWords(rating.ratedAt, props.now, props.calendar)}
          </p>
        </li>
      ))}
    </ol>
  );
}

type Asked = {
  readonly contact: Contact;
  readonly values: RawAnswers;
  readonly problems: readonly Problem[];
};

/** Rating a contact: what was said beside the question, and every rating before. */
export function RatingPage(
  props: Asked & {
    ratings: readonly Rating[];
    hours: ReadonlyMap<string, string>;
    standing: ContactClock['standing'];
    now: Date;
    calendar: Calendar;
  },
) {
  const { contact, values, problems, hours } = props;
  return (
    <>
      <ContactHead contact={contact} title="How soon must this be decided?" />
      <div class="c-form-column">
        <ErrorSummary problems={problems} />
        <Panel>
          <Words words={contact.words} language={contact.wordsLanguage} />
          <PanelPart>
            <ActionForm to={`/contacts/${contact.id}/ratings`}>
              <Radios
                name="colour"
                label="How soon"
                small
                value={valueIn(values, 'colour')}
                problems={problems}
                options={RATING_COLOURS.codes.map(
                  (row, index): Option => ({
                    value: row.code,
                    label: `${row.label}. ${row.note}`,
                    mark: <RatingMark colour={row.code} />,
                    hint: hours.get(row.code),
                    key: String(index + 1),
                  }),
                )}
              />
              <p class="c-small">
                Times to decide: <StandingTag standing={props.standing} />
              </p>
              <WordsInput
                name="reason"
                label="Why"
                hint="What you know now that makes it so. Every rating is kept with its reason."
                rows={3}
                value={valueIn(values, 'reason')}
                problems={problems}
              />
              <ButtonGroup>
                <SubmitButton shortcut="ctrl+enter">Save the rating</SubmitButton>
                <Link href={`/contacts/${contact.id}`}>Back without rating</Link>
              </ButtonGroup>
            </ActionForm>
          </PanelPart>
          <PanelPart title="Ratings so far">
            <RatingsSoFar {...props} />
          </PanelPart>
        </Panel>
      </div>
    </>
  );
}

/** Saying that a contact is a safeguarding concern, with the reason. */
export function ConcernPage({ contact, values, problems }: Asked) {
  return (
    <>
      <ContactHead contact={contact} title="Is this a safeguarding concern?" />
      <div class="c-form-column">
        <ErrorSummary problems={problems} />
        <Panel>
          <Words words={contact.words} language={contact.wordsLanguage} />
          <PanelPart>
            <p>
              Partner agencies can be asked only about a safeguarding concern: a child may be at risk of harm.
              Who said so, when and why is kept.
            </p>
            <ActionForm to={`/contacts/${contact.id}/concerns`}>
              <WordsInput
                name="reason"
                label="What makes it one"
                rows={3}
                value={valueIn(values, 'reason')}
                problems={problems}
              />
              <ButtonGroup>
                <SubmitButton shortcut="ctrl+enter">It is a safeguarding concern</SubmitButton>
                <Link href={`/contacts/${contact.id}`}>It is not, go back</Link>
              </ButtonGroup>
            </ActionForm>
          </PanelPart>
        </Panel>
      </div>
    </>
  );
}

/** What came of taking or handing back a contact that somebody else was quicker with. */
export function TakingRefusedPage({ contact, problems }: Omit<Asked, 'values'>) {
  return (
    <>
      <ContactHead contact={contact} title="Nothing was changed" />
      <ErrorSummary problems={problems} title="Somebody else was first, or has it" />
      <ButtonGroup>
        <Link href={`/contacts/${contact.id}`}>Open the contact</Link>
        <Link href="/hub">Back to the board</Link>
      </ButtonGroup>
    </>
  );
}

/** Taking a contact, or handing it back, where it stands in a list or on its own page. */
export function TakingButton(props: {
  contact: Pick<Contact, 'id' | 'reference'>;
  taking: Taking | undefined;
  from?: 'board';
}) {
  const { contact, taking, from } = props;
  return (
    <ActionForm to={`/contacts/${contact.id}/taking${taking === undefined ? '' : '/release'}`}>
      <HiddenInputs values={{ from }} />
      <button class="c-link-button" type="submit" data-key={taking === undefined ? 'a' : undefined}>
        {taking === undefined ? 'Take it' : 'Hand it back'}
        <span class="c-hidden"> {contact.reference}</span>
      </button>
    </ActionForm>
  );
}

function ContactHead({ contact, title }: { contact: Contact; title: string }) {
  return (
    <PageHead
      title={title}
      above={
        <Link href={`/contacts/${contact.id}`}>
          {childrenNamed(contact.children)}, {contact.reference}
        </Link>
      }
      below={lineOf(contact)}
    />
  );
}
