import type { ComponentChildren } from 'preact';
import type { Id } from '../../../language/id.ts';
import type { Problem } from '../../../language/outcome.ts';
import type { RawAnswers } from '../../../platform/forms/raw-answers.ts';
import { AsTyped } from '../../../platform/html/as-typed.tsx';
import { ButtonGroup, SubmitButton } from '../../../platform/html/buttons.tsx';
import { ErrorSummary } from '../../../platform/html/error-summary.tsx';
import { Link } from '../../../platform/html/links.tsx';
import { PageHead, Panel } from '../../../platform/html/panel.tsx';
import { ActionForm } from '../../../platform/web/action-form.tsx';

/** What was typed about a child, and what is wrong with it; `version` is that of the draft. */
type TypedOfChild = {
  readonly values: RawAnswers;
  readonly problems: readonly Problem[];
  readonly draft: { readonly url: string; readonly version: number };
};

/** One form about one child: what it asks is given as children. */
export function FactOfChildPage(
  props: TypedOfChild & {
    child: { readonly id: Id; readonly name: string };
    title: string;
    below?: string | undefined;
    to: string;
    button: string;
    children: ComponentChildren;
  },
) {
  const { child, values, problems } = props;
  return (
    <>
      <PageHead
        title={props.title}
        above={<Link href={`/people/${child.id}`}>{child.name}</Link>}
        below={props.below}
      />
      <div class="c-form-column">
        <ErrorSummary problems={problems} />
        <Panel>
          <ActionForm to={props.to} draft={props.draft}>
            <AsTyped values={values} problems={problems}>
              {props.children}
            </AsTyped>
            <ButtonGroup>
              <SubmitButton busyWords="Keeping">{props.button}</SubmitButton>
              <Link href={`/people/${child.id}`}>Back to {child.name}</Link>
            </ButtonGroup>
          </ActionForm>
        </Panel>
      </div>
    </>
  );
}
