import type { ComponentChildren } from 'preact';
import type { Problem } from '../../../language/outcome.ts';
import type { RawAnswers } from '../../../platform/forms/raw-answers.ts';
import { AsTyped } from '../../../platform/html/as-typed.tsx';
import { ButtonGroup, HiddenInputs } from '../../../platform/html/buttons.tsx';
import { Checkboxes } from '../../../platform/html/choices.tsx';
import { ErrorSummary } from '../../../platform/html/error-summary.tsx';
import { Link } from '../../../platform/html/links.tsx';
import { PageHead, Panel } from '../../../platform/html/panel.tsx';
import { WordsInput } from '../../../platform/html/text-inputs.tsx';
import { ActionForm } from '../../../platform/web/action-form.tsx';

type Child = { readonly id: string; readonly name: string };

/** A page on which something is written down about a child, with what was typed and what is wrong with it. */
export function WritingPage(props: {
  title: string;
  to: string;
  child: Child;
  /** Where the list of such things stands, and how it is called. */
  back: { readonly href: string; readonly words: string };
  values: RawAnswers;
  problems: readonly Problem[];
  draft: { readonly url: string; readonly version: number };
  /** The button that sends it, with the way back beside it. */
  send: ComponentChildren;
  children: ComponentChildren;
}) {
  const { title, to, child, back, values, problems, draft, send, children } = props;
  return (
    <>
      <PageHead title={title} above={<Link href={`/people/${child.id}`}>{child.name}</Link>} />
      <div class="c-form-column">
        <ErrorSummary problems={problems} />
        <ActionForm to={to} draft={draft}>
          <AsTyped values={values} problems={problems}>
            {children}
          </AsTyped>
          <ButtonGroup>
            {send}
            <Link href={back.href}>{back.words}</Link>
          </ButtonGroup>
        </ActionForm>
      </div>
    </>
  );
}

/** The brothers and sisters who may be part of it, each with what is written of them alone. The first place is the child's own. */
export function OtherChildren(props: {
  others: readonly Child[];
  question: (name: string) => string;
  yes: string;
  about: (child: Child, at: string) => ComponentChildren;
}) {
  const { others, question, yes, about } = props;
  return (
    <>
      {others.map((other, index) => (
        <Panel key={other.id} title={other.name}>
          <HiddenInputs values={{ [`children.${index + 1}.personId`]: other.id }} />
          <Checkboxes
            name={`children.${index + 1}.part`}
            label={question(other.name)}
            options={[{ value: 'yes', label: yes }]}
            small
          />
          {about(other, `children.${index + 1}.`)}
        </Panel>
      ))}
    </>
  );
}

/** What the other children must not come to know. */
export function WithheldWords({ at }: { at: string }) {
  return (
    <WordsInput
      name={`${at}withheld`}
      label="What must the other children not come to know?"
      hint="Withheld from the others: no page, print or list of a brother or sister shows it."
      rows={2}
    />
  );
}

/** The reason of a correction. */
export function WhyCorrected() {
  return (
    <Panel title="Why">
      <WordsInput
        name="reason"
        label="Why is it corrected?"
        hint="What stood before is kept, and can be read as it was known then."
        rows={3}
      />
    </Panel>
  );
}
