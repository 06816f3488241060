import { control } from './as-typed.tsx';
import { Button } from './buttons.tsx';
import {
  type ControlProps,
  controlId,
  describedBy,
  FieldGroup,
  LabelHintError,
  messagesFor,
} from './field.tsx';

type TextProps = ControlProps & {
  /** The text as typed before, shown again unchanged, also when it was refused. */
  value?: string | undefined;
  autocomplete?: string | undefined;
};

/** Widths in characters, for answers of a known length; without one the control fills its column. */
export type InputWidth = 3 | 5 | 10 | 20 | 30;

type InputProps = TextProps & {
  width?: InputWidth | undefined;
  type?: 'text' | 'email' | 'tel' | 'search' | undefined;
  inputmode?: 'text' | 'numeric' | 'tel' | 'email' | 'search' | undefined;
};

type WordsProps = TextProps & { rows?: number | undefined; language?: string | undefined };

/** One line of text. */
export const TextInput = control((given: InputProps, { value, problems }) => {
  const props = { ...given, value, problems };
  const { width, type = 'text', inputmode, autocomplete } = props;
  return (
    <FieldGroup name={props.name} problems={props.problems}>
      <LabelHintError {...props} />
      <input
        {...controlAttributes(props)}
        class={controlClass('govuk-input', props, width ? ` govuk-input--width-${width}` : '')}
        type={type}
        list={undefined}
        inputmode={inputmode}
        spellcheck={type === 'text' && !autocomplete}
        value={value ?? ''}
      />
    </FieldGroup>
  );
});

/** A password: pasting works, a script may show it, and it is never written back into a page. */
export function PasswordInput(props: Omit<TextProps, 'value'> & { showWords?: string | undefined }) {
  return (
    <FieldGroup name={props.name} problems={props.problems}>
      <LabelHintError {...props} />
      <div class="c-password">
        <input
          {...controlAttributes({ autocomplete: 'current-password', ...props })}
          class={controlClass('govuk-input', props)}
          type="password"
          spellcheck={false}
        />
        <Button action="show-password">{props.showWords ?? 'Show'}</Button>
      </div>
    </FieldGroup>
  );
}

/** Words of any length, kept as they were written. */
export const WordsInput = control((given: WordsProps, { value, problems }) => {
  const props = { ...given, value, problems };
  const { rows = 5, language } = props;
  return (
    <FieldGroup name={props.name} problems={props.problems}>
      <LabelHintError {...props} />
      <textarea
        {...controlAttributes(props)}
        class={controlClass('govuk-textarea', props)}
        rows={rows}
        lang={language}
      >
        {/* A browser drops the first line end of a textarea: one is given away so that none of the writer's is. */}
        {/^\r?\n/.test(value ?? '') ? `\n${value}` : value}
      </textarea>
    </FieldGroup>
  );
});

/** One document from the person's own machine. A browser forgets it when a form comes back: the form says to choose it again. */
export const DocumentInput = control((given: ControlProps & { accept: string }, { problems }) => {
  const props = { ...given, problems };
  return (
    <FieldGroup name={props.name} problems={props.problems}>
      <LabelHintError {...props} />
      <input
        {...controlAttributes(props)}
        class={controlClass('govuk-file-upload', props)}
        type="file"
        accept={props.accept}
      />
    </FieldGroup>
  );
});

/** A day as people type one ("3/4/2026", "3 April", "yesterday"): one control, never three, never a picker alone. */
export function DayInput(props: Omit<InputProps, 'type' | 'inputmode'>) {
  return <TextInput hint="For example, 27 3 2026 or yesterday" width={20} {...props} />;
}

function controlAttributes(props: TextProps) {
  return {
    id: controlId(props.name),
    name: props.name,
    autocomplete: props.autocomplete ?? 'off',
    'aria-describedby': describedBy(props),
    'aria-invalid': messagesFor(props.problems, props.name).length > 0 ? ('true' as const) : undefined,
  };
}

function controlClass(base: string, { name, problems }: ControlProps, more = ''): string {
  return `${base}${messagesFor(problems, name).length > 0 ? ` ${base}--error` : ''}${more}`;
}
