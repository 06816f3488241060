import { dayInWords } from '../../../language/dates-in-words.ts';
import { durationInWords } from '../../../language/duration.ts';
import { Facts } from '../../../platform/html/facts.tsx';
import { LevelScale } from '../../../platform/html/level-scale.tsx';
import { ButtonLink, Link } from '../../../platform/html/links.tsx';
import { Panel, PanelPart } from '../../../platform/html/panel.tsx';
import { Flag, StandingTag } from '../../../platform/html/tags.tsx';
import { CONCERNS } from '../../../profile/code-sets/channels.ts';
import { labelOf } from '../../../profile/code-sets/code-set.ts';
import { causeInWords, reached } from '../alert/index.ts';
import { mayRelease, momentInWords, RatingsSoFar, TakingButton } from '../triage/index.ts';
import type { Shown } from './reading.ts';
import { datesInWords } from './rules.ts';

/** How a contact stands and what can be done with it; on a page as known before there is nothing to do. */
export function ContactAside(shown: Shown) {
  const { context, clock, dates, today } = shown;
  return (
    <>
      <Panel>
        {context.knownAt === undefined && <WhatToDo {...shown} />}
        <PanelPart title="With">
          <With {...shown} />
        </PanelPart>
        <PanelPart title="What it is about">
          <About {...shown} />
        </PanelPart>
        {shown.alerts.length > 0 && (
          <PanelPart title="Alerts">
            <Alerts {...shown} />
          </PanelPart>
        )}
      </Panel>
      <Panel title="Ratings">
        <RatingsSoFar ratings={shown.ratings} now={shown.now} calendar={context.profile.calendar} />
        <p class="c-small">
          {clock.inWords}
          {clock.within !== null && ` within ${durationInWords(clock.within)}`}.{' '}
          <StandingTag standing={clock.standing} />
        </p>
      </Panel>
      <Panel title="Six dates">
        <Facts
          facts={datesInWords(dates, today, context.profile.calendar.zone).map(({ label, when }) => [
            label,
            when,
          ])}
        />
      </Panel>
    </>
  );
}

function WhatToDo({ contact, answers, enquiryId, context }: Shown) {
  const may = (permission: Parameters<typeof context.viewer.permissions.has>[0]) =>
    context.viewer.permissions.has(permission);
  const at = `/contacts/${contact.id}`;
  return (
    <div class="c-to-do">
      {may('contact: decide') && !answers.isDecided && (
        <ButtonLink href={`${at}/decisions/new`} shortcut="d">
          Decide
        </ButtonLink>
      )}
      {may('contact: rate') && contact.answeredAt === undefined && (
        <ButtonLink kind="secondary" href={`${at}/ratings/new`} shortcut="r">
          Rate
        </ButtonLink>
      )}
      {enquiryId === undefined && may('mash enquiry: open') && (
        <ButtonLink kind="secondary" href={`${at}/mash-enquiries/new`} shortcut="p">
          Ask partners
        </ButtonLink>
      )}
      {enquiryId !== undefined && (
        <ButtonLink kind="secondary" href={`/mash-enquiries/${enquiryId}`} shortcut="p">
          MASH enquiry
        </ButtonLink>
      )}
      {may('contact: correct') && <Link href={`${at}/corrections/new`}>Put something right</Link>}
    </div>
  );
}

function With({ contact, taking, context, now }: Shown) {
  const { viewer, knownAt } = context;
  const mayChange = viewer.permissions.has('contact: take') && knownAt === undefined;
  const mayHandBack = mayRelease(taking, viewer).ok;
  return (
    <>
      {taking === undefined ? (
        <p>Nobody yet</p>
      ) : (
        <p>
          {taking.name}, since {momentInWords(taking.takenAt, now, context.profile.calendar)}
        </p>
      )}
      {mayChange && (taking === undefined ? contact.answeredAt === undefined : mayHandBack) && (
        <TakingButton contact={contact} taking={taking} />
      )}
    </>
  );
}

function About({ contact, judged, context, today, now }: Shown) {
  const { calendar, levelsOfNeed } = context.profile;
  const mayJudge = context.viewer.permissions.has('contact: rate') && context.knownAt === undefined;
  const isConcern = contact.about === 'safeguarding concern';
  return (
    <>
      {contact.immediateDanger === true && <Flag colour="red">A child is said to be in danger now</Flag>}
      <p>{labelOf(CONCERNS, contact.about)}</p>
      {judged.map((one) => (
        <p key={one.judgedAt.toISOString()} class="c-small">
          {one.reason} ({one.judgedBy}, {momentInWords(one.judgedAt, now, calendar)}; before:{' '}
          {labelOf(CONCERNS, one.was).toLowerCase()})
        </p>
      ))}
      {!isConcern && mayJudge && contact.answeredAt === undefined && (
        <p>
          <Link href={`/contacts/${contact.id}/concerns/new`}>It is a safeguarding concern</Link>
        </p>
      )}
      {contact.happenedOn !== undefined && <p>Happened {dayInWords(contact.happenedOn, today)}</p>}
      {contact.incident !== undefined && <p>Police incident {contact.incident}</p>}
      <p class="c-small">The referrer’s level</p>
      <LevelScale levels={levelsOfNeed} chosen={contact.referrerLevel ?? null} />
    </>
  );
}

function Alerts({ alerts, context, now }: Shown) {
  const { calendar } = context.profile;
  return (
    <>
      {alerts.map((alert) => (
        <p key={alert.id}>
          It {causeInWords(alert.cause)}.{' '}
          {alert.acknowledgedAt === undefined
            ? reached(alert, now, calendar.zone)
            : `${alert.toName ?? 'Nobody'} was told at ${momentInWords(alert.raisedAt, now, calendar)}; ${alert.acknowledgedBy ?? ''} acknowledged it at ${momentInWords(alert.acknowledgedAt, now, calendar)}.`}
        </p>
      ))}
    </>
  );
}
