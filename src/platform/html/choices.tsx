import type { ComponentChildren } from 'preact';
import { control } from './as-typed.tsx';
import {
  type ControlProps,
  controlId,
  describedBy,
  FieldGroup,
  HintAndError,
  LabelHintError,
  messagesFor,
} from './field.tsx';
import { KeyCap } from './key-cap.tsx';

/** One thing that can be chosen. `key` is a single-key shortcut, shown as a cap. */
export type Option = {
  readonly value: string;
  readonly label: string;
  /** A shape before the label, where the options mean more than their words. */
  readonly mark?: ComponentChildren | undefined;
  readonly hint?: string | undefined;
  readonly key?: string | undefined;
  /** Shown under the option: the question that follows from choosing it. */
  readonly followUp?: ComponentChildren | undefined;
};

type ChoiceProps = ControlProps & { options: readonly Option[]; small?: boolean | undefined };

/** One of several. Nothing is chosen unless somebody chose it. */
export const Radios = control((props: ChoiceProps & { value?: string | undefined }, { value, problems }) => (
  <Choices {...props} problems={problems} type="radio" chosen={value === undefined ? [] : [value]} />
));

/** Any of several, each box sent under the same name. */
export const Checkboxes = control(
  (props: ChoiceProps & { values?: readonly string[] | undefined }, { values, problems }) => (
    <Choices {...props} problems={problems} type="checkbox" chosen={values} />
  ),
);

/** A group of controls under one question. */
export function Fieldset(props: {
  legend: ComponentChildren;
  children: ComponentChildren;
  describedBy?: string | undefined;
  legendIsHeading?: boolean | undefined;
}) {
  return (
    <fieldset class="govuk-fieldset" aria-describedby={props.describedBy}>
      <legend class={`govuk-fieldset__legend${props.legendIsHeading ? ' c-question' : ''}`}>
        {props.legendIsHeading ? <h1 class="govuk-fieldset__heading">{props.legend}</h1> : props.legend}
      </legend>
      {props.children}
    </fieldset>
  );
}

/** One of a long list, where radios would fill a screen. The first line is an empty one. */
export const SelectInput = control((given: SelectProps, { value, problems }) => {
  const props = { ...given, problems };
  const { name, options, empty = '' } = props;
  const wrong = messagesFor(props.problems, name).length > 0;
  return (
    <FieldGroup name={name} problems={props.problems}>
      <LabelHintError {...props} />
      <select
        class={`govuk-select${wrong ? ' govuk-select--error' : ''}`}
        id={controlId(name)}
        name={name}
        aria-describedby={describedBy(props)}
        aria-invalid={wrong ? 'true' : undefined}
      >
        <option value="">{empty}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value} selected={option.value === value}>
            {option.label}
          </option>
        ))}
      </select>
    </FieldGroup>
  );
});

type SelectProps = ControlProps & {
  readonly options: readonly Option[];
  readonly value?: string | undefined;
  readonly empty?: string | undefined;
};

type Kind = { type: 'radio' | 'checkbox'; chosen: readonly string[] };

function Choices(props: ChoiceProps & Kind) {
  const base = props.type === 'radio' ? 'govuk-radios' : 'govuk-checkboxes';
  return (
    <FieldGroup name={props.name} problems={props.problems}>
      <Fieldset legend={props.label} describedBy={describedBy(props)} legendIsHeading={props.labelIsHeading}>
        <HintAndError {...props} />
        <div class={`${base}${props.small ? ` ${base}--small` : ''}`}>
          {props.options.map((option, index) => (
            <Choice key={option.value} {...props} base={base} option={option} index={index} />
          ))}
        </div>
      </Fieldset>
    </FieldGroup>
  );
}

function Choice({
  name,
  type,
  chosen,
  base,
  option,
  index,
}: ChoiceProps & Kind & { base: string; option: Option; index: number }) {
  // The first carries the plain id, so that a link from the error summary lands on it.
  const id = index === 0 ? controlId(name) : `${controlId(name)}-${index + 1}`;
  return (
    <>
      <div class={`${base}__item`}>
        <input
          class={`${base}__input`}
          id={id}
          name={name}
          type={type}
          value={option.value}
          checked={chosen.includes(option.value)}
          data-key={option.key}
          aria-describedby={option.hint ? `${id}-hint` : undefined}
        />
        <label class={`govuk-label ${base}__label`} for={id}>
          {option.mark}
          {option.label}
        </label>
        {option.hint && (
          <div id={`${id}-hint`} class={`govuk-hint ${base}__hint`}>
            {option.hint}
          </div>
        )}
        {option.key && <KeyCap cap={option.key} quiet />}
      </div>
      {option.followUp && <div class={`${base}__conditional c-then`}>{option.followUp}</div>}
    </>
  );
}
