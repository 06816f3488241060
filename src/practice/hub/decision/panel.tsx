import type { Id } from '../../../language/id.ts';
import { SubmitButton } from '../../../platform/html/buttons.tsx';
import { LevelScale } from '../../../platform/html/level-scale.tsx';
import { type SummaryLine, SummaryList } from '../../../platform/html/lists.tsx';
import { Panel, PanelPart } from '../../../platform/html/panel.tsx';
import { Tag } from '../../../platform/html/tags.tsx';
import { ActionForm } from '../../../platform/web/action-form.tsx';
import type { Context } from '../../../platform/web/context.ts';
import { labelOf } from '../../../profile/code-sets/code-set.ts';
import { CONTACT_OUTCOMES } from '../../../profile/code-sets/contact-outcomes.ts';
import {
  EARLY_HELP_ANSWERS,
  EARLY_HELP_DECLINED_REASONS,
} from '../../../profile/code-sets/early-help-answers.ts';
import { type Contact, childNamed } from '../contact/index.ts';
import { momentInWords } from '../triage/index.ts';
import { awaitsAuthorisation, type Decision } from './rules.ts';

type Shown = {
  readonly contact: Pick<Contact, 'children' | 'referrerLevel'>;
  readonly decisions: readonly Decision[];
  readonly staff: ReadonlyMap<Id, string>;
  readonly context: Pick<Context, 'now' | 'by' | 'profile' | 'viewer'>;
};

/** What was decided about each child of a contact: level beside the referrer's, outcome, reason, and the signatures. */
export function DecisionsPanel(props: Shown) {
  const { contact, decisions } = props;
  return (
    <Panel title="What was decided">
      {contact.children.map((child) => {
        const decision = decisions.find((one) => one.contactChildId === child.id);
        return (
          <PanelPart key={child.id} title={childNamed(child)}>
            {decision === undefined ? (
              <p>No decision yet.</p>
            ) : (
              <OneDecision {...props} decision={decision} />
            )}
          </PanelPart>
        );
      })}
    </Panel>
  );
}

function OneDecision(props: Shown & { decision: Decision }) {
  const { decision, context } = props;
  const waits = awaitsAuthorisation(decision);
  return (
    <>
      <SummaryList plain lines={linesOf(props)} />
      {waits && (
        <p>
          <Tag colour="amber" icon="warning">
            Waits for a manager’s signature
          </Tag>
        </p>
      )}
      {waits && decision.signedBy !== context.by && context.viewer.permissions.has('contact: authorise') && (
        <ActionForm to={`/decisions/${decision.id}/authorisation`}>
          <SubmitButton>Authorise</SubmitButton>
        </ActionForm>
      )}
    </>
  );
}

function linesOf({
  contact,
  decision,
  staff,
  context,
}: Shown & { decision: Decision }): readonly SummaryLine[] {
  const { now, profile } = context;
  const signature = (by: Id | undefined, at: Date) =>
    `${staff.get(by ?? decision.signedBy) ?? ''}, ${momentInWords(at, now, profile.calendar)}`;
  const { referrerLevel } = contact;
  const level = `level ${decision.levelOfNeed}`;
  const lines: readonly (SummaryLine | undefined)[] = [
    { label: 'What happens', value: <strong>{labelOf(CONTACT_OUTCOMES, decision.outcome)}</strong> },
    {
      label: 'Level of need',
      value: (
        <LevelScale
          levels={profile.levelsOfNeed}
          chosen={decision.levelOfNeed}
          words={referrerLevel === undefined ? level : `${level}; the referrer said ${referrerLevel}`}
        />
      ),
    },
    { label: 'Why', value: decision.reason },
    line('Advice given', decision.adviceGiven),
    line('Agency', decision.agencyTitle),
    line('The family said', decision.earlyHelpReply && labelOf(EARLY_HELP_ANSWERS, decision.earlyHelpReply)),
    line(
      'Why not now',
      decision.declinedReason && labelOf(EARLY_HELP_DECLINED_REASONS, decision.declinedReason),
    ),
    line('Discussion', decision.discussionWantedToday ? 'Wanted today' : undefined),
    { label: 'Signed', value: signature(decision.signedBy, decision.signedAt) },
    line('Authorised', decision.authorisedAt && signature(decision.authorisedBy, decision.authorisedAt)),
  ];
  return lines.filter((one) => one !== undefined);
}

function line(label: string, value: string | undefined): SummaryLine | undefined {
  return value === undefined ? undefined : { label, value };
}
