import { type ComponentChildren, createContext } from 'preact';
import type { Problem } from '../../language/outcome.ts';
import { Icon } from './icons.tsx';
import { within } from './within.ts';

/** What every control is told: its name in the form, its words, and everything that is wrong with the answers. */
export type ControlProps = {
  /** The name as sent; dots group repeated answers (`children.0.givenName`). */
  name: string;
  label: ComponentChildren;
  hint?: ComponentChildren | undefined;
  /** All problems of the form; the control picks its own. */
  problems?: readonly Problem[] | undefined;
  /** On a question page the label is the heading of the page. */
  labelIsHeading?: boolean | undefined;
};

/** What stands before each error for a screen reader, in the language of the page. */
export const ErrorWord = createContext('Error:');

/** The id of the control for a name; the error summary links to it. */
export function controlId(name: string): string {
  return `field-${name}`;
}

/** The messages that belong to one name. */
export function messagesFor(problems: readonly Problem[] | undefined, name: string): readonly string[] {
  return (problems ?? []).filter((problem) => problem.field === name).map((problem) => problem.message);
}

/** The ids of hint and error that describe a control, in reading order; undefined when there are none. */
export function describedBy({ name, hint, problems }: Pick<ControlProps, 'name' | 'hint' | 'problems'>) {
  const ids = [
    hint ? `${controlId(name)}-hint` : '',
    messagesFor(problems, name).length > 0 ? `${controlId(name)}-error` : '',
  ].filter(Boolean);
  return ids.length > 0 ? ids.join(' ') : undefined;
}

/** The group round a control: an edge at the left when something is wrong with it. */
export function FieldGroup(props: {
  name: string;
  problems?: readonly Problem[] | undefined;
  children: ComponentChildren;
}) {
  const wrong = messagesFor(props.problems, props.name).length > 0;
  return <div class={`govuk-form-group${wrong ? ' govuk-form-group--error' : ''}`}>{props.children}</div>;
}

/** The label of a text control, with hint and error under it. */
export function LabelHintError(props: ControlProps) {
  const label = (
    <label class={`govuk-label${props.labelIsHeading ? ' c-question' : ''}`} for={controlId(props.name)}>
      {props.label}
    </label>
  );
  return (
    <>
      {props.labelIsHeading ? <h1 class="govuk-label-wrapper">{label}</h1> : label}
      <HintAndError {...props} />
    </>
  );
}

/** Hint, then error, each with the id that `describedBy` names. */
export function HintAndError({ name, hint, problems }: Pick<ControlProps, 'name' | 'hint' | 'problems'>) {
  return (
    <>
      {hint && (
        <div id={`${controlId(name)}-hint`} class="govuk-hint">
          {hint}
        </div>
      )}
      <ErrorMessage name={name} problems={problems} />
    </>
  );
}

/** What is wrong with one answer, beside it: a shape and the words. */
export const ErrorMessage = within(ErrorWord, ({ name, problems }: WhatIsWrong, word) => {
  const messages = messagesFor(problems, name);
  if (messages.length === 0) return null;
  return (
    <p id={`${controlId(name)}-error`} class="govuk-error-message">
      <Icon name="warning" size="small" />
      <span class="c-hidden">{word} </span>
      {messages.join('. ')}
    </p>
  );
});

type WhatIsWrong = { readonly name: string; readonly problems?: readonly Problem[] | undefined };
