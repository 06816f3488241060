import { AsTyped } from '../../../platform/html/as-typed.tsx';
import { ButtonGroup, HiddenInputs, SubmitButton } from '../../../platform/html/buttons.tsx';
import { Checkboxes, Fieldset, Radios } from '../../../platform/html/choices.tsx';
import { ErrorSummary } from '../../../platform/html/error-summary.tsx';
import { Link } from '../../../platform/html/links.tsx';
import { PageHead, Panel } from '../../../platform/html/panel.tsx';
import { ActionForm } from '../../../platform/web/action-form.tsx';
import type { Typed } from '../../people/person-facts/index.ts';
import type { Exercise } from '../rating-exercise/index.ts';
import type { Rater } from './raters.ts';
import { WAYS, WHICH } from './rules.ts';

/** How the cases of an exercise are dealt, which, and to whom. */
export function DealingPage(
  props: Typed & { exercise: Exercise; raters: readonly Rater[]; notDealt: number; elsewhere: number },
) {
  const { exercise, raters, notDealt, elsewhere, values, problems } = props;
  const at = `/rating-exercises/${exercise.id}`;
  return (
    <>
      <PageHead
        title="Deal the cases"
        above={<Link href={at}>{exercise.title}</Link>}
        below={`${notDealt === 1 ? '1 case that nobody has' : `${notDealt} cases that nobody has`}`}
      />
      <div class="c-form-column">
        <ErrorSummary problems={problems} />
        <Panel>
          <ActionForm to={`${at}/dealing`}>
            <AsTyped values={values} problems={problems}>
              <Radios name="way" label="How?" options={optionsOf(WAYS)} small />
              <Radios name="which" label="Which cases?" options={optionsOf(WHICH)} small />
              <Fieldset legend="Who takes part?">
                {raters.map(({ id, name, title }, index) => (
                  <div key={id} class="c-rating__rater">
                    <HiddenInputs values={{ [`managers.${index}.id`]: id }} />
                    <Checkboxes
                      name={`managers.${index}.takesPart`}
                      label={<span class="c-hidden">{name}</span>}
                      options={[{ value: 'yes', label: `${name}, ${title}` }]}
                      small
                    />
                  </div>
                ))}
              </Fieldset>
            </AsTyped>
            <p class="c-small">
              Brothers and sisters go to one manager. Nobody gets a case with which they work. Whoever is
              dealt a case sees the child until the exercise is closed.
              {elsewhere > 0 && ` ${elsewhere} stand where you may not see them, and are not dealt by you.`}
            </p>
            <ButtonGroup>
              <SubmitButton busyWords="Dealing">Deal</SubmitButton>
              <Link href={at}>Back to the exercise</Link>
            </ButtonGroup>
          </ActionForm>
        </Panel>
      </div>
    </>
  );
}

function optionsOf(codes: readonly { readonly code: string; readonly label: string }[]) {
  return codes.map(({ code, label }) => ({ value: code, label }));
}
