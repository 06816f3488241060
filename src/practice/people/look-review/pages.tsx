import { counted, dayInWords, timeInWords } from '../../../language/dates-in-words.ts';
import { type Day, dayOf } from '../../../language/day.ts';
import type { Id } from '../../../language/id.ts';
import type { Problem } from '../../../language/outcome.ts';
import type { RawAnswers } from '../../../platform/forms/raw-answers.ts';
import { AsTyped } from '../../../platform/html/as-typed.tsx';
import { ButtonGroup, SubmitButton } from '../../../platform/html/buttons.tsx';
import { Radios } from '../../../platform/html/choices.tsx';
import { EmptyState } from '../../../platform/html/empty-state.tsx';
import { ErrorSummary } from '../../../platform/html/error-summary.tsx';
import { Link } from '../../../platform/html/links.tsx';
import { SummaryList } from '../../../platform/html/lists.tsx';
import { PageHead, Panel, WithAside } from '../../../platform/html/panel.tsx';
import { Table } from '../../../platform/html/table.tsx';
import { StandingTag, Tag } from '../../../platform/html/tags.tsx';
import { WordsInput } from '../../../platform/html/text-inputs.tsx';
import { Words } from '../../../platform/html/voice.tsx';
import { ActionForm } from '../../../platform/web/action-form.tsx';
import { labelOf } from '../../../profile/code-sets/code-set.ts';
import { LOOK_ANSWERS } from '../../../profile/code-sets/look-answers.ts';
import { LOOK_MODEL } from '../../../profile/look-model.ts';
import type { PersonBrief } from '../person/index.ts';
import { type LookReview, waits } from './rules.ts';

type Shown = {
  readonly names: ReadonlyMap<Id, string>;
  readonly briefs: ReadonlyMap<Id, PersonBrief>;
  readonly today: Day;
};

const nameOf = (names: Shown['names'], id: Id) => names.get(id) ?? 'Somebody of the staff';

/** Who looked whose record up is not said here where the reader may not open it: then it is a number. */
function recordOf({ personId, number }: LookReview, briefs: Shown['briefs']): string {
  const brief = briefs.get(personId);
  return brief === undefined ? `Record ${number ?? ''}`.trim() : `${brief.name}, ${brief.number}`;
}

const whenOf = ({ firstAt }: LookReview, today: Day) =>
  `${dayInWords(dayOf(firstAt), today)}, ${timeInWords(firstAt)}`;

const strongest = ({ signs }: LookReview) =>
  signs.toSorted((one, other) => LOOK_MODEL.signs[other].points - LOOK_MODEL.signs[one].points);

/** Every look that waits for somebody to judge it, the most telling first, and what was judged lately. */
export function LookReviewsPage(
  props: Shown & { waiting: readonly LookReview[]; judged: readonly LookReview[] },
) {
  const { waiting, judged } = props;
  const asked = waiting.filter(({ answered }) => answered !== undefined);
  const open = waiting.filter(({ answered }) => answered === undefined);
  const rows = (looks: readonly LookReview[]) =>
    looks.map((look) => ({ id: look.id, cells: cellsOf(look, props) }));
  return (
    <>
      <PageHead
        title="Looks to judge"
        below="Looks at records that seem to be no work of whoever looked. Most will have a reason. Your own are never here."
        actions={<Link href="/looks">Who looked at a record</Link>}
      />
      <Panel flush={waiting.length + judged.length > 0}>
        {waiting.length + judged.length === 0 ? (
          <EmptyState title="No look waits to be judged" figure={0} calm>
            <p>The looks of each day are gone through in the night after it.</p>
          </EmptyState>
        ) : (
          <Table
            caption="Looks, the most telling first"
            movable
            columns={[
              { head: 'Who looked', isName: true, narrow: 'lead' },
              { head: 'Whose record', narrow: 'full' },
              { head: 'When', narrow: 'labelled' },
              { head: 'Why this is asked', narrow: 'full' },
              { head: 'Answer', narrow: 'full' },
            ]}
            groups={[
              { title: 'Nobody has judged it', rows: rows(open) },
              { title: 'Somebody is being asked', rows: rows(asked) },
              { title: 'Judged', rows: rows(judged) },
            ].filter((group) => group.rows.length > 0)}
          />
        )}
      </Panel>
      <ModelPanel />
    </>
  );
}

function cellsOf(look: LookReview, { names, briefs, today }: Shown) {
  const { answered } = look;
  return [
    <Link key="who" href={`/look-reviews/${look.id}`}>
      {nameOf(names, look.staffId)}
    </Link>,
    recordOf(look, briefs),
    whenOf(look, today),
    strongest(look)
      .filter((sign) => sign !== 'no relation')
      .slice(0, 2)
      .map((sign) => LOOK_MODEL.signs[sign].words)
      .join('. '),
    answered === undefined ? 'None yet' : <Tag key="answer">{labelOf(LOOK_ANSWERS, answered.answer)}</Tag>,
  ];
}

type OneProps = Shown & {
  readonly look: LookReview;
  readonly values: RawAnswers;
  readonly problems: readonly Problem[];
  readonly draft: { readonly url: string; readonly version: number };
};

/** One look: who, whose record, when, each sign with its reason; and the question. */
export function LookReviewPage(props: OneProps) {
  const { look, names, briefs, today } = props;
  return (
    <>
      <PageHead title="A look to judge" above={<Link href="/look-reviews">Looks to judge</Link>} />
      <ErrorSummary problems={props.problems} />
      <WithAside aside={waits(look) ? <Judging {...props} /> : <Said {...props} />}>
        <Panel title="What happened">
          <SummaryList
            plain
            lines={[
              { label: 'Who looked', value: nameOf(names, look.staffId) },
              { label: 'Whose record', value: recordOf(look, briefs) },
              { label: 'First', value: whenOf(look, today) },
              { label: 'How often that day', value: counted(look.looks, 'time') },
            ]}
          />
          <Link href={`/people/${look.personId}/looks?staff=${look.staffId}`}>
            All their looks at this record
          </Link>
        </Panel>
        <Panel title="Why this is asked">
          <SummaryList
            plain
            lines={strongest(look).map((sign) => ({
              label: LOOK_MODEL.signs[sign].words,
              value: `${LOOK_MODEL.signs[sign].why}. ${counted(LOOK_MODEL.signs[sign].points, 'point')}.`,
            }))}
          />
        </Panel>
        {waits(look) && look.answered !== undefined && <Said {...props} />}
      </WithAside>
      <ModelPanel />
    </>
  );
}

function Said({ look: { answered }, names, today }: OneProps) {
  if (answered === undefined) return null;
  return (
    <Panel title={labelOf(LOOK_ANSWERS, answered.answer)}>
      <Words
        words={answered.words}
        by={`${nameOf(names, answered.by)}, ${dayInWords(dayOf(answered.at), today)}`}
      />
    </Panel>
  );
}

function Judging({ look, values, problems, draft }: OneProps) {
  return (
    <Panel title="Your answer">
      <ActionForm to={`/look-reviews/${look.id}/answers`} draft={draft}>
        <AsTyped values={values} problems={problems}>
          <Radios
            name="answer"
            label={LOOK_ANSWERS.title}
            small
            options={LOOK_ANSWERS.codes.map(({ code, label, note }) => ({ value: code, label, hint: note }))}
          />
          <WordsInput
            name="words"
            label="What did you find out, or what do you ask?"
            hint="Do not repeat what stands in the record"
            rows={4}
          />
        </AsTyped>
        <ButtonGroup>
          <SubmitButton busyWords="Keeping">Keep this answer</SubmitButton>
        </ButtonGroup>
      </ActionForm>
    </Panel>
  );
}

function ModelPanel() {
  return (
    <p class="c-small">
      A look comes here from {LOOK_MODEL.reviewedFrom} points on. The points and what they are held against:{' '}
      {LOOK_MODEL.source}. <StandingTag standing={LOOK_MODEL.standing} />
    </p>
  );
}
