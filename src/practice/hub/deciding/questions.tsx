import type { Id } from '../../../language/id.ts';
import type { Problem } from '../../../language/outcome.ts';
import type { RawAnswers } from '../../../platform/forms/raw-answers.ts';
import { valueIn } from '../../../platform/html/answers.ts';
import { HiddenInputs } from '../../../platform/html/buttons.tsx';
import { Checkboxes, Radios, SelectInput } from '../../../platform/html/choices.tsx';
import { LevelChoice } from '../../../platform/html/level-scale.tsx';
import { Link } from '../../../platform/html/links.tsx';
import { Flag } from '../../../platform/html/tags.tsx';
import { WordsInput } from '../../../platform/html/text-inputs.tsx';
import type { Context } from '../../../platform/web/context.ts';
import { codesOn } from '../../../profile/code-sets/code-set.ts';
import { CONTACT_OUTCOMES, type ContactOutcome } from '../../../profile/code-sets/contact-outcomes.ts';
import {
  EARLY_HELP_ANSWERS,
  EARLY_HELP_DECLINED_REASONS,
} from '../../../profile/code-sets/early-help-answers.ts';
import { type Contact, type ContactChild, childNamed } from '../contact/index.ts';

/** The keys of the outcomes: the first letter that was free. Levels have 1 to 4. */
const OUTCOME_KEYS: Readonly<Record<ContactOutcome, string>> = {
  'advice and information': 'a',
  'early help offered': 'e',
  'referral to social care': 's',
  'another agency': 'g',
  'already open': 'o',
  'no further action': 'n',
  'child mental health': 'm',
  'youth service': 'y',
  probation: 'b',
  'police only': 'l',
  'single agency continues': 'c',
  'transfer in': 't',
};

/** What the questions need to know besides the answers. */
export type DecisionQuestions = {
  readonly contact: Contact;
  /** Those who have no decision yet. */
  readonly open: readonly ContactChild[];
  readonly agencies: readonly { readonly id: Id; readonly title: string }[];
  readonly context: Pick<Context, 'profile' | 'today'>;
  readonly values: RawAnswers;
  readonly problems: readonly Problem[];
};

/** The questions of a decision, for all open children alike or for one of them: nothing is chosen until somebody chooses it. */
export function DecisionQuestionsFor(
  props: DecisionQuestions & { index: number; child?: ContactChild | undefined },
) {
  const { contact, context, values, problems, index, child } = props;
  const name = (field: string) => `decisions.${index}.${field}`;
  const value = (field: string) => valueIn(values, name(field));
  const covered = child === undefined ? props.open : [child];
  return (
    <>
      {child !== undefined && <HiddenInputs values={{ [name('child')]: child.id }} />}
      <Unknown contact={contact} covered={covered} />
      <LevelChoice
        name={name('levelOfNeed')}
        label="Level of need"
        levels={context.profile.levelsOfNeed}
        value={value('levelOfNeed')}
        problems={problems}
        notch={
          contact.referrerLevel === undefined
            ? undefined
            : { level: contact.referrerLevel, words: 'referrer said' }
        }
      />
      <Outcomes {...props} name={name} value={value} />
      <WordsInput
        name={name('reason')}
        label="Why, in words the family could read"
        rows={4}
        value={value('reason')}
        problems={problems}
      />
    </>
  );
}

type Named = DecisionQuestions & {
  index: number;
  name: (field: string) => string;
  value: (field: string) => string | undefined;
};

function Outcomes(props: Named) {
  const { context, problems, index, name, value } = props;
  const then: Partial<Record<ContactOutcome, ReturnType<typeof Then>>> = {
    'advice and information': <Then {...props} about="advice" />,
    'early help offered': <Then {...props} about="early help" />,
    'referral to social care': <Then {...props} about="referral" />,
    'another agency': <Then {...props} about="agency" />,
  };
  return (
    <Radios
      name={name('outcome')}
      label="What should happen"
      small
      value={value('outcome')}
      problems={problems}
      options={codesOn(CONTACT_OUTCOMES, context.today).map((row) => ({
        value: row.code,
        label: row.label,
        hint: row.note,
        key: index === 0 ? OUTCOME_KEYS[row.code] : undefined,
        followUp: then[row.code],
      }))}
    />
  );
}

function Then({ about, ...props }: Named & { about: 'advice' | 'early help' | 'referral' | 'agency' }) {
  const { agencies, problems, name, value } = props;
  if (about === 'early help') return <Offer {...props} />;
  if (about === 'advice') {
    return (
      <WordsInput
        name={name('adviceGiven')}
        label="What advice was given"
        rows={2}
        value={value('adviceGiven')}
        problems={problems}
      />
    );
  }
  if (about === 'agency') {
    return (
      <SelectInput
        name={name('agencyId')}
        label="Which agency"
        value={value('agencyId')}
        problems={problems}
        options={agencies.map(({ id, title }) => ({ value: id, label: title }))}
      />
    );
  }
  return (
    <Checkboxes
      name={name('discussionWantedToday')}
      label="Is a discussion wanted today?"
      small
      values={value('discussionWantedToday') === undefined ? [] : ['yes']}
      problems={problems}
      options={[{ value: 'yes', label: 'Yes, with police and health' }]}
    />
  );
}

function Offer({ problems, name, value }: Named) {
  return (
    <>
      <SelectInput
        name={name('earlyHelpReply')}
        label="What the family said"
        value={value('earlyHelpReply')}
        problems={problems}
        options={EARLY_HELP_ANSWERS.codes.map(({ code, label }) => ({ value: code, label }))}
      />
      <SelectInput
        name={name('declinedReason')}
        label="If no, why not now"
        value={value('declinedReason')}
        problems={problems}
        options={EARLY_HELP_DECLINED_REASONS.codes.map(({ code, label }) => ({ value: code, label }))}
      />
      <WordsInput
        name={name('declinedWords')}
        label="In their words, where none fits"
        rows={2}
        value={value('declinedWords')}
        problems={problems}
      />
    </>
  );
}

/** Who is not identified yet is said before anything is typed: a referral or an offer stands on somebody's record. */
function Unknown({ contact, covered }: { contact: Contact; covered: readonly ContactChild[] }) {
  return (
    <>
      {covered
        .filter((child) => child.personId === undefined)
        .map((child) => (
          <p key={child.id}>
            <Flag>{childNamed(child)} is not identified.</Flag>{' '}
            <Link href={`/contacts/${contact.id}/children/${child.id}/identification`}>Say who this is</Link>
          </p>
        ))}
    </>
  );
}

/** Which children one row covers, in words under the form. */
export function coveredInWords(open: readonly ContactChild[]): string {
  const names = open.map(childNamed);
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}

/** The keys of this form, for the list under `?`. */
export const DECISION_KEYS = [
  { keys: ['1', '2', '3', '4'], words: 'level of need' },
  {
    keys: ['A', 'E', 'S', 'G', 'N'],
    words: 'advice, early help, social care, another agency, nothing further',
  },
  { keys: ['O', 'M', 'Y', 'B', 'L', 'C', 'T'], words: 'the other outcomes, as their keys say' },
  { keys: ['Ctrl ↵'], words: 'save' },
] as const;
