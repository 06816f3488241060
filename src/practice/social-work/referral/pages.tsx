import { dayInWords, left, timeInWords } from '../../../language/dates-in-words.ts';
import { dayOf } from '../../../language/day.ts';
import type { Id } from '../../../language/id.ts';
import { ButtonGroup, SubmitButton } from '../../../platform/html/buttons.tsx';
import { Clock } from '../../../platform/html/clock.tsx';
import { Notice } from '../../../platform/html/disclosure.tsx';
import { EmptyState } from '../../../platform/html/empty-state.tsx';
import { ErrorSummary } from '../../../platform/html/error-summary.tsx';
import { LevelScale } from '../../../platform/html/level-scale.tsx';
import { Link } from '../../../platform/html/links.tsx';
import { SummaryList } from '../../../platform/html/lists.tsx';
import { PageHead, Panel, PanelPart, WithAside } from '../../../platform/html/panel.tsx';
import { Table } from '../../../platform/html/table.tsx';
import { Flag, StandingTag } from '../../../platform/html/tags.tsx';
import { WordsInput } from '../../../platform/html/text-inputs.tsx';
import { Words } from '../../../platform/html/voice.tsx';
import { ActionForm } from '../../../platform/web/action-form.tsx';
import type { Context, Refusal } from '../../../platform/web/context.ts';
import { labelOf } from '../../../profile/code-sets/code-set.ts';
import { CONTACT_SOURCES } from '../../../profile/code-sets/contact-sources.ts';
import { timescaleOn } from '../../../profile/timescales.ts';
import { dueBy } from '../../../profile/working-time.ts';
import { NeverWorkPanel } from '../../people/never-work/index.ts';
import { namedWithAge, type PersonBrief } from '../../people/person/index.ts';
import { closingsAt, proposeClosingAt } from '../closing/index.ts';
import { type Referral, type Standing, standingOf } from './rules.ts';

type Asking = Pick<Context, 'now' | 'today' | 'profile' | 'viewer'>;

const STANDING_WORDS: Readonly<Record<Standing, string>> = {
  undecided: 'Social care has not said yet',
  open: 'Open',
  declined: 'Declined',
  ended: 'Ended',
  withdrawn: 'Withdrawn by the hub',
};

/** The referrals that wait for social care to say yes or no. */
export function ReferralsPage(props: {
  referrals: readonly Referral[];
  children: ReadonlyMap<Id, PersonBrief>;
  context: Asking;
}) {
  const { referrals, children, context } = props;
  if (referrals.length === 0) {
    return (
      <>
        <PageHead title="Referrals to accept or decline" />
        <Panel>
          <EmptyState title="No referral is waiting for social care" figure={0} calm>
            <p>When the hub refers a child, it stands here until somebody accepts or declines it.</p>
          </EmptyState>
        </Panel>
      </>
    );
  }
  return (
    <>
      <PageHead
        title="Referrals to accept or decline"
        below="The oldest first; a discussion wanted today before all"
      />
      <Panel flush>
        <Table
          caption="Referrals that wait for a yes or no"
          movable
          columns={[
            { head: 'Child', isName: true, narrow: 'lead' },
            { head: 'Why', narrow: 'full' },
            { head: 'Level', narrow: 'start' },
            { head: 'Said by', narrow: 'end' },
          ]}
          rows={referrals.map((referral) => ({
            id: referral.id,
            cells: [
              <Link key="child" href={`/referrals/${referral.id}`}>
                {nameOf(children, referral, context)}
              </Link>,
              <span key="why">
                {referral.discussionWantedToday && <Flag colour="red">Discussion wanted today</Flag>}{' '}
                {referral.reason}
              </span>,
              <ReferredLevel key="level" referral={referral} context={context} />,
              <ReferralClock key="clock" referral={referral} context={context} />,
            ],
          }))}
        />
      </Panel>
    </>
  );
}

/** One referral: what was said, why the hub refers, and the yes or no of social care. */
export function ReferralPage(props: {
  referral: Referral;
  child: PersonBrief | undefined;
  staff: ReadonlyMap<Id, string>;
  context: Asking;
  refusal?: Refusal | undefined;
}) {
  const { referral, child, context, refusal } = props;
  return (
    <>
      <PageHead
        title={child === undefined ? 'A child on record' : namedWithAge(child, context.today)}
        above={<Link href="/referrals">Referrals</Link>}
        below={`Referral of ${dayInWords(referral.referredOn, context.today)}, ${STANDING_WORDS[standingOf(referral)].toLowerCase()}`}
        actions={<ReferralClock referral={referral} context={context} />}
      />
      <ErrorSummary problems={refusal?.problems ?? []} />
      <WithAside aside={<SayingYesOrNo {...props} />}>
        <Panel>
          {referral.discussionWantedToday && standingOf(referral) === 'undecided' && (
            <Notice colour="amber">The hub asks for a discussion today.</Notice>
          )}
          <PanelPart title="Why the hub refers">
            <p>{referral.reason}</p>
          </PanelPart>
          <PanelPart title="What was said">
            <Words words={referral.whatWasSaid} by={labelOf(CONTACT_SOURCES, referral.source)} />
          </PanelPart>
        </Panel>
      </WithAside>
    </>
  );
}

function SayingYesOrNo({ referral, child, staff, context, refusal }: Parameters<typeof ReferralPage>[0]) {
  const { permissions } = context.viewer;
  const standing = standingOf(referral);
  return (
    <>
      <Panel title="The referral">
        <SummaryList lines={linesOf(referral, child, staff, context)} plain />
      </Panel>
      {standing === 'undecided' && permissions.has('referral: accept') && (
        <Answering referral={referral} refusal={refusal} />
      )}
      {standing === 'open' && (
        <Panel title="What followed">
          <Link href={`/people/${referral.personId}/periods-of-service`}>Periods of service</Link>
          {' and '}
          <Link href={`/people/${referral.personId}/allocations`}>who works with them</Link>
        </Panel>
      )}
      {standing === 'open' && permissions.has('referral: end') && (
        <NeverWorkPanel
          closeAt={
            permissions.has('closing: propose')
              ? proposeClosingAt(referral.personId)
              : closingsAt(referral.personId)
          }
          to={`/referrals/${referral.id}/ending`}
          refusal={refusal}
        />
      )}
    </>
  );
}

function Answering({ referral, refusal }: { referral: Referral; refusal: Refusal | undefined }) {
  const typed = refusal?.values['reason'];
  return (
    <Panel title="Social care says">
      <ActionForm to={`/referrals/${referral.id}/acceptance`}>
        <SubmitButton wide>Accept, and say who works with them</SubmitButton>
      </ActionForm>
      <PanelPart>
        <ActionForm to={`/referrals/${referral.id}/declining`}>
          <WordsInput
            name="reason"
            label="Or say why it is declined"
            hint="The hub tells whoever told us"
            rows={3}
            value={typeof typed === 'string' ? typed : undefined}
            problems={refusal?.problems}
          />
          <ButtonGroup>
            <SubmitButton kind="secondary">Decline</SubmitButton>
          </ButtonGroup>
        </ActionForm>
      </PanelPart>
    </Panel>
  );
}

function linesOf(
  referral: Referral,
  child: PersonBrief | undefined,
  staff: ReadonlyMap<Id, string>,
  context: Asking,
) {
  const by = (id: Id | undefined) => (id === undefined ? '' : `, ${staff.get(id) ?? ''}`);
  const { today } = context;
  const steps = [
    ['Accepted', referral.acceptedOn, by(referral.acceptedBy)],
    ['Declined', referral.declinedOn, by(referral.declinedBy)],
    ['Ended', referral.endedOn, ''],
  ] as const;
  return [
    {
      label: 'Child',
      value: <Link href={`/people/${referral.personId}`}>{child?.name ?? 'On record'}</Link>,
    },
    { label: 'Level of need', value: <ReferredLevel referral={referral} context={context} /> },
    {
      label: 'Referred',
      value: `${dayInWords(referral.referredOn, today)}, ${timeInWords(referral.referredAt)}`,
    },
    ...steps.flatMap(([label, on, who]) =>
      on === undefined ? [] : [{ label, value: `${dayInWords(on, today)}${who}` }],
    ),
    ...(referral.declinedReason === undefined
      ? []
      : [{ label: 'Why declined', value: referral.declinedReason }]),
    ...(referral.contactId === undefined
      ? []
      : [
          {
            label: 'It began with',
            value: <Link href={`/contacts/${referral.contactId}`}>The contact</Link>,
          },
        ]),
  ];
}

function ReferredLevel({ referral, context }: { referral: Referral; context: Asking }) {
  return <LevelScale levels={context.profile.levelsOfNeed} chosen={referral.levelOfNeed ?? null} />;
}

function ReferralClock({ referral, context }: { referral: Referral; context: Asking }) {
  const { profile, now, today } = context;
  const edition = timescaleOn(profile.timescales, 'referral decided', referral.referredOn);
  const due = edition && dueBy(edition, referral.referredAt, profile.calendar);
  if (standingOf(referral) !== 'undecided' || edition === undefined || !due) return null;
  const minutes = (due.at.getTime() - now.getTime()) / 60_000;
  return (
    <div>
      <Clock
        startedAt={referral.referredAt}
        dueAt={due.at}
        now={now}
        words={left(minutes)}
        note={`due ${dayInWords(dayOf(new Date(due.at.getTime() - 1), profile.calendar.zone), today)}`}
      />
      <StandingTag standing={edition.standing} />
    </div>
  );
}

function nameOf(children: ReadonlyMap<Id, PersonBrief>, { personId }: Referral, { today }: Asking): string {
  const child = children.get(personId);
  return child === undefined ? 'A child on record' : namedWithAge(child, today);
}
