import { dayInWords, timeInWords } from '../../../language/dates-in-words.ts';
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
import { PageHead, Panel, WithAside } from '../../../platform/html/panel.tsx';
import { WordsInput } from '../../../platform/html/text-inputs.tsx';
import { ActionForm } from '../../../platform/web/action-form.tsx';
import { type FactBetween, factInWords, type Merge, standsIn } from '../merge/index.ts';
import type { PersonBrief } from '../person/index.ts';
import { keyOf } from './actions.ts';

type Props = {
  readonly merge: Merge;
  readonly briefs: ReadonlyMap<Id, PersonBrief>;
  readonly facts: readonly FactBetween[];
  readonly names: ReadonlyMap<Id, string>;
  readonly today: Day;
  readonly values: RawAnswers;
  readonly problems: readonly Problem[];
  readonly draft: { readonly url: string; readonly version: number };
};

/** Every fact written while they were one, each with the question whose it is, and why they are two again. */
export function UndoingPage(props: Props) {
  const { merge, facts, values, problems } = props;
  const at = `/people/${merge.keptId}/merges/${merge.id}`;
  return (
    <>
      <PageHead
        title="Make two records of them again"
        above={<Link href={at}>Two records that are one</Link>}
        below="What was on each record before stays there. What was written while they were one is yours to give."
      />
      <ErrorSummary problems={problems} />
      {standsIn(merge) ? (
        <ActionForm to={`${at}/undoings`} draft={props.draft}>
          <AsTyped values={values} problems={problems}>
            <WithAside
              aside={
                <Panel title="Why are they two people?">
                  <WordsInput name="reason" label="Your reason" rows={4} />
                  <ButtonGroup>
                    <SubmitButton busyWords="Undoing">Make two records</SubmitButton>
                  </ButtonGroup>
                </Panel>
              }
            >
              <Panel title="Written while they were one">
                {facts.length === 0 ? (
                  <EmptyState title="Nothing was written meanwhile" figure={0} calm>
                    <p>Both records are again exactly as they were.</p>
                  </EmptyState>
                ) : (
                  facts.map((fact, index) => (
                    <FactQuestion key={fact.id} {...props} fact={fact} index={index} />
                  ))
                )}
              </Panel>
            </WithAside>
          </AsTyped>
        </ActionForm>
      ) : (
        <Panel>
          <p>It was undone already.</p>
        </Panel>
      )}
    </>
  );
}

function FactQuestion({
  merge,
  briefs,
  names,
  today,
  fact,
  index,
}: Props & { fact: FactBetween; index: number }) {
  const { recordedAt, recordedBy, words } = fact;
  const by = recordedBy === undefined ? undefined : names.get(recordedBy);
  const written = `Written ${dayInWords(dayOf(recordedAt), today)}, ${timeInWords(recordedAt)}${by ? `, by ${by}` : ''}`;
  const option = (value: string, id: Id) => {
    const brief = briefs.get(id);
    return { value, label: brief === undefined ? 'The other record' : `${brief.name}, ${brief.number}` };
  };
  return (
    <>
      <input type="hidden" name={`facts.${index}.fact`} value={keyOf(fact)} />
      <Radios
        name={`facts.${index}.to`}
        label={[factInWords(fact.relation), words].filter(Boolean).join(': ')}
        hint={words === undefined ? `${written}. Its words are not yours to read` : written}
        small
        options={[option('kept', merge.keptId), option('other', merge.otherId)]}
      />
    </>
  );
}
