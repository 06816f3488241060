import { dayInWords } from '../../../language/dates-in-words.ts';
import type { Id } from '../../../language/id.ts';
import { valueIn } from '../../../platform/html/answers.ts';
import { SubmitButton } from '../../../platform/html/buttons.tsx';
import { Radios, SelectInput } from '../../../platform/html/choices.tsx';
import { EmptyState } from '../../../platform/html/empty-state.tsx';
import { ErrorSummary } from '../../../platform/html/error-summary.tsx';
import { Link } from '../../../platform/html/links.tsx';
import { SummaryList } from '../../../platform/html/lists.tsx';
import { PageHead, Panel, WithAside } from '../../../platform/html/panel.tsx';
import { Table } from '../../../platform/html/table.tsx';
import { StandingTag } from '../../../platform/html/tags.tsx';
import { WordsInput } from '../../../platform/html/text-inputs.tsx';
import { Words } from '../../../platform/html/voice.tsx';
import { ActionForm } from '../../../platform/web/action-form.tsx';
import type { Context, Refusal } from '../../../platform/web/context.ts';
import { labelOf } from '../../../profile/code-sets/code-set.ts';
import {
  EARLY_HELP_ANSWERS,
  EARLY_HELP_DECLINED_REASONS,
} from '../../../profile/code-sets/early-help-answers.ts';
import { timescaleOn } from '../../../profile/timescales.ts';
import { dueBy } from '../../../profile/working-time.ts';
import { NeverWorkPanel } from '../../people/never-work/index.ts';
import { namedWithAge, type PersonBrief } from '../../people/person/index.ts';
import { type Episode, type Standing, standingOf } from './rules.ts';

type Asking = Pick<Context, 'today' | 'profile' | 'viewer'>;

const STANDING_WORDS: Readonly<Record<Standing, string>> = {
  'not answered yet': 'The family has not said yet',
  accepted: 'The family said yes',
  declined: 'The family said no for now',
  open: 'Going on',
  ended: 'Ended',
  withdrawn: 'Withdrawn by the hub',
};

/** Offers of early help that wait, and help that goes on. */
export function EpisodesPage(props: {
  episodes: readonly Episode[];
  children: ReadonlyMap<Id, PersonBrief>;
  context: Asking;
}) {
  const { episodes, children, context } = props;
  if (episodes.length === 0) {
    return (
      <>
        <PageHead title="Early help" />
        <Panel>
          <EmptyState title="No family is waiting for early help" figure={0} calm>
            <p>When the hub offers early help, the offer stands here until the help has ended.</p>
          </EmptyState>
        </Panel>
      </>
    );
  }
  return (
    <>
      <PageHead title="Early help" below="Offers that wait, and help that goes on; the oldest offer first" />
      <Panel flush>
        <Table
          caption="Offers of early help and help that goes on"
          movable
          columns={[
            { head: 'Child', isName: true, narrow: 'lead' },
            { head: 'How it stands', narrow: 'full' },
            { head: 'Offered', narrow: 'start' },
            { head: 'To begin by', narrow: 'end' },
          ]}
          rows={episodes.map((episode) => ({
            id: episode.id,
            cells: [
              <Link key="child" href={`/early-help-episodes/${episode.id}`}>
                {nameOf(children.get(episode.personId), context)}
              </Link>,
              STANDING_WORDS[standingOf(episode)],
              dayInWords(episode.offeredOn, context.today),
              <ToBegin key="due" episode={episode} context={context} />,
            ],
          }))}
        />
      </Panel>
    </>
  );
}

/** One offer of early help: what was said, what the family answered, and how the help goes. */
export function EpisodePage(props: {
  episode: Episode;
  child: PersonBrief | undefined;
  context: Asking;
  refusal?: Refusal | undefined;
}) {
  const { episode, child, context, refusal } = props;
  return (
    <>
      <PageHead
        title={nameOf(child, context)}
        above={<Link href="/early-help-episodes">Early help</Link>}
        below={`Offered ${dayInWords(episode.offeredOn, context.today)}. ${STANDING_WORDS[standingOf(episode)]}.`}
      />
      <ErrorSummary problems={refusal?.problems ?? []} />
      <WithAside aside={<Steps {...props} />}>
        <Panel title="What was said">
          <Words words={episode.whatWasSaid} />
        </Panel>
      </WithAside>
    </>
  );
}

function Steps({ episode, child, context, refusal }: Parameters<typeof EpisodePage>[0]) {
  const { permissions } = context.viewer;
  const standing = standingOf(episode);
  const waits = standing === 'not answered yet' || standing === 'accepted' || standing === 'declined';
  return (
    <>
      <Panel title="The offer">
        <SummaryList lines={linesOf(episode, child, context)} plain />
        {standing === 'accepted' && permissions.has('early help: begin') && (
          <ActionForm to={`/early-help-episodes/${episode.id}/beginning`}>
            <SubmitButton wide>It has begun today</SubmitButton>
          </ActionForm>
        )}
      </Panel>
      {standing === 'open' && permissions.has('early help: end') && (
        <NeverWorkPanel
          closeAt={`/people/${episode.personId}/closings/new`}
          to={`/early-help-episodes/${episode.id}/ending`}
          refusal={refusal}
        />
      )}
      {waits && permissions.has('early help: begin') && <Replying episode={episode} refusal={refusal} />}
    </>
  );
}

function Replying({ episode, refusal }: { episode: Episode; refusal: Refusal | undefined }) {
  const values = refusal?.values ?? {};
  return (
    <Panel title="What does the family say now?">
      <ActionForm to={`/early-help-episodes/${episode.id}/replies`}>
        <Radios
          name="reply"
          label="Their answer"
          small
          value={valueIn(values, 'reply')}
          problems={refusal?.problems}
          options={EARLY_HELP_ANSWERS.codes.map(({ code, label }) => ({ value: code, label }))}
        />
        <SelectInput
          name="declinedReason"
          label="If no, why not now"
          value={valueIn(values, 'declinedReason')}
          problems={refusal?.problems}
          options={EARLY_HELP_DECLINED_REASONS.codes.map(({ code, label }) => ({ value: code, label }))}
        />
        <WordsInput
          name="declinedWords"
          label="In their words, where none fits"
          rows={2}
          value={valueIn(values, 'declinedWords')}
          problems={refusal?.problems}
        />
        <SubmitButton kind="secondary">Keep what they said</SubmitButton>
      </ActionForm>
    </Panel>
  );
}

function linesOf(episode: Episode, child: PersonBrief | undefined, context: Asking) {
  const { today } = context;
  return [
    { label: 'Child', value: <Link href={`/people/${episode.personId}`}>{child?.name ?? 'On record'}</Link> },
    { label: 'Offered', value: dayInWords(episode.offeredOn, today) },
    ...(episode.declinedReason === undefined
      ? []
      : [{ label: 'Why not now', value: labelOf(EARLY_HELP_DECLINED_REASONS, episode.declinedReason) }]),
    ...(standingOf(episode) === 'accepted'
      ? [{ label: 'To begin by', value: <ToBegin episode={episode} context={context} /> }]
      : []),
    ...(episode.beganOn === undefined ? [] : [{ label: 'Began', value: dayInWords(episode.beganOn, today) }]),
    ...(episode.endedOn === undefined ? [] : [{ label: 'Ended', value: dayInWords(episode.endedOn, today) }]),
    ...(episode.contactId === undefined
      ? []
      : [
          { label: 'It began with', value: <Link href={`/contacts/${episode.contactId}`}>The contact</Link> },
        ]),
  ];
}

function ToBegin({ episode, context }: { episode: Episode; context: Asking }) {
  const { profile, today } = context;
  const acceptedOn = episode.repliedOn ?? episode.offeredOn;
  const edition = timescaleOn(profile.timescales, 'early help begun', acceptedOn);
  const due = edition && dueBy(edition, acceptedOn, profile.calendar);
  if (standingOf(episode) !== 'accepted' || edition === undefined || !due) return null;
  return (
    <>
      {dayInWords(due.on, today)} <StandingTag standing={edition.standing} />
    </>
  );
}

function nameOf(child: PersonBrief | undefined, { today }: Asking): string {
  return child === undefined ? 'A child on record' : namedWithAge(child, today);
}
