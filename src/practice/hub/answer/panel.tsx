import { dayInWords, timeInWords } from '../../../language/dates-in-words.ts';
import { dayOf } from '../../../language/day.ts';
import { SubmitButton } from '../../../platform/html/buttons.tsx';
import { Details } from '../../../platform/html/disclosure.tsx';
import { ButtonLink } from '../../../platform/html/links.tsx';
import { Panel, PanelPart } from '../../../platform/html/panel.tsx';
import { Flag, Tag } from '../../../platform/html/tags.tsx';
import { ActionForm } from '../../../platform/web/action-form.tsx';
import type { Context } from '../../../platform/web/context.ts';
import { labelOf } from '../../../profile/code-sets/code-set.ts';
import { LANGUAGES } from '../../../profile/code-sets/languages.ts';
import { ANSWER_WAYS } from '../../../profile/code-sets/safe-contact.ts';
import type { Answers } from './reading.ts';
import { type Answer, reasonsFor } from './rules.ts';

type Asking = Pick<Context, 'today' | 'profile' | 'viewer'>;

/** Who was told what about a contact, and who is still owed an answer. */
export function AnswersPanel(props: { contactId: string; answers: Answers; context: Asking }) {
  const { contactId, answers, context } = props;
  const mayAnswer = context.viewer.permissions.has('contact: answer') && answers.isDecided;
  return (
    <Panel title="Who has been told">
      {(['referrer', 'family'] as const).map((audience) => (
        <Told key={audience} audience={audience} {...props} />
      ))}
      {mayAnswer && (
        <ButtonLink kind="secondary" href={`/contacts/${contactId}/answers/new`}>
          Answer somebody
        </ButtonLink>
      )}
    </Panel>
  );
}

function Told(props: Parameters<typeof AnswersPanel>[0] & { audience: Answer['audience'] }) {
  const { audience, answers } = props;
  const own = answers.answers.filter((answer) => answer.audience === audience);
  const title = audience === 'referrer' ? 'Whoever told us' : 'The family';
  return (
    <PanelPart title={title}>
      {own.map((answer) => (
        <OneAnswer key={answer.id} answer={answer} {...props} />
      ))}
      {own.length === 0 && <NotYet {...props} />}
    </PanelPart>
  );
}

function NotYet({ audience, answers }: { audience: Answer['audience']; answers: Answers }) {
  if (audience === 'family' && answers.familyIsReferrer)
    return <p>They told us themselves, so the answer above is theirs.</p>;
  if (!answers.isDecided) return <p>Nobody is told before every child has a decision.</p>;
  return (
    <p>
      <Flag>Not told yet</Flag>
    </p>
  );
}

function OneAnswer({ answer, answers, context }: { answer: Answer; answers: Answers; context: Asking }) {
  const reader = answers.readers.find(
    (one) => one.reader.key === (answer.familyMemberId ?? answer.childId ?? answer.audience),
  )?.reader;
  const isWaiting = answer.whyNot === undefined && answer.toldAt === undefined;
  return (
    <>
      <p>
        {reader?.called ?? 'Not shown to you'}. <StateOf answer={answer} context={context} />
      </p>
      {answer.words !== undefined && (
        <Details summary={`What they are told, in ${labelOf(LANGUAGES, answer.language)}`}>
          <p class="c-words__text" lang={answer.language}>
            {answer.words}
          </p>
        </Details>
      )}
      {isWaiting && answer.way !== 'mail' && context.viewer.permissions.has('contact: answer') && (
        <ActionForm to={`/answers/${answer.id}/telling`}>
          <SubmitButton kind="secondary" size="compact">
            {answer.way === 'letter' || answer.way === 'text message'
              ? 'It has been sent'
              : 'They have been told'}
          </SubmitButton>
        </ActionForm>
      )}
    </>
  );
}

function StateOf({ answer, context }: { answer: Answer; context: Asking }) {
  const { zone } = context.profile.calendar;
  const at = (instant: Date) =>
    `${dayInWords(dayOf(instant, zone), context.today)}, ${timeInWords(instant, zone)}`;
  if (answer.whyNot !== undefined)
    return (
      <>
        Not told, {at(answer.madeAt)}: {labelOf(reasonsFor(answer.audience), answer.whyNot)}
      </>
    );
  const way = labelOf(ANSWER_WAYS, answer.way ?? '');
  if (answer.toldAt === undefined) return <Tag colour="amber">{way}, on its way</Tag>;
  return (
    <Tag colour="green" icon="tick">
      {way}, {at(answer.toldAt)}
    </Tag>
  );
}
