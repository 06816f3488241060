import { dayInWords, timeInWords } from '../../../language/dates-in-words.ts';
import { type Day, dayOf } from '../../../language/day.ts';
import type { Id } from '../../../language/id.ts';
import { AsTyped } from '../../../platform/html/as-typed.tsx';
import { SubmitButton } from '../../../platform/html/buttons.tsx';
import { SelectInput } from '../../../platform/html/choices.tsx';
import { ErrorSummary } from '../../../platform/html/error-summary.tsx';
import { Link } from '../../../platform/html/links.tsx';
import { SummaryList } from '../../../platform/html/lists.tsx';
import { PageHead, Panel, PanelPart, WithAside } from '../../../platform/html/panel.tsx';
import { WordsInput } from '../../../platform/html/text-inputs.tsx';
import { Words } from '../../../platform/html/voice.tsx';
import { ActionForm } from '../../../platform/web/action-form.tsx';
import type { Person, PersonBrief } from '../../people/person/index.ts';
import type { Typed } from '../../people/person-facts/index.ts';
import { type Load, loadInWords, type WorkerOfTeam } from '../caseload/index.ts';
import { type Handover, standingOf } from './rules.ts';

type Draft = { readonly url: string; readonly version: number };

/** Offers a child to another worker, with the load of each, or to another team. */
export function OfferPage(
  props: Typed & {
    child: Person;
    workers: readonly WorkerOfTeam[];
    loads: ReadonlyMap<Id, Load>;
    draft: Draft;
  },
) {
  const { child, workers, loads, values, problems, draft } = props;
  const teams = new Map(workers.map(({ teamId, teamTitle }) => [teamId, teamTitle]));
  return (
    <>
      <PageHead
        title="Hand over"
        above={<Link href={`/people/${child.id}/allocations`}>{child.name}</Link>}
        below="The first worker keeps the child until the other says yes"
      />
      <div class="c-form-column">
        <ErrorSummary problems={problems} />
        <Panel>
          <ActionForm to={`/people/${child.id}/handovers`} draft={draft}>
            <AsTyped values={values} problems={problems}>
              <SelectInput
                name="to"
                label="To whom?"
                hint="They see the child from now on, until they answer or you take it back"
                empty="Select a worker or a team"
                options={[
                  ...workers.map((worker) => ({ value: worker.id, label: workerInWords(worker, loads) })),
                  ...[...teams].map(([id, title]) => ({ value: id, label: `The team ${title}` })),
                ]}
              />
              <WordsInput
                name="note"
                label="What must they know?"
                hint="What worries people, what was promised, what comes next and when"
                rows={8}
              />
            </AsTyped>
            <SubmitButton>Offer</SubmitButton>
          </ActionForm>
        </Panel>
      </div>
    </>
  );
}

function workerInWords({ id, name, teamTitle }: WorkerOfTeam, loads: ReadonlyMap<Id, Load>): string {
  const load = loads.get(id);
  return load === undefined ? `${name}, ${teamTitle}` : `${name}, ${teamTitle}: ${loadInWords(load)}`;
}

type HandoverProps = Typed & {
  readonly handover: Handover;
  readonly child: PersonBrief | undefined;
  readonly names: ReadonlyMap<Id, string>;
  readonly members: readonly WorkerOfTeam[];
  readonly loads: ReadonlyMap<Id, Load>;
  readonly mayAnswer: boolean;
  readonly mayWithdraw: boolean;
  readonly today: Day;
};

/** One offer with what they must know, and the yes or no. */
export function HandoverPage(props: HandoverProps) {
  const { handover, child } = props;
  return (
    <>
      <PageHead
        title="Handover"
        above={<Link href={`/people/${handover.personId}`}>{child?.name ?? 'A child on record'}</Link>}
        below={`It is ${standingOf(handover)}`}
      />
      <ErrorSummary problems={props.problems} />
      <WithAside aside={<Answering {...props} />}>
        <Panel title="What they must know">
          <Words words={handover.note} by={props.names.get(handover.offeredBy) ?? 'Who offered it'} />
        </Panel>
        <Panel title="The handover">
          <SummaryList lines={linesOf(props)} plain />
        </Panel>
      </WithAside>
    </>
  );
}

function Answering(props: HandoverProps) {
  const { handover, mayAnswer, mayWithdraw, values, problems } = props;
  return (
    <>
      {mayAnswer && (
        <Panel title="Your answer">
          <ActionForm to={`/handovers/${handover.id}/acceptance`}>
            <AsTyped values={values} problems={problems}>
              {handover.toTeamId !== undefined && <WhoOfTeam {...props} />}
              <WordsInput
                name="fullReason"
                label="If the caseload is full with this child, why all the same?"
                hint="Where it is full: English default, confirm locally"
                rows={2}
              />
            </AsTyped>
            <SubmitButton wide>Accept, from now on</SubmitButton>
          </ActionForm>
          <PanelPart>
            <ActionForm to={`/handovers/${handover.id}/declining`}>
              <AsTyped values={values} problems={problems}>
                <WordsInput name="reason" label="Or say why not" rows={3} />
              </AsTyped>
              <SubmitButton kind="secondary">Decline</SubmitButton>
            </ActionForm>
          </PanelPart>
        </Panel>
      )}
      {mayWithdraw && (
        <Panel title="While nobody has answered">
          <ActionForm to={`/handovers/${handover.id}/withdrawal`}>
            <SubmitButton kind="secondary">Take it back</SubmitButton>
          </ActionForm>
        </Panel>
      )}
    </>
  );
}

function WhoOfTeam({ members, loads }: HandoverProps) {
  return (
    <SelectInput
      name="staffId"
      label="Who of your team works with them?"
      empty="Select"
      options={members.map((worker) => ({ value: worker.id, label: workerInWords(worker, loads) }))}
    />
  );
}

function linesOf({ handover, names, today }: HandoverProps) {
  const nameOf = (id: Id | undefined) =>
    id === undefined ? 'Nobody yet' : (names.get(id) ?? 'Somebody of the staff');
  const at = (instant: Date) => `${dayInWords(dayOf(instant), today)}, ${timeInWords(instant)}`;
  const { acceptedAt, declinedAt, withdrawnAt, answeredBy, declinedReason } = handover;
  return [
    { label: 'From', value: nameOf(handover.fromStaffId ?? handover.fromTeamId) },
    { label: 'To', value: nameOf(handover.toStaffId ?? handover.toTeamId) },
    { label: 'Offered', value: `${at(handover.offeredAt)}, ${nameOf(handover.offeredBy)}` },
    ...(acceptedAt === undefined
      ? []
      : [{ label: 'Accepted', value: `${at(acceptedAt)}, ${nameOf(answeredBy)}` }]),
    ...(declinedAt === undefined
      ? []
      : [{ label: 'Declined', value: `${at(declinedAt)}, ${nameOf(answeredBy)}` }]),
    ...(declinedReason === undefined ? [] : [{ label: 'Why', value: declinedReason }]),
    ...(withdrawnAt === undefined ? [] : [{ label: 'Taken back', value: at(withdrawnAt) }]),
  ];
}
